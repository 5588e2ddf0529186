package io.github.slitstream.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.media.MediaSources;
import io.github.slitstream.rig.PictureLine;
import io.github.slitstream.rig.PicturePoint;
import io.github.slitstream.view.model.Notice;
import io.github.slitstream.view.model.RigModel;
import io.github.slitstream.view.model.RigModel.Side;
import io.github.slitstream.view.model.RigPicture;
import io.github.slitstream.view.model.Tasks;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the rig panel knows, without a window. */
class RigModelTest {
    /** Two cameras of COLMAP side by side: lines are level. */
    private static final String LENS = "1 PINHOLE 100 60 80 80 50 30\n";
    private static final String POSES = "1 1 0 0 0 0 0 0 1 a.png\n\n2 1 0 0 0 -1 0 0 1 b.png\n\n";

    @TempDir
    private Path folder;

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final List<Notice> notices = new ArrayList<>();
    private final RigModel model = new RigModel(new MediaSources(), new Tasks(waiting::add, Runnable::run),
            notices::add,
            () -> {});

    @Test
    void pixelsOfColmapBeginAtTheirCorner() throws IOException {
        ImageIO.write(new BufferedImage(50, 30, BufferedImage.TYPE_INT_RGB), "png", folder.resolve("b.png").toFile());
        open(colmap());
        awaitWord(Side.RIGHT, "The picture of 50×30 is stretched to 100×60");
        RigPicture stretched = model.picture(Side.RIGHT).orElseThrow();
        assertEquals(new FrameSize(100, 60), stretched.size());
        assertEquals("No picture is named for this camera: a field of 100×60",
                model.picture(Side.LEFT).orElseThrow().word());
        model.mark(Side.LEFT, new PicturePoint(-20, 12));
        assertEquals(Optional.of(new PicturePoint(0.5, 12)), model.marked(Side.LEFT));
        PictureLine.Segment line = model.line(Side.RIGHT).orElseThrow();
        assertEquals(100, Math.abs(line.to().x() - line.from().x()), 1e-9);
        assertEquals(12, line.from().y(), 1e-9);
        assertEquals(12, line.to().y(), 1e-9);
        assertEquals(Optional.empty(), model.line(Side.LEFT));
    }

    @Test
    void aPictureThatCannotBeOpenedSaysWhyInItsField() throws IOException {
        open(yaml("video: missing.png, "));
        awaitWord(Side.LEFT, "missing.png: there is no such file");
        assertEquals(new FrameSize(640, 480), model.picture(Side.LEFT).orElseThrow().size());
    }

    @Test
    void anotherCameraTakesThePlaceOfTheOneBefore() throws IOException {
        open(yaml("video: 'demo:', "));
        awaitWord(Side.LEFT, "");
        model.mark(Side.LEFT, new PicturePoint(10, 10));
        model.choose(Side.LEFT, 1);
        assertEquals(1, model.picture(Side.LEFT).orElseThrow().camera());
        assertEquals("No picture is named for this camera: a field of 640×480, guessed",
                model.picture(Side.LEFT).orElseThrow().word());
        assertEquals(Optional.empty(), model.frames(Side.LEFT));
        assertEquals(Optional.empty(), model.marked(Side.LEFT));
    }

    @Test
    void oneCameraIsNoRig() throws IOException {
        open(Files.writeString(folder.resolve("one.yaml"), "- {P: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0]}"));
        assertEquals(Optional.empty(), model.name());
        assertTrue(notices.getFirst().text().endsWith("has one camera; epipolar lines need two"),
                notices.getFirst().text());
    }

    @AfterEach
    void close() {
        model.close();
        assertEquals(Optional.empty(), model.name());
    }

    private void awaitWord(Side side, String end) {
        long deadline = System.nanoTime() + 20_000_000_000L;
        String word = model.picture(side).orElseThrow().word();
        while (word.startsWith("Opening") || !word.contains(end)) {
            assertTrue(System.nanoTime() < deadline, word);
            model.tick();
            word = model.picture(side).orElseThrow().word();
        }
    }

    private void open(Path file) {
        model.open(file);
        waiting.remove().run();
    }

    private Path colmap() throws IOException {
        Files.writeString(folder.resolve("cameras.txt"), LENS);
        return Files.writeString(folder.resolve("images.txt"), POSES);
    }

    private Path yaml(String video) throws IOException {
        return Files.writeString(folder.resolve("rig.yaml"), """
            - {%sP: [500, 0, 320, 0, 0, 500, 240, 0, 0, 0, 1, 0]}
            - {P: [500, 0, 320, -50, 0, 500, 240, 0, 0, 0, 1, 0]}
            """.formatted(video));
    }
}
