package io.github.slitstream.view;

import static io.github.slitstream.view.JavaFx.await;
import static io.github.slitstream.view.JavaFx.doOnFx;
import static io.github.slitstream.view.JavaFx.onFx;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.engine.intake.SourceState;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.media.MediaPresets;
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
import javafx.scene.control.Labeled;
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

/** The real window on JavaFX's headless platform, with the demo in it, and hands for tests to play it. */
@ExtendWith(JavaFx.class)
@Timeout(120)
abstract class OpenWindow {
    /** Fits the headless screen of 1000×1000. */
    private static final Session SMALL = Session.FIRST.withBounds(0, 0, 990, 940);

    @TempDir
    Path folder;

    /** What the next file dialog is answered with. */
    Optional<Path> chosen = Optional.empty();
    Player player;
    Stage stage;
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
                new PresetStore(folder.resolve("presets"), new MediaPresets()), (owner, title, extensions) -> chosen,
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

    Node node(String selector) {
        Scene scene = stage.getScene();
        Node found = scene.lookup(selector);
        assertNotEquals(null, found, selector);
        return found;
    }

    String text(String selector) {
        return node(selector) instanceof Labeled labeled ? labeled.getText() : "";
    }

    private Optional<Image> picture() {
        return stage.getScene().getRoot().lookupAll("*").stream().filter(ImageView.class::isInstance)
                .map(view -> Optional.ofNullable(((ImageView) view).getImage())).flatMap(Optional::stream)
                .filter(image -> image.getWidth() == 320).findFirst();
    }

    int[] pixels() {
        Image image = picture().orElseThrow();
        int[] pixels = new int[320 * 180];
        image.getPixelReader().getPixels(0, 0, 320, 180, PixelFormat.getIntArgbInstance(), pixels, 0,
                320);
        return pixels;
    }

    /** The picture once two readings of it agree. */
    int[] stablePixels() throws Exception {
        await("a picture that stands still", () -> {
            int[] first = pixels();
            Thread.sleep(100);
            return Arrays.equals(first, pixels());
        });
        return onFx(this::pixels);
    }

    void focus(String selector) throws Exception {
        doOnFx(() -> {
            node(selector).requestFocus();
        });
    }

    void type(KeyCode... keys) throws Exception {
        JavaFx.type(robot, keys);
    }

    void press(KeyCode key) throws Exception {
        doOnFx(() -> {
            robot.keyPress(key);
        });
    }

    void release(KeyCode key) throws Exception {
        doOnFx(() -> {
            robot.keyRelease(key);
        });
    }

    /** Moves the pointer to the middle of something. */
    void pointAt(String selector) throws Exception {
        Bounds bounds = onFx(() -> node(selector).localToScreen(node(selector).getBoundsInLocal()));
        doOnFx(() -> {
            robot.mouseMove(along(bounds, 0.5));
        });
    }

    void drag(Slider slider, double from, double to) throws Exception {
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

    static void settle() throws Exception {
        for (int i = 0; i < 5; i++) {
            onFx(() -> true);
        }
    }

    double speed() {
        return Double.parseDouble(values().replaceAll(".*\\bspeed=([^,]*).*", "$1"));
    }

    String values() {
        return player.preset().chain().getFirst().values().toString();
    }

    List<Path> files(String name) throws IOException {
        Path place = folder.resolve(name);
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(file -> !String.valueOf(file.getFileName()).startsWith(".")).toList();
        }
    }
}
