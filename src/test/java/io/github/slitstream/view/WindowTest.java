package io.github.slitstream.view;

import static io.github.slitstream.view.JavaFx.await;
import static io.github.slitstream.view.JavaFx.doOnFx;
import static io.github.slitstream.view.JavaFx.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.engine.intake.SourceState;
import io.github.slitstream.file.UnfinishedFile;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.media.MediaSinks;
import io.github.slitstream.media.MediaSources;
import io.github.slitstream.param.Named;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import io.github.slitstream.view.model.SessionStore;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
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

    @Test
    void aKeyBeginsTheScanAnew() throws Exception {
        doOnFx(() -> player.play(player.preset().with(Map.of("time-displacement.pattern", "scan",
                "time-displacement.sweep", "0.1", "time-displacement.at-end", "stay"))));
        await("the end of the sweep", () -> frozenFrames() > 25);
        type(KeyCode.T);
        await("another sweep", () -> frozenFrames() < 15);
    }

    /** How far back the middle of the picture looks. */
    private double frozenFrames() {
        return player.monitor("time-displacement").orElseThrow().delayMap().orElseThrow().framesAt(160, 90);
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
    void anEffectIsAddedMovedAndRemovedByKeyboard() throws Exception {
        MenuButton menu = (MenuButton) node("#add-effect");
        MenuItem item = menu.getItems().stream().filter(each -> "add-channel-rotation".equals(each.getId())).findFirst()
                .orElseThrow();
        doOnFx(() -> {
            item.fire();
        });
        await("two effects", () -> chain().equals(List.of("time-displacement", "channel-rotation")));
        await("its card", () -> stage.getScene().lookup("#channel-rotation") != null);
        focus("#channel-rotation");
        type(KeyCode.ALT, KeyCode.UP);
        await("the other order", () -> chain().equals(List.of("channel-rotation", "time-displacement")));
        focus("#channel-rotation");
        type(KeyCode.DELETE);
        await("one effect", () -> chain().equals(List.of("time-displacement")));
    }

    @Test
    void twoSecondsAreRecordedAsTheyWere() throws Exception {
        type(KeyCode.R);
        await("the timer", () -> text("#record").matches(".*00:02.*"));
        type(KeyCode.R);
        await("the file", () -> files("videos").size() == 1
                && !UnfinishedFile.isUnfinished(files("videos").getFirst()));
        Path file = files("videos").getFirst();
        try (FrameSource recorded = new MediaSources().open(SourceRequest.of(file.toString()));
                Arena arena = Arena.ofConfined()) {
            Frame frame = Frame.allocate(recorded.info().size(), arena);
            long frames = 0;
            long last = 0;
            for (long nanos = recorded.read(frame); nanos != FrameSource.END; nanos = recorded.read(frame)) {
                last = nanos;
                frames++;
            }
            assertEquals(320, recorded.info().size().width());
            assertTrue(last > 1.5e9 && last < 20e9, "last picture at " + last);
            assertTrue(frames > last / 1e9 * 5, frames + " pictures");
        }
    }

    /** Pressed while nothing is kept, its offer is taken; then it saves what was kept since. */
    @Test
    void theLastSecondsAreSavedWhenTheyAreOver() throws Exception {
        type(KeyCode.SHIFT, KeyCode.R);
        await("the offer", () -> node("#offer").isVisible());
        doOnFx(() -> {
            ((Button) node("#offer")).fire();
        });
        CustomMenuItem menu = (CustomMenuItem) ((MenuButton) node("#record-menu")).getItems().getFirst();
        Label kept = (Label) onFx(() -> menu.getContent().lookup("#replay-kept"));
        await("a second that is kept", () -> kept.getText().startsWith("Kept 00:01"));
        type(KeyCode.SHIFT, KeyCode.R);
        await("the file", () -> files("videos").size() == 1
                && !UnfinishedFile.isUnfinished(files("videos").getFirst()));
        try (FrameSource saved = new MediaSources().open(SourceRequest.of(files("videos").getFirst().toString()))) {
            assertEquals(320, saved.info().size().width());
        }
        await("its line in the list", () -> rows(menu).lookupAll(".label").stream()
                .anyMatch(label -> label instanceof Label text && text.getText().startsWith("replay, 00:0")));
    }

    /** A menu that is not open has no skins to look through. */
    private static Node rows(CustomMenuItem menu) {
        return ((ScrollPane) menu.getContent().lookup("#recordings")).getContent();
    }

    @Test
    void aSnapshotIsKeptAndKeysTypedIntoAFieldStayThere() throws Exception {
        type(KeyCode.S);
        await("the picture", () -> files("pictures").size() == 1);
        Node field = onFx(() -> node("#time-displacement #speed").lookup(".number"));
        doOnFx(() -> {
            field.requestFocus();
        });
        type(KeyCode.S);
        type(KeyCode.SPACE);
        settle();
        assertEquals(1, files("pictures").size());
        assertTrue(!player.isFrozen(), "a space in a field is text");
        type(KeyCode.CONTROL, KeyCode.S);
        await("the question for a name", () -> node("#prompt").isVisible());
    }

    @Test
    void aSnapshotAndARecordingBringTheirPresetBack() throws Exception {
        type(KeyCode.S);
        await("the picture", () -> files("pictures").size() == 1);
        type(KeyCode.R);
        await("the timer", () -> text("#record").matches(".*00:01.*"));
        type(KeyCode.R);
        await("the video", () -> files("videos").size() == 1);
        Preset asItWas = player.preset();
        doOnFx(() -> {
            player.play(Preset.empty("Other"));
        });
        openFile(files("pictures").getFirst());
        await("the preset of the picture", () -> player.preset().rendersAs(asItWas));
        assertTrue(SourceRequest.DEMO.equals(address()), "the demo plays on");
        Slider slider = (Slider) onFx(() -> node("#time-displacement #speed").lookup(".slider"));
        drag(slider, 0.5, 0.9);
        await("a higher speed", () -> speed() > 0.5);
        openFile(files("videos").getFirst());
        await("the video plays", () -> address().endsWith(".mp4") && node("#offer").isVisible());
        assertTrue(speed() > 0.5, "nobody asked for its preset yet");
        doOnFx(() -> {
            ((Button) node("#offer")).fire();
        });
        await("the preset of the video", () -> player.preset().rendersAs(asItWas));
    }

    private void openFile(Path file) throws Exception {
        chosen = Optional.of(file);
        type(KeyCode.CONTROL, KeyCode.O);
    }

    private String address() {
        return player.source() instanceof SourceState.Playing(SourceInfo info) ? info.address() : "";
    }

    @Test
    void slicesThroughTheRingAreSavedWhereTheyWereAskedFor() throws Exception {
        type(KeyCode.X);
        await("the question", () -> node("#prompt").isVisible());
        type(KeyCode.ENTER);
        await("rows of 30 frames", () -> files("pictures").size() == 1);
        type(KeyCode.Y);
        await("the question", () -> node("#prompt").isVisible());
        type(KeyCode.DIGIT1, KeyCode.DIGIT0, KeyCode.DIGIT1);
        type(KeyCode.ENTER);
        settle();
        assertTrue(node("#prompt").isVisible(), "it cannot lie beyond the picture");
        type(KeyCode.BACK_SPACE);
        type(KeyCode.ENTER);
        await("columns of 30 frames", () -> files("pictures").size() == 2);
        List<String> sizes = new ArrayList<>();
        for (Path file : files("pictures")) {
            try (FrameSource picture = new MediaSources().open(SourceRequest.of(file.toString()))) {
                sizes.add(picture.info().size().toString());
            }
        }
        assertEquals(List.of("30×180", "320×30"), sizes.stream().sorted().toList());
    }

    @Test
    void aPhotoFinishHasAColumnOfEveryPictureUntilItIsEnded() throws Exception {
        assertTrue(!node("#finish-y-t").isVisible());
        type(KeyCode.SHIFT, KeyCode.Y);
        await("the question", () -> node("#prompt").isVisible());
        type(KeyCode.ENTER);
        await("a second of it", () -> node("#finish-y-t").isVisible() && text("#finish-y-t").contains("00:01"));
        type(KeyCode.SHIFT, KeyCode.Y);
        await("the picture", () -> files("pictures").size() == 1
                && !files("pictures").getFirst().toString().contains(".unfinished."));
        try (FrameSource picture = new MediaSources()
                .open(SourceRequest.of(files("pictures").getFirst().toString()))) {
            assertEquals(180, picture.info().size().height());
            assertTrue(picture.info().size().width() > 5, picture.info().size() + " after a second");
        }
    }

    @Test
    void aboutBypassAndFreezeTheKeysTellTheTruth() throws Exception {
        press(KeyCode.B);
        await("the plain picture", player::isBypassed);
        release(KeyCode.B);
        await("the effects again", () -> !player.isBypassed());
        type(KeyCode.SPACE);
        await("stillness", player::isFrozen);
        type(KeyCode.SPACE);
        await("motion", () -> !player.isFrozen());
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

    private double speed() {
        return Double.parseDouble(values().replaceAll(".*\\bspeed=([^,]*).*", "$1"));
    }

    private String values() {
        return player.preset().chain().getFirst().values().toString();
    }

    private List<String> chain() {
        return player.preset().chain().stream().map(effect -> effect.type().id()).toList();
    }

    private List<Path> files(String name) throws IOException {
        Path place = folder.resolve(name);
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(file -> !String.valueOf(file.getFileName()).startsWith(".")).toList();
        }
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
