package io.github.slitstream.view.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.effect.Effects;
import io.github.slitstream.param.Values;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.Slot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimePaceTest {
    private final Preset start = Preset.empty("Test").plus(Slot.of(Effects.byId("flip")));
    private final PresetModel model = new PresetModel(start, start, preset -> {}, reason -> {});
    private final TimePace pace = new TimePace(model);

    private String text(String parameter) {
        Values values = model.preset().slot("time-warp").values();
        return values.text(values.parameter(parameter));
    }

    private String speed() {
        return text("speed");
    }

    @Test
    void theFirstKeyAddsTheEffectAtTheBeginningInOneStep() {
        pace.toggle();
        assertEquals(List.of("time-warp", "flip"), model.preset().chain().stream().map(Slot::id).toList());
        assertEquals("speed", text("pace"));
        assertEquals(0, Double.parseDouble(speed()));
        model.undo();
        assertEquals(start, model.preset());
    }

    @Test
    void timeStopsAndGoesOn() {
        pace.toggle();
        pace.toggle();
        assertEquals(1, Double.parseDouble(speed()));
        assertEquals(2, model.preset().chain().size());
    }

    @Test
    void keysStepThroughThePacesUpToTheEnds() {
        List<Double> down = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            pace.slower();
            down.add(Double.parseDouble(speed()));
        }
        assertEquals(List.of(0.5, 0.25, 0.0, -0.25, -0.5, -1.0, -1.0, -1.0), down);
        List<Double> up = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            pace.faster();
            up.add(Double.parseDouble(speed()));
        }
        assertEquals(List.of(-0.5, -0.25, 0.0, 0.25, 0.5, 1.0, 2.0, 4.0, 4.0), up);
    }

    @Test
    void aPaceBetweenTwoStepsGoesOnToTheNext() {
        pace.toggle();
        model.change(preset -> preset.with("time-warp.speed", "0.3"));
        pace.faster();
        assertEquals(0.5, Double.parseDouble(speed()));
        model.change(preset -> preset.with("time-warp.speed", "0.3"));
        pace.slower();
        assertEquals(0.25, Double.parseDouble(speed()));
    }

    @Test
    void anEffectThatIsOffIsSwitchedOnAndStartsFromNow() {
        pace.toggle();
        model.setEnabled("time-warp", false);
        pace.slower();
        assertTrue(model.preset().slot("time-warp").enabled());
        assertEquals(0.5, Double.parseDouble(speed()));
    }

    @Test
    void havingCaughtUpTimeRunsAsItComes() {
        pace.toggle();
        pace.catchUp();
        assertEquals("now", text("pace"));
        pace.slower();
        assertEquals("speed", text("pace"));
        assertEquals(0.5, Double.parseDouble(speed()));
        pace.catchUp();
        pace.faster();
        assertEquals(2, Double.parseDouble(speed()));
        pace.catchUp();
        pace.toggle();
        assertEquals(0, Double.parseDouble(speed()));
    }
}
