package io.github.slitstream.view;

import static io.github.slitstream.view.JavaFx.await;
import static io.github.slitstream.view.JavaFx.doOnFx;
import static io.github.slitstream.view.JavaFx.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.media.MediaSinks;
import io.github.slitstream.media.MediaSources;
import io.github.slitstream.media.OpenCvResizer;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.PresetStore;
import io.github.slitstream.view.model.OutputFolders;
import io.github.slitstream.view.model.Session;
import io.github.slitstream.view.model.SessionStore;
import io.github.slitstream.view.stage.SlitstreamWindow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Opens a rig of four cameras in the real window, on JavaFX's headless platform, and clicks on a dot that two of them
 * see.
 */
@ExtendWith(JavaFx.class)
@Timeout(120)
class RigWindowTest {
    private static final Session SMALL = Session.FIRST.withBounds(0, 0, 990, 700);

    @TempDir
    private Path folder;

    /** What went wrong on the JavaFX thread while nobody waited for it. */
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    private Player player;
    private Stage stage;
    private Robot robot;
    private Path chosen;

    @BeforeEach
    void open() throws Exception {
        chosen = RigScene.write(folder);
        Path settings = Files.createDirectory(folder.resolve("settings"));
        Preset preset = Preset.empty("Test");
        new SessionStore(settings).keep(SMALL, preset);
        MediaSources sources = new MediaSources();
        player = new Player(sources, OpenCvResizer::new, Kernels.get(), new Workers(2), preset);
        WindowPorts ports = new WindowPorts(player, sources, new MediaSinks(),
                new PresetStore(folder.resolve("presets")), (owner, title, extensions) -> Optional.of(chosen),
                new OutputFolders(folder.resolve("pictures"), folder.resolve("videos")), settings,
                Optional.of(new SourceRequest(SourceRequest.DEMO, 320, 180, 30)), Optional.of(preset));
        stage = onFx(Stage::new);
        robot = onFx(Robot::new);
        doOnFx(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
            new SlitstreamWindow(stage, ports).open();
        });
        chooseRig();
        await("the rig", () -> node("#rig").isVisible());
    }

    @AfterEach
    void close() throws Exception {
        doOnFx(() -> {
            stage.close();
            Thread.currentThread().setUncaughtExceptionHandler(null);
        });
        player.close();
        assertEquals(List.of(), failures);
    }

    @Test
    void aClickOnADotDrawsTheLineThroughTheSameDotInTheOtherPicture() throws Exception {
        for (double[] dot : RigScene.WORLD) {
            Point2D seen = RigScene.left(dot);
            click("left", seen.getX(), seen.getY());
            Point2D marked = onFx(() -> marked("left").orElseThrow());
            Line line = onFx(() -> line("right").orElseThrow());
            Point2D from = onFx(() -> pixel("right", line.getStartX(), line.getStartY()));
            Point2D to = onFx(() -> pixel("right", line.getEndX(), line.getEndY()));
            assertOnEdge(from);
            assertOnEdge(to);
            Point2D near = RigScene.right(RigScene.onRay(marked, 3.5));
            Point2D far = RigScene.right(RigScene.onRay(marked, 9));
            assertEquals(0, distance(from, near, far), 0.01, words());
            assertEquals(0, distance(to, near, far), 0.01, words());
            assertEquals(0, distance(RigScene.right(dot), from, to), RigScene.DOT, words());
        }
    }

    @Test
    void theRingStandsWhereTheOtherCameraIsSeen() throws Exception {
        await("the ring", () -> stage.getScene().lookup("#rig-picture-left .rig-epipole") != null);
        Circle ring = onFx(() -> (Circle) node("#rig-picture-left .rig-epipole"));
        Point2D seen = onFx(() -> pixel("left", ring.getCenterX(), ring.getCenterY()));
        assertEquals(0, seen.distance(RigScene.left(RigScene.CENTRE)), 1e-6);
        assertTrue(onFx(() -> stage.getScene().lookup("#rig-picture-right .rig-epipole") == null),
                "the left camera lies beside the right picture");
    }

    @Test
    void arrowKeysMoveACrossHairAndTheWordsFollow() throws Exception {
        focus("#rig-picture-left");
        type(KeyCode.RIGHT);
        await("the middle", () -> words().startsWith("Point (319.5, 239.5) on the left: its line on the right runs"));
        type(KeyCode.RIGHT);
        type(KeyCode.SHIFT, KeyCode.DOWN);
        await("a step", () -> words().startsWith("Point (320.5, 249.5) on the left"));
        assertTrue(onFx(() -> node("#rig-picture-left").getAccessibleText()).endsWith(words()));
        type(KeyCode.ESCAPE);
        await("the picture again", () -> !node("#rig").isVisible());
    }

    @Test
    void aVideoPlaysAndEndsWithThePanel() throws Exception {
        await("the main source alone, the stills being read", () -> captures() == 1);
        choose("left", 3);
        await("the first picture", () -> image("left").getImage() != null);
        Image first = onFx(() -> image("left").getImage());
        await("another", () -> !first.equals(image("left").getImage()));
        assertEquals(2, captures());
        doOnFx(() -> {
            ((Button) node("#close-rig")).fire();
        });
        await("the end of its thread", () -> captures() == 1);
        assertFalse(onFx(() -> node("#rig").isVisible()));
        assertTrue(onFx(() -> image("left").getImage() == null && image("right").getImage() == null), "pictures held");
        chooseRig();
        await("the rig again", () -> node("#rig").isVisible() && image("right").getImage() != null);
    }

    @Test
    void camerasOfOneCentreAndCamerasWithoutAPictureSaySo() throws Exception {
        choose("right", 2);
        await("the word", () -> words().startsWith("Both cameras have one centre"));
        await("the field", () -> text("#rig-word-right").startsWith("No picture is named"));
        click("left", 100, 100);
        assertFalse(onFx(() -> line("right").isPresent()), "no line");
    }

    @Test
    void aSmallerRigTakesThePlaceOfALargerOne() throws Exception {
        choose("left", 3);
        chosen = Files.writeString(folder.resolve("small.yaml"), """
            - {name: one, P: [500, 0, 320, 0, 0, 500, 240, 0, 0, 0, 1, 0]}
            - {name: two, P: [500, 0, 320, 500, 0, 500, 240, 0, 0, 0, 1, 0]}
            """);
        chooseRig();
        await("the other rig", () -> camera("left").getItems().size() == 2);
        await("its cameras", () -> "one".equals(camera("left").getButtonCell().getText())
                && "two".equals(camera("right").getButtonCell().getText()));
    }

    @Test
    void aFileWithoutCamerasIsRefusedAndTheRigStays() throws Exception {
        chosen = Files.writeString(folder.resolve("wrong.yaml"), "cameras: none\n");
        chooseRig();
        await("the reason", () -> node("#banner").isVisible()
                && node("#banner").getAccessibleText().contains("wrong.yaml holds no cameras"));
        assertTrue(onFx(() -> node("#rig").isVisible()), "the rig of before");
    }

    private static double distance(Point2D point, Point2D from, Point2D to) {
        Point2D along = to.subtract(from).normalize();
        Point2D away = point.subtract(from);
        return Math.abs(along.getX() * away.getY() - along.getY() * away.getX());
    }

    private static void assertOnEdge(Point2D end) {
        double nearest = Math.min(Math.min(Math.abs(end.getX() + 0.5), Math.abs(end.getX() - (RigScene.WIDTH - 0.5))),
                Math.min(Math.abs(end.getY() + 0.5), Math.abs(end.getY() - (RigScene.HEIGHT - 0.5))));
        assertEquals(0, nearest, 1e-6, end.toString());
    }

    /**
     * The pixel, centres being whole numbers, at a place of a picture's node; from where the image really lies. JavaFX
     * thread.
     */
    private Point2D pixel(String side, double x, double y) {
        Bounds image = image(side).getBoundsInParent();
        return new Point2D((x - image.getMinX()) / image.getWidth() * RigScene.WIDTH - 0.5,
                (y - image.getMinY()) / image.getHeight() * RigScene.HEIGHT - 0.5);
    }

    /** Where the cross-hair stands, in pixels. JavaFX thread. */
    private Optional<Point2D> marked(String side) {
        Line arm = (Line) stage.getScene().lookup("#rig-picture-" + side + " .rig-point");
        return Optional.ofNullable(arm)
                .map(line -> pixel(side, (line.getStartX() + line.getEndX()) / 2,
                        (line.getStartY() + line.getEndY()) / 2));
    }

    private void click(String side, double x, double y) throws Exception {
        await("a picture", () -> image(side).getFitWidth() > 100);
        doOnFx(() -> {
            Bounds image = image(side).localToScreen(image(side).getBoundsInLocal());
            robot.mouseMove(new Point2D(image.getMinX() + (x + 0.5) / RigScene.WIDTH * image.getWidth(),
                    image.getMinY() + (y + 0.5) / RigScene.HEIGHT * image.getHeight()));
            robot.mousePress(MouseButton.PRIMARY);
            robot.mouseRelease(MouseButton.PRIMARY);
        });
        double reach = 1.5 * RigScene.WIDTH / onFx(() -> image(side).getFitWidth());
        await("the cross-hair", () -> marked(side).filter(at -> at.distance(x, y) < reach).isPresent());
    }

    /** Threads that play a source. */
    private static long captures() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().equals("capture"))
                .count();
    }

    private void chooseRig() throws Exception {
        doOnFx(() -> {
            ((MenuButton) node("#source-menu")).getItems().stream().filter(item -> "Rig…".equals(item.getText()))
                    .findFirst().orElseThrow().fire();
        });
    }

    private void choose(String side, int camera) throws Exception {
        doOnFx(() -> {
            camera(side).getSelectionModel().select(camera);
        });
    }

    private ComboBox<?> camera(String side) {
        return (ComboBox<?>) node("#rig-camera-" + side);
    }

    private ImageView image(String side) {
        return (ImageView) node("#rig-picture-" + side + " .image-view");
    }

    private Optional<Line> line(String side) {
        return Optional.ofNullable((Line) stage.getScene().lookup("#rig-picture-" + side + " .rig-line"));
    }

    private String words() {
        return text("#rig-words");
    }

    private String text(String selector) {
        return ((Label) node(selector)).getText();
    }

    private Node node(String selector) {
        Node found = stage.getScene().lookup(selector);
        assertTrue(found != null, selector);
        return found;
    }

    private void focus(String selector) throws Exception {
        doOnFx(() -> {
            node(selector).requestFocus();
        });
    }

    private void type(KeyCode... keys) throws Exception {
        JavaFx.type(robot, keys);
    }
}
