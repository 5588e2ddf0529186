package io.github.slitstream.view;

import static io.github.slitstream.view.JavaFx.await;
import static io.github.slitstream.view.JavaFx.doOnFx;
import static io.github.slitstream.view.JavaFx.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.media.MediaSinks;
import io.github.slitstream.param.Named;
import io.github.slitstream.preset.RingSettings;
import io.github.slitstream.view.model.SessionStore;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Plays the real window, on JavaFX's headless platform, with real key presses and drags. */
class WindowTest extends OpenWindow {
    @Test
    void aPatternChosenInItsBoxChangesThePicture() throws Exception {
        type(KeyCode.SPACE);
        await("stillness", player::isFrozen);
        Node row = node("#time-displacement #pattern");
        ComboBox<?> box = (ComboBox<?>) onFx(() -> row.lookup(".combo-box"));
        int[] before = stablePixels();
        doOnFx(() -> {
            box.requestFocus();
        });
        type(KeyCode.DOWN);
        await("the next pattern", () -> values().contains("pattern=radial"));
        await("another picture", () -> !Arrays.equals(before, pixels()));
    }

    /** White on its left, black on its right. */
    @Test
    void aVideoIsChosenAsAMap() throws Exception {
        Path video = folder.resolve("map.mkv");
        FrameSize size = new FrameSize(64, 36);
        try (Sink sink = new MediaSinks().open(video.toString(), size, 30); Arena arena = Arena.ofConfined()) {
            Frame frame = Frame.allocate(size, arena);
            for (int i = 0; i < size.pixels(); i++) {
                frame.pixels().setAtIndex(ValueLayout.JAVA_INT, i, i % 64 < 32 ? 0xffffffff : 0xff000000);
            }
            for (int i = 0; i < 30; i++) {
                sink.write(frame, i * 1_000_000_000L / 30);
            }
            sink.finish();
        }
        Node row = node("#time-displacement #pattern");
        doOnFx(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<Named> box = (ComboBox<Named>) row.lookup(".combo-box");
            box.setValue(box.getItems().stream().filter(option -> option.id().equals("video")).findFirst()
                    .orElseThrow());
        });
        await("the demo as a map", () -> values().contains("video=demo:320x180"));
        chosen = Optional.of(video);
        doOnFx(() -> ((Button) node("#time-displacement #video").lookup(".button")).fire());
        await("the file in the preset", () -> values().contains("video=" + video));
        await("the past on its left alone", () -> mapAt(40) > 25 && mapAt(280) < 3);
    }

    private double mapAt(int column) {
        return player.monitor("time-displacement").orElseThrow().delayMap().orElseThrow().framesAt(column, 90);
    }

    @Test
    void downsamplingChangesWhilePlayingAndThePictureKeepsItsSize() throws Exception {
        int[] sharp = stablePixelsFrozen();
        Slider slider = (Slider) onFx(() -> node("#downsample").lookup(".slider"));
        drag(slider, 0, 0.5);
        await("a coarser ring", () -> player.preset().ring().get(RingSettings.DOWNSAMPLE) > 2
                && player.statistics().ringBytes() < 30L * 320 * 180 * 4 / 2);
        await("a full ring of it", () -> player.statistics().ringFilled() == 30);
        int[] coarse = stablePixelsFrozen();
        assertEquals(sharp.length, coarse.length);
        assertTrue(edges(coarse) < 0.8 * edges(sharp), edges(coarse) + " against " + edges(sharp));
    }

    @Test
    void aDragOfASliderIsOneStepOfUndo() throws Exception {
        Slider slider = (Slider) onFx(() -> node("#time-displacement #speed").lookup(".slider"));
        drag(slider, 0.5, 0.9);
        await("a higher speed", () -> speed() > 0.5);
        type(KeyCode.CONTROL, KeyCode.Z);
        await("the speed of before", () -> speed() == 0);
        type(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        await("the higher speed again", () -> speed() > 0.5);
    }

    @Test
    void theWindowRemembersItsPreset() throws Exception {
        Slider slider = (Slider) onFx(() -> node("#time-displacement #speed").lookup(".slider"));
        drag(slider, 0.5, 0.9);
        await("a higher speed", () -> speed() > 0.5);
        double speed = speed();
        doOnFx(() -> {
            stage.close();
        });
        await("the preset in its file", () -> new SessionStore(folder.resolve("settings")).preset(Assertions::fail)
                .map(preset -> preset.chain().getFirst().values().toString().contains("speed=" + speed)).orElse(false));
    }

    private int[] stablePixelsFrozen() throws Exception {
        type(KeyCode.SPACE);
        await("stillness", player::isFrozen);
        int[] pixels = stablePixels();
        type(KeyCode.SPACE);
        await("motion", () -> !player.isFrozen());
        return pixels;
    }

    /** How strongly neighbours differ: blur lowers it. */
    private static double edges(int[] pixels) {
        long sum = 0;
        for (int i = 1; i < pixels.length; i++) {
            int step = (pixels[i] >> 8 & 0xff) - (pixels[i - 1] >> 8 & 0xff);
            sum += (long) step * step;
        }
        return sum;
    }
}
