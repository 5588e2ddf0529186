package io.github.slitstream.view.chain;

import static io.github.slitstream.view.JavaFx.doOnFx;
import static io.github.slitstream.view.JavaFx.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.effect.DelayLegend;
import io.github.slitstream.effect.DelayUnit;
import io.github.slitstream.effect.Effect;
import io.github.slitstream.effect.EffectMonitor;
import io.github.slitstream.effect.EffectType;
import io.github.slitstream.effect.Footprint;
import io.github.slitstream.engine.chain.Chain;
import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.ScalarKernels;
import io.github.slitstream.param.Flag;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;
import io.github.slitstream.param.Values;
import io.github.slitstream.pattern.DelayMap;
import io.github.slitstream.pattern.MapDepth;
import io.github.slitstream.pattern.Patterns;
import io.github.slitstream.pattern.Shaping;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import io.github.slitstream.preset.Slot;
import io.github.slitstream.view.JavaFx;
import io.github.slitstream.view.model.PresetModel;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** An effect with a delay map that is declared here alone, and not in the catalog, is shown by what it offers. */
@ExtendWith(JavaFx.class)
@Timeout(60)
class DelayControlsTest {
    private static final FrameSize SIZE = new FrameSize(16, 9);
    private static final Real REACH = Real.of("reach", "Reach", 0, 500, 0, "How far it looks back.").slider(0, 10);
    private static final Flag ALONG_RIG = Flag.of("along-rig", "Along the rig", false, "What delays count.");
    private static final EffectType ECHO = new EffectType("echo", "Echo", "Has a delay map.", 1, Footprint.TEMPORAL,
            Values.defaults(List.of(REACH, ALONG_RIG)), values -> parameter -> true, values -> {}, Echo::new)
            .offering(offers -> offers.withDelays(new DelayLegend(Optional.of(REACH),
                    values -> values.get(ALONG_RIG) ? DelayUnit.CAMERAS : DelayUnit.FRAMES)));

    private final Slot echo = Slot.of(ECHO);
    private final Preset start = Preset.empty("Test").withRing(RingSettings.LENGTH, 40).plus(echo);
    private final PresetModel model = new PresetModel(start, start, preset -> {}, reason -> {});
    private ChainPanel panel;
    private Stage stage;

    /** Every row looks as far back as it is low, down to seven frames. */
    private static final class Echo implements Effect {
        private final DelayMap map;

        Echo(FrameSize size, Kernels kernels) {
            map = new DelayMap(size, kernels.planes());
        }

        @Override
        public void prepare(FrameHistory input, ParameterValues values) {
            List<Parameter<?>> all = new ArrayList<>(Patterns.LINEAR.parameters());
            all.addAll(Shaping.PARAMETERS);
            map.describe(Patterns.LINEAR, Values.defaults(all), 0, MapDepth.ofFrames(7), false);
        }

        @Override
        public void render(FrameHistory input, Frame output, int fromRow, int toRow) {
            for (int row = fromRow; row < toRow; row++) {
                map.fillRow(row);
            }
        }

        @Override
        public Optional<DelayMap> delayMap() {
            return Optional.of(map);
        }

        @Override
        public Optional<String> note() {
            return Optional.of("seven frames");
        }
    }

    @BeforeEach
    void showThePanel() throws Exception {
        panel = onFx(() -> new ChainPanel(model, (owner, title, extensions) -> Optional.empty()));
        stage = onFx(Stage::new);
        doOnFx(() -> {
            stage.setScene(new Scene(panel, 400, 900));
            stage.show();
        });
    }

    @AfterEach
    void closeIt() throws Exception {
        doOnFx(() -> {
            stage.close();
        });
    }

    @Test
    void theMapAndTheNoteOfTheEffectAtWorkAreOnItsCard() throws Exception {
        tick(slot -> Optional.empty());
        assertTrue(onFx(() -> text(".delay-frames").isEmpty() && !note().isVisible()), "not at work");
        try (Arena arena = Arena.ofConfined();
                FrameRing ring = new FrameRing(SIZE, 3);
                Workers workers = new Workers(1);
                Chain chain = new Chain(SIZE, new ScalarKernels(), workers)) {
            assertNotNull(ring.claim());
            ring.publish(0);
            chain.render(ring.newest(), start, Frame.allocate(SIZE, arena));
            tick(chain::monitor);
        }
        assertEquals("7 frames", onFx(() -> text(".delay-frames")));
        assertEquals("0.35 s", onFx(() -> text(".delay-seconds")));
        assertEquals("seven frames", onFx(() -> note().getText()));
    }

    @Test
    void theSliderOfTheDepthEndsWhereTheRingEnds() throws Exception {
        assertEquals("= ring", onFx(this::unit));
        set(REACH, 10.0);
        assertEquals("frames", onFx(this::unit));
        assertEquals(0.25, onFx(this::slider), 1e-9);
        doOnFx(() -> {
            model.setRing(RingSettings.LENGTH, 20);
        });
        assertEquals(0.5, onFx(this::slider), 1e-9);
    }

    @Test
    void theWordsAreThoseOfWhatDelaysCount() throws Exception {
        set(ALONG_RIG, true);
        assertEquals("= rig", onFx(this::unit));
        set(REACH, 10.0);
        assertEquals("cameras", onFx(this::unit));
    }

    private void tick(Function<String, Optional<EffectMonitor>> monitors) throws Exception {
        doOnFx(() -> {
            panel.tick(null, 20, 1, monitors);
        });
    }

    private <T> void set(Parameter<T> parameter, T value) throws Exception {
        doOnFx(() -> {
            model.set(echo.id(), parameter, value);
        });
    }

    private String text(String style) {
        return ((Label) card().lookup(style)).getText();
    }

    private Label note() {
        return (Label) card().lookup(".card-note");
    }

    private String unit() {
        return ((Label) card().lookup("#reach").lookup(".unit")).getText();
    }

    private double slider() {
        return ((Slider) card().lookup("#reach").lookup(".slider")).getValue();
    }

    private Node card() {
        return panel.lookup("#echo");
    }
}
