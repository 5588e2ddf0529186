package io.github.slitstream.view;

import static io.github.slitstream.view.JavaFx.await;
import static io.github.slitstream.view.JavaFx.doOnFx;
import static io.github.slitstream.view.JavaFx.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.engine.intake.SourceState;
import io.github.slitstream.engine.intake.Transport.Section;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.Sink;
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
import io.github.slitstream.view.control.FileDialogs;
import io.github.slitstream.view.model.OutputFolders;
import io.github.slitstream.view.model.Session;
import io.github.slitstream.view.model.SessionStore;
import io.github.slitstream.view.stage.SlitstreamWindow;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The time line of a file of ten seconds in the real window, by mouse and keys. */
@ExtendWith(JavaFx.class)
@Timeout(120)
class TimeLineWindowTest {
    private static final FrameSize SIZE = new FrameSize(64, 36);
    private static final int RATE = 10;
    private static final double SECONDS = 10;

    @TempDir
    private Path folder;

    private Optional<Path> chosenFolder = Optional.empty();
    private Path clip;
    private Player player;
    private Stage stage;
    private Robot robot;

    @BeforeEach
    void open() throws Exception {
        clip = folder.resolve("clip.mp4");
        writeClip();
        Preset preset = Preset.empty("Test").withRing(RingSettings.LENGTH, 5).plus(Slot.of(TimeDisplacement.TYPE));
        Path settings = Files.createDirectory(folder.resolve("settings"));
        new SessionStore(settings).keep(Session.FIRST.withBounds(0, 0, 990, 940), preset);
        MediaSources sources = new MediaSources();
        player = new Player(sources, OpenCvResizer::new, Kernels.get(), new Workers(2), preset);
        WindowPorts ports = new WindowPorts(player, sources, new MediaSinks(),
                new PresetStore(folder.resolve("presets")), new Folders(),
                new OutputFolders(folder.resolve("pictures"), folder.resolve("videos")), settings,
                Optional.of(SourceRequest.of(clip.toString())), Optional.of(preset));
        stage = onFx(Stage::new);
        robot = onFx(Robot::new);
        doOnFx(() -> new SlitstreamWindow(stage, ports).open());
        await("the clip", () -> isPlaying(clip.toString()) && node("#time-line").isVisible());
        JavaFx.type(robot, KeyCode.P);
        await("a pause", () -> player.transport().isPaused());
    }

    /** Chooses no file, and the folder of the test. */
    private final class Folders implements FileDialogs {
        @Override
        public Optional<Path> open(Window owner, String title, List<String> extensions) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> folder(Window owner, String title) {
            return chosenFolder;
        }
    }

    private void writeClip() throws Exception {
        try (Sink sink = new MediaSinks().open(clip.toString(), SIZE, RATE); Arena arena = Arena.ofConfined()) {
            Frame frame = Frame.allocate(SIZE, arena);
            for (int index = 0; index < SECONDS * RATE; index++) {
                frame.pixels().fill((byte) (2 * index));
                sink.write(frame, index * 1_000_000_000L / RATE);
            }
            sink.finish();
        }
    }

    @AfterEach
    void close() throws Exception {
        doOnFx(() -> stage.close());
        player.close();
    }

    @Test
    void aClickAndADragGoThere() throws Exception {
        press(along(0.5));
        release();
        await("the middle", () -> isAt(5));
        press(along(0.5));
        move(along(0.65));
        move(along(0.8));
        release();
        await("four fifths", () -> isAt(8));
    }

    @Test
    void theHandlesAreDraggedToWhereALoopBeginsAndEnds() throws Exception {
        long position = player.transport().positionNanos();
        press(onFx(() -> centre("#time-line-begin")));
        move(along(0.1));
        move(along(0.2));
        release();
        await("its beginning", () -> isNear(2, player.transport().section().beginNanos()));
        assertEquals(Long.MAX_VALUE, player.transport().section().endNanos());
        press(onFx(() -> centre("#time-line-end")));
        move(along(0.9));
        move(along(0.6));
        release();
        await("its end", () -> isNear(6, player.transport().section().endNanos()));
        assertTrue(isNear(2, player.transport().section().beginNanos()));
        assertEquals(position, player.transport().positionNanos(), "a handle goes nowhere in the file");
        double begin = along(0.2).getX();
        double end = along(0.6).getX();
        await("both handles there", () -> Math.abs(centre("#time-line-begin").getX() - begin) < 10
                && Math.abs(centre("#time-line-end").getX() - end) < 10);
    }

    @Test
    void aFolderIsOpenedByTheMenu() throws Exception {
        chosenFolder = Optional.of(folder);
        MenuButton menu = (MenuButton) node("#source-menu");
        doOnFx(() -> menu.getItems().stream().filter(item -> "Open folder…".equals(item.getText())).findFirst()
                .orElseThrow().fire());
        await("the folder", () -> isPlaying(folder.toAbsolutePath().toString()));
    }

    @Test
    void arrowsGoThroughTheFileButTuneWhereAControlHasTheFocus() throws Exception {
        player.transport().seek(5_000_000_000L);
        await("the middle", () -> isAt(5));
        JavaFx.type(robot, KeyCode.RIGHT);
        await("a second later", () -> isAt(6));
        JavaFx.type(robot, KeyCode.LEFT);
        await("a second earlier", () -> isAt(5));
        JavaFx.type(robot, KeyCode.SHIFT, KeyCode.RIGHT);
        await("a frame later", () -> isExactly(5_100_000_000L));
        JavaFx.type(robot, KeyCode.SHIFT, KeyCode.LEFT);
        await("a frame earlier", () -> isExactly(5_000_000_000L));
        Node slider = onFx(() -> node("#time-displacement #speed").lookup(".slider"));
        doOnFx(slider::requestFocus);
        JavaFx.type(robot, KeyCode.RIGHT);
        await("more speed", () -> speed() > 0);
        assertTrue(isExactly(5_000_000_000L));
    }

    @Test
    void aLoopIsSetByKeysAndCleared() throws Exception {
        player.transport().seek(2_000_000_000L);
        await("two seconds", () -> isExactly(2_000_000_000L));
        JavaFx.type(robot, KeyCode.I);
        await("its beginning", () -> player.transport().section().equals(new Section(2_000_000_000L, Long.MAX_VALUE)));
        player.transport().seek(7_000_000_000L);
        await("seven seconds", () -> isExactly(7_000_000_000L));
        JavaFx.type(robot, KeyCode.O);
        await("its end", () -> player.transport().section().equals(new Section(2_000_000_000L, 7_000_000_000L)));
        await("a way back", () -> node("#loop-clear").isVisible());
        JavaFx.type(robot, KeyCode.L);
        await("the whole file", () -> player.transport().section().equals(Section.ALL)
                && !node("#loop-clear").isVisible());
    }

    @Test
    void aScreenReaderHearsWhereItIs() throws Exception {
        player.transport().seek(5_000_000_000L);
        await("the middle", () -> "Position 00:05 of 00:10, paused".equals(node("#time-track").getAccessibleText()));
        Node track = node("#time-track");
        assertEquals(5.0, onFx(() -> track.queryAccessibleAttribute(AccessibleAttribute.VALUE)));
        assertEquals(SECONDS, onFx(() -> track.queryAccessibleAttribute(AccessibleAttribute.MAX_VALUE)));
    }

    @Test
    void theDemoHasNoTimeLineAndTheClipIsResumed() throws Exception {
        player.transport().seek(4_000_000_000L);
        await("four seconds", () -> isExactly(4_000_000_000L));
        player.open(SourceRequest.of(SourceRequest.DEMO));
        await("the demo", () -> isPlaying(SourceRequest.DEMO) && !node("#time-line").isVisible());
        doOnFx(() -> stage.close());
        await("the place where it was left",
                () -> new SessionStore(folder.resolve("settings")).session().secondsOf(clip.toString()) == 4);
    }

    private double speed() {
        return Double.parseDouble(player.preset().chain().getFirst().values().toString()
                .replaceAll(".*\\bspeed=([^,]*).*", "$1"));
    }

    private boolean isPlaying(String address) {
        return player.source() instanceof SourceState.Playing(SourceInfo info) && info.address().equals(address);
    }

    private boolean isAt(double seconds) {
        return isNear(seconds, player.transport().positionNanos());
    }

    /** To about the width of two pixels of the line. */
    private static boolean isNear(double seconds, long nanos) {
        return Math.abs(nanos / 1e9 - seconds) < 0.15;
    }

    /** JavaFX thread: the middle of a handle. */
    private Point2D centre(String handle) {
        Bounds bounds = node(handle).localToScreen(node(handle).getLayoutBounds());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    private boolean isExactly(long nanos) {
        return player.transport().positionNanos() == nanos;
    }

    private Node node(String selector) {
        return stage.getScene().lookup(selector);
    }

    /** A place on the line, of which ten pixels at each end belong to the handles. */
    private Point2D along(double share) throws Exception {
        Bounds bounds = onFx(() -> node("#time-line-track").localToScreen(node("#time-line-track").getLayoutBounds()));
        return new Point2D(bounds.getMinX() + share * bounds.getWidth(), bounds.getCenterY());
    }

    private void press(Point2D place) throws Exception {
        doOnFx(() -> {
            robot.mouseMove(place);
            robot.mousePress(MouseButton.PRIMARY);
        });
    }

    private void move(Point2D place) throws Exception {
        doOnFx(() -> robot.mouseMove(place));
    }

    private void release() throws Exception {
        doOnFx(() -> robot.mouseRelease(MouseButton.PRIMARY));
    }
}
