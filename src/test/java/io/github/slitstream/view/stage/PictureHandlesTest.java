package io.github.slitstream.view.stage;

import static io.github.slitstream.view.JavaFx.doOnFx;
import static io.github.slitstream.view.JavaFx.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.effect.EffectType;
import io.github.slitstream.effect.Effects;
import io.github.slitstream.effect.Footprint;
import io.github.slitstream.effect.Handle;
import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.kernel.Quadrangle;
import io.github.slitstream.param.Real;
import io.github.slitstream.param.Values;
import io.github.slitstream.preset.Slot;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.view.JavaFx;
import io.github.slitstream.view.model.PresetModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.EventType;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Corners pulled by a mouse and by keys, over a picture of 400×200 with margins above and below. */
@ExtendWith(JavaFx.class)
@Timeout(60)
class PictureHandlesTest {
    private static final Quadrangle UNMOVED = new Quadrangle(0, 0, 1, 0, 1, 1, 0, 1);
    private static final Bounds PICTURE = new BoundingBox(100, 150, 400, 200);

    private static final EffectType HOMOGRAPHY = Effects.byId("homography");

    private static final Real SPOT_X = Real.of("spot-x", "Spot x", 0, 1, 0.5, "Where the spot lies.").decimals(2);
    private static final Real SPOT_Y = Real.of("spot-y", "Spot y", 0, 1, 0.5, "Where the spot lies.").decimals(2);
    /** Declared here alone, and not in the catalog. */
    private static final EffectType SPOTLIGHT = new EffectType("spotlight", "Spotlight", "Has one handle.", 1,
            Footprint.POINT, Values.defaults(List.of(SPOT_X, SPOT_Y)), values -> parameter -> true, values -> {},
            (size, kernels) -> {
                throw new UnsupportedOperationException("nothing is rendered here");
            }).offering(offers -> offers.withHandles(List.of(new Handle("Spot", SPOT_X, SPOT_Y))));

    private final Slot spotlight = Slot.of(SPOTLIGHT);
    private final Slot effect = Slot.of(HOMOGRAPHY);
    private final List<String> refusals = new ArrayList<>();
    private final SimpleObjectProperty<Bounds> place = new SimpleObjectProperty<>(PICTURE);
    private PresetModel model;
    private PictureHandles handles;
    private Stage stage;
    private Robot robot;

    @BeforeEach
    void show() throws Exception {
        Preset start = Preset.empty("Test").plus(effect).plus(spotlight);
        model = new PresetModel(start, start, Preset::check, refusals::add);
        handles = onFx(() -> new PictureHandles(model, place));
        stage = onFx(() -> new Stage(StageStyle.UNDECORATED));
        robot = onFx(Robot::new);
        doOnFx(() -> {
            Scene scene = new Scene(handles, 600, 500);
            Theme.apply(true);
            Theme.dress(scene);
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            handles.show(List.of(effect.id()));
        });
    }

    @AfterEach
    void close() throws Exception {
        doOnFx(() -> {
            stage.close();
        });
    }

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

    @Test
    void aSecondEffectHasItsOwnHandlesByItsDeclarationAlone() throws Exception {
        doOnFx(() -> {
            handles.show(List.of(spotlight.id()));
        });
        assertEquals(new Point2D(300, 250), middle("spot"));
        assertNull(handle("top-left"));
        drag("spot", 80, 20, 4);
        assertEquals("Spot, x 0.7, y 0.6", onFx(() -> handle("spot").getAccessibleText()));
        assertEquals(0.7, model.preset().slot(spotlight.id()).values().get(SPOT_X), 1e-9);
        assertEquals(UNMOVED, quadrangle());
    }

    /** Of a mix, those of all parts that have one. */
    @Test
    void theMiddleOfAPatternIsPulledOnThePicture() throws Exception {
        Slot time = Slot.of(TimeDisplacement.TYPE)
                .withValues(TimeDisplacement.TYPE.defaults().with("pattern", "radial"));
        doOnFx(() -> {
            model.open(Preset.empty("Middles").plus(time));
            handles.show(List.of(time.id()));
        });
        assertEquals(new Point2D(300, 250), middle("centre"));
        drag("centre", 80, 20, 4);
        assertEquals("Centre, x 0.7, y 0.6", onFx(() -> handle("centre").getAccessibleText()));
        doOnFx(() -> {
            model.set(time.id(), values -> values.with("pattern", "linear"));
        });
        assertFalse(onFx(() -> handles.isVisible()));
        doOnFx(() -> {
            model.set(time.id(), values -> values.with("pattern", "mix").with("b.pattern", "mix")
                    .with("b.a.pattern", "spiral").with("b.a.centre-x", "0.25"));
        });
        List<String> names = onFx(() -> handles.getChildrenUnmodifiable().stream().map(Node::getAccessibleText)
                .filter(Objects::nonNull).toList());
        assertEquals(List.of("Centre of a, x 0.5, y 0.5", "Centre of b.a, x 0.25, y 0.5"), names);
    }

    @Test
    void anOfferOfWhatItCannotKeepIsRefused() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> HOMOGRAPHY.offering(offers -> offers.withHandles(List.of(new Handle("Spot", SPOT_X, SPOT_Y)))));
        assertEquals("homography offers spot-x, which is not always a parameter of it", refused.getMessage());
    }

    private Quadrangle quadrangle() {
        return new Quadrangle(number("top-left-x"), number("top-left-y"), number("top-right-x"),
                number("top-right-y"), number("bottom-right-x"), number("bottom-right-y"), number("bottom-left-x"),
                number("bottom-left-y"));
    }

    private double number(String id) {
        Values values = model.preset().slot(effect.id()).values();
        return values.get((Real) values.parameter(id));
    }

    private Node handle(String corner) {
        return handles.lookup("#handle-" + corner + "-x");
    }

    /** In the window, whose upper left is that of the screen. */
    private Point2D middle(String corner) throws Exception {
        settle();
        return onFx(() -> {
            Bounds bounds = handle(corner).getBoundsInParent();
            return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
    }

    private void drag(String corner, double right, double down, int moves) throws Exception {
        drag(corner, right, down, moves, false);
    }

    /** By events: the robot of the headless platform loses sight of what it drags. */
    private void drag(String corner, double right, double down, int moves, boolean shift) throws Exception {
        Point2D from = middle(corner);
        fire(corner, MouseEvent.MOUSE_PRESSED, from, 1, shift);
        for (int move = 1; move <= moves; move++) {
            fire(corner, MouseEvent.MOUSE_DRAGGED, from.add(right * move / moves, down * move / moves), 1, shift);
        }
        fire(corner, MouseEvent.MOUSE_RELEASED, from.add(right, down), 1, shift);
    }

    private void fire(String corner, EventType<MouseEvent> type, Point2D at, int clicks, boolean shift)
            throws Exception {
        doOnFx(() -> {
            handle(corner).fireEvent(new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(),
                    MouseButton.PRIMARY, clicks, shift, false, false, false, true, false, false, false, false, true,
                    null));
        });
    }

    private void focus(String corner) throws Exception {
        doOnFx(() -> {
            handle(corner).requestFocus();
        });
    }

    private void type(KeyCode key) throws Exception {
        JavaFx.type(robot, key);
    }

    private void press(KeyCode key) throws Exception {
        doOnFx(() -> {
            robot.keyPress(key);
        });
    }

    private void release(KeyCode key) throws Exception {
        doOnFx(() -> {
            robot.keyRelease(key);
        });
    }

    private void undo() throws Exception {
        doOnFx(() -> {
            model.undo();
        });
    }

    private void settle() throws Exception {
        for (int i = 0; i < 3; i++) {
            doOnFx(() -> {
                stage.getScene().getRoot().applyCss();
                stage.getScene().getRoot().layout();
            });
        }
    }
}
