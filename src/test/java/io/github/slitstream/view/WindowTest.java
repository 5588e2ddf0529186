package io.github.slitstream.view;

import static io.github.slitstream.view.JavaFx.await;
import static io.github.slitstream.view.JavaFx.doOnFx;
import static io.github.slitstream.view.JavaFx.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.engine.intake.SourceState;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.media.MediaSinks;
import io.github.slitstream.media.MediaSources;
import io.github.slitstream.media.OpenCvResizer;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.PresetStore;
import io.github.slitstream.preset.RingSettings;
import io.github.slitstream.preset.Slot;
import io.github.slitstream.view.model.OutputFolders;
import io.github.slitstream.view.model.Session;
import io.github.slitstream.view.model.SessionStore;
import io.github.slitstream.view.stage.SlitstreamWindow;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Plays the real window, on JavaFX's headless platform, with real key presses and drags. */
@ExtendWith(JavaFx.class)
@Timeout(120)
class WindowTest {
    /** Fits the headless screen of 1000×1000. */
    private static final Session SMALL = Session.FIRST.withBounds(0, 0, 990, 940);

    @TempDir
    private Path folder;

    private Player player;
    private Stage stage;
    /** One for all: a robot knows only the keys and buttons that it pressed itself. */
    private Robot robot;

    @BeforeEach
    void open() throws Exception {
        Preset preset = Preset.empty("Test").withRing(RingSettings.LENGTH, 30)
                .plus(Slot.of(TimeDisplacement.TYPE));
        Path settings = Files.createDirectory(folder.resolve("settings"));
        new SessionStore(settings).keep(SMALL, preset);
        MediaSources sources = new MediaSources();
        player = new Player(sources, OpenCvResizer::new, Kernels.get(), new Workers(2), preset);
        WindowPorts ports = new WindowPorts(player, sources, new MediaSinks(),
                new PresetStore(folder.resolve("presets")),
                (owner, title, extensions) -> Optional.empty(),
                new OutputFolders(folder.resolve("pictures"), folder.resolve("videos")), settings,
                Optional.of(new SourceRequest(SourceRequest.DEMO, 320, 180, 30)), Optional.of(preset));
        stage = onFx(Stage::new);
        robot = onFx(Robot::new);
        doOnFx(() -> {
            new SlitstreamWindow(stage, ports).open();
        });
        await("the demo", () -> player.source() instanceof SourceState.Playing(SourceInfo info)
                && info.address().startsWith(SourceRequest.DEMO) && picture().isPresent());
        await("a full ring", () -> player.statistics().ringFilled() == 30);
    }

    @AfterEach
    void close() throws Exception {
        doOnFx(() -> {
            stage.close();
        });
        player.close();
    }

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
        await("the file", () -> files("videos").size() == 1);
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
        await("the preset in its file", () -> new SessionStore(folder.resolve("settings")).preset()
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

    private Node node(String selector) {
        Scene scene = stage.getScene();
        Node found = scene.lookup(selector);
        assertNotEquals(null, found, selector);
        return found;
    }

    private String text(String selector) {
        return node(selector) instanceof Labeled labeled ? labeled.getText() : "";
    }

    private Optional<Image> picture() {
        return stage.getScene().getRoot().lookupAll("*").stream().filter(ImageView.class::isInstance)
                .map(view -> Optional.ofNullable(((ImageView) view).getImage())).flatMap(Optional::stream)
                .filter(image -> image.getWidth() == 320).findFirst();
    }

    private int[] pixels() {
        Image image = picture().orElseThrow();
        int[] pixels = new int[320 * 180];
        image.getPixelReader().getPixels(0, 0, 320, 180, PixelFormat.getIntArgbInstance(), pixels, 0,
                320);
        return pixels;
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

    /** The picture once two looks at it agree. */
    private int[] stablePixels() throws Exception {
        await("a picture that stands still", () -> {
            int[] first = pixels();
            Thread.sleep(100);
            return Arrays.equals(first, pixels());
        });
        return onFx(this::pixels);
    }

    private void focus(String selector) throws Exception {
        doOnFx(() -> {
            node(selector).requestFocus();
        });
    }

    private void type(KeyCode... keys) throws Exception {
        JavaFx.type(robot, keys);
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

    private void drag(Slider slider, double from, double to) throws Exception {
        Bounds bounds = onFx(() -> slider.localToScreen(slider.getBoundsInLocal()));
        doOnFx(() -> {
            robot.mouseMove(along(bounds, from));
            robot.mousePress(MouseButton.PRIMARY);
        });
        for (double at = from; at <= to; at += 0.05) {
            double position = at;
            doOnFx(() -> {
                robot.mouseMove(along(bounds, position));
            });
        }
        doOnFx(() -> {
            robot.mouseRelease(MouseButton.PRIMARY);
        });
    }

    private static Point2D along(Bounds bounds, double share) {
        return new Point2D(bounds.getMinX() + share * bounds.getWidth(), bounds.getCenterY());
    }

    private static void settle() throws Exception {
        for (int i = 0; i < 5; i++) {
            onFx(() -> true);
        }
    }
}
