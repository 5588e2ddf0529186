package io.github.slitstream.view;

import static io.github.slitstream.view.JavaFx.await;
import static io.github.slitstream.view.JavaFx.doOnFx;
import static io.github.slitstream.view.JavaFx.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.engine.intake.SourceState;
import io.github.slitstream.file.UnfinishedFile;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.media.MediaSources;
import io.github.slitstream.preset.Preset;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Pictures and videos that are saved from the window, and what opening them again brings back. */
class SavingWindowTest extends OpenWindow {
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
}
