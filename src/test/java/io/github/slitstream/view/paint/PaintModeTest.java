package io.github.slitstream.view.paint;

import static io.github.slitstream.view.JavaFx.await;
import static io.github.slitstream.view.JavaFx.doOnFx;
import static io.github.slitstream.view.JavaFx.onFx;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.ScalarKernels;
import io.github.slitstream.param.Values;
import io.github.slitstream.pattern.DelayMap;
import io.github.slitstream.pattern.MapDepth;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.PresetStore;
import io.github.slitstream.preset.Slot;
import io.github.slitstream.view.JavaFx;
import io.github.slitstream.view.model.Notice;
import io.github.slitstream.view.model.PresetModel;
import io.github.slitstream.view.model.Tasks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.EventType;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Painting with the mouse over a picture of 400×200, into a file that a saved preset names. */
@ExtendWith(JavaFx.class)
@Timeout(60)
class PaintModeTest {
    private static final Bounds PICTURE = new BoundingBox(0, 0, 400, 200);
    private static final FrameSize SIZE = new FrameSize(200, 100);

    @TempDir
    Path folder;

    private final Slot painted = painted();
    private final List<Notice> notices = new ArrayList<>();
    private final SimpleObjectProperty<Bounds> place = new SimpleObjectProperty<>(PICTURE);
    private PresetStore presets;
    private PresetModel model;
    private PaintMode mode;
    private Stage stage;

    private static Slot painted() {
        Slot slot = Slot.of(TimeDisplacement.TYPE);
        return slot.withValues(slot.values().with("pattern", "painted"));
    }

    @BeforeEach
    void show() throws Exception {
        Preset start = Preset.empty("Mine").plus(painted);
        presets = new PresetStore(folder);
        model = new PresetModel(start, start, Preset::check, reason -> notices.add(Notice.warning(reason)));
        Tasks writing = new Tasks(Runnable::run, Platform::runLater);
        mode = onFx(() -> new PaintMode(model, presets, writing, notices::add, place, () -> SIZE));
        stage = onFx(Stage::new);
        doOnFx(() -> {
            stage.setScene(new Scene(new VBox(mode.layer(), mode.controls()), 900, 500));
            stage.show();
            mode.offer(List.of(painted.id()));
        });
    }

    @AfterEach
    void close() throws Exception {
        doOnFx(() -> {
            mode.end();
            stage.close();
        });
    }

    @Test
    void whatIsPaintedIsPlayedTakenBackSavedAndLoaded() throws Exception {
        press("#paint-begin");
        assertTrue(onFx(mode::isOn));
        double[] before = numbers(model.preset());
        drag(100, 50, 300, 150);
        double[] after = numbers(model.preset());
        assertEquals(1, after[50 * 200 + 100], 1e-9, "in the middle of the stroke");
        assertEquals(before[99 * 200], after[99 * 200], "far away from it");
        press("#paint-undo");
        assertArrayEquals(before, numbers(model.preset()));
        press("#paint-redo");
        assertArrayEquals(after, numbers(model.preset()));
        press("#paint-done");
        assertFalse(onFx(mode::isOn));
        PresetStore.Entry saved = onFx(() -> presets.save(model.preset()));
        Preset loaded = presets.load(saved);
        assertArrayEquals(after, numbers(loaded));
        assertEquals(folder, Path.of(file(loaded)).getParent());
        assertEquals(List.of(), notices);
    }

    @Test
    void paintingOnceMoreLeavesWhatWasPaintedBefore() throws Exception {
        press("#paint-begin");
        drag(100, 50, 300, 150);
        press("#paint-done");
        Preset first = model.preset();
        double[] before = numbers(first);
        press("#paint-begin");
        press("#paint-ellipse");
        drag(200, 100, 260, 180);
        press("#paint-done");
        assertArrayEquals(before, numbers(first));
        assertFalse(file(first).equals(file(model.preset())));
    }

    @Test
    void itEndsWhenThePresetLooksElsewhere() throws Exception {
        press("#paint-begin");
        doOnFx(() -> {
            model.undo();
        });
        assertFalse(onFx(mode::isOn));
        assertEquals("folds", file(model.preset()));
        assertTrue(onFx(() -> node("#paint-begin").isVisible()));
    }

    @Test
    void aFolderThatCannotBeMadeIsSaid() throws Exception {
        Files.writeString(folder.resolve("file"), "");
        PresetStore broken = new PresetStore(folder.resolve("file").resolve("within"));
        doOnFx(() -> {
            PaintMode other = new PaintMode(model, broken, new Tasks(Runnable::run, Platform::runLater), notices::add,
                    place, () -> SIZE);
            other.offer(List.of(painted.id()));
            ((ButtonBase) other.controls().lookup("#paint-begin")).fire();
            assertFalse(other.isOn());
        });
        assertTrue(notices.getFirst().text().startsWith("No painting: "), notices.toString());
    }

    private String file(Preset preset) {
        Values values = preset.chain().getFirst().values();
        return values.text(values.parameter("file"));
    }

    private static double[] numbers(Preset preset) {
        Values values = preset.chain().getFirst().values();
        DelayMap map = new DelayMap(SIZE, new ScalarKernels().planes());
        map.describe(values.get(TimeDisplacement.PATTERN), values, 0, MapDepth.ofFrames(1), false);
        double[] numbers = new double[SIZE.pixels()];
        for (int row = 0; row < SIZE.height(); row++) {
            map.fillRow(row);
            for (int column = 0; column < SIZE.width(); column++) {
                numbers[row * SIZE.width() + column] = map.framesAt(column, row);
            }
        }
        return numbers;
    }

    private Node node(String selector) {
        return stage.getScene().lookup(selector);
    }

    private void press(String button) throws Exception {
        doOnFx(() -> {
            ((ButtonBase) node(button)).fire();
        });
        await("what was written", () -> true);
    }

    /** By events: the robot of the headless platform loses sight of what it drags. */
    private void drag(double fromX, double fromY, double toX, double toY) throws Exception {
        fire(MouseEvent.MOUSE_PRESSED, fromX, fromY);
        for (int i = 1; i <= 4; i++) {
            fire(MouseEvent.MOUSE_DRAGGED, fromX + (toX - fromX) * i / 4, fromY + (toY - fromY) * i / 4);
        }
        fire(MouseEvent.MOUSE_RELEASED, toX, toY);
    }

    private void fire(EventType<MouseEvent> type, double x, double y) throws Exception {
        doOnFx(() -> {
            mode.layer().fireEvent(new MouseEvent(type, x, y, x, y, MouseButton.PRIMARY, 1, false, false, false,
                    false, true, false, false, false, false, true, null));
        });
    }
}
