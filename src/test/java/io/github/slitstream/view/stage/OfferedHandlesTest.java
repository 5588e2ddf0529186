package io.github.slitstream.view.stage;

import static io.github.slitstream.view.JavaFx.doOnFx;
import static io.github.slitstream.view.JavaFx.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.slitstream.effect.Handle;
import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.Slot;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

/** Handles that effects and patterns offer by their declarations. */
class OfferedHandlesTest extends ShownHandles {
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
}
