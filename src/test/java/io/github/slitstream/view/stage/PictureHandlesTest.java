package io.github.slitstream.view.stage;

import static io.github.slitstream.view.JavaFx.doOnFx;
import static io.github.slitstream.view.JavaFx.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.kernel.Quadrangle;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

/** Corners pulled by a mouse and by keys. */
class PictureHandlesTest extends ShownHandles {
    @Test
    void theyLieOnTheCornersOfThePictureWhereverThatLies() throws Exception {
        assertEquals(new Point2D(100, 150), middle("top-left"));
        assertEquals(new Point2D(500, 350), middle("bottom-right"));
        doOnFx(() -> {
            place.set(new BoundingBox(200, 100, 300, 300));
        });
        assertEquals(new Point2D(200, 100), middle("top-left"));
        assertEquals(new Point2D(500, 400), middle("bottom-right"));
    }

    @Test
    void aCornerFollowsTheMouseInOneStepOfUndo() throws Exception {
        drag("top-left", 80, 20, 8);
        assertEquals(new Quadrangle(0.2, 0.1, 1, 0, 1, 1, 0, 1), quadrangle());
        assertEquals(new Point2D(180, 170), middle("top-left"));
        undo();
        assertEquals(UNMOVED, quadrangle());
        assertFalse(model.canUndo());
    }

    @Test
    void withShiftItGoesTenTimesFiner() throws Exception {
        drag("bottom-right", -80, -20, 4, true);
        assertEquals(0.98, quadrangle().x2(), 1e-9);
        assertEquals(0.99, quadrangle().y2(), 1e-9);
    }

    @Test
    void arrowsMoveItInOneStepOfUndo() throws Exception {
        focus("top-right");
        type(KeyCode.LEFT);
        type(KeyCode.LEFT);
        type(KeyCode.DOWN);
        assertEquals(new Quadrangle(0, 0, 0.98, 0.01, 1, 1, 0, 1), quadrangle());
        press(KeyCode.SHIFT);
        type(KeyCode.UP);
        release(KeyCode.SHIFT);
        assertEquals(0.009, quadrangle().y1(), 1e-9);
        assertEquals("Top right corner, x 0.98, y 0.009", onFx(() -> handle("top-right").getAccessibleText()));
        undo();
        assertEquals(UNMOVED, quadrangle());
    }

    @Test
    void aDoubleClickBringsItBack() throws Exception {
        drag("top-left", 80, 20, 8);
        fire("top-left", MouseEvent.MOUSE_PRESSED, middle("top-left"), 2, false);
        fire("top-left", MouseEvent.MOUSE_RELEASED, middle("top-left"), 2, false);
        assertEquals(UNMOVED, quadrangle());
    }

    @Test
    void cornersThatCrossAreRefusedWithTheReasonAndThoseOfBeforeStay() throws Exception {
        drag("top-left", 500, 0, 10); // eight of ten steps to the corner at its right
        assertEquals(new Quadrangle(0.875, 0, 1, 0, 1, 1, 0, 1), quadrangle());
        assertTrue(refusals.getFirst().startsWith("homography: the corners have three on one line"),
                refusals.toString());
        assertTrue(refusals.getLast().startsWith("homography: the corners cross over"), refusals.toString());
    }

    @Test
    void aCornerOutsideOfTheWindowCanBeReached() throws Exception {
        model.set(effect.id(), values -> values.with("top-left-x", "-3").with("top-left-y", "-4"));
        settle();
        assertEquals(new Point2D(12, 12), middle("top-left"));
        drag("top-left", 40, 0, 1);
        assertEquals(-2.9, quadrangle().x0(), 1e-9);
    }

    @Test
    void theyAreHiddenUnlessTheEffectIsAtWork() throws Exception {
        assertTrue(onFx(() -> handles.isVisible()));
        doOnFx(() -> {
            model.setEnabled(effect.id(), false);
        });
        assertFalse(onFx(() -> handles.isVisible()));
        doOnFx(() -> {
            model.setEnabled(effect.id(), true);
            handles.show(List.of());
        });
        assertFalse(onFx(() -> handles.isVisible()));
    }
}
