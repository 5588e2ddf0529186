package io.github.slitstream.effect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.param.Values;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the values of a homography do to a picture whose pixels say where they lie. */
@Tag("kernels")
class HomographyWarpTest {
    private static final FrameSize SIZE = new FrameSize(8, 6);
    private static final Values PLAIN = HomographyWarp.TYPE.defaults();

    @TempDir
    private Path folder;

    @Test
    void theMatrixSaysWhereAPixelReads() {
        int[] made = render(PLAIN.with("matrix", "1 0 2; 0 1 1; 0 0 1"));
        assertEquals(pixel(2, 1), made[0]);
        assertEquals(pixel(7, 4), made[3 * 8 + 7], "the edge goes on");
    }

    @Test
    void invertedItSaysWhereAPixelGoes() {
        int[] made = render(PLAIN.with("matrix", "1 0 2; 0 1 1; 0 0 1").with("inverse", "true"));
        assertEquals(pixel(0, 0), made[8 + 2]);
        assertArrayEquals(render(PLAIN.with("matrix", "0.5 0 0; 0 0.5 0; 0 0 1")),
                render(PLAIN.with("matrix", "2 0 0; 0 2 0; 0 0 1").with("inverse", "true")));
    }

    @Test
    void beyondTheEdgeIsAColourOrNothing() {
        Values shifted = PLAIN.with("matrix", "1 0 2; 0 1 0; 0 0 1");
        int[] clear = render(shifted.with("border", "transparent"));
        int[] filled = render(shifted.with("border", "fill").with("fill-red", "1").with("fill-green", "2")
                .with("fill-blue", "3"));
        for (int y = 0; y < 6; y++) {
            for (int x = 0; x < 8; x++) {
                assertEquals(x < 6 ? pixel(x + 2, y) : 0, clear[y * 8 + x], x + "," + y);
                assertEquals(x < 6 ? pixel(x + 2, y) : 0xff010203, filled[y * 8 + x], x + "," + y);
            }
        }
    }

    @Test
    void theMatrixOfAFileStandsInForTheTypedOne() throws IOException {
        Path file = Files.writeString(folder.resolve("h.yaml"), "[[1, 0, 2], [0, 1, 1], [0, 0, 1]]");
        Values ofFile = PLAIN.with("matrix", "9 0 0; 0 9 0; 0 0 1").with("matrix-file", file.toString());
        HomographyWarp.TYPE.check().accept(ofFile);
        assertArrayEquals(render(PLAIN.with("matrix", "1 0 2; 0 1 1; 0 0 1")), render(ofFile));
        assertFalse(HomographyWarp.TYPE.relevance().under(ofFile).test(PLAIN.parameter("matrix")));
        assertTrue(HomographyWarp.TYPE.relevance().under(PLAIN).test(PLAIN.parameter("matrix")));
    }

    @Test
    void aFileThatHasChangedIsReadAgain() throws IOException {
        Path file = Files.writeString(folder.resolve("h.yaml"), "[[1, 0, 2], [0, 1, 1], [0, 0, 1]]");
        Values ofFile = PLAIN.with("matrix-file", file.toString());
        HomographyWarp.TYPE.check().accept(ofFile);
        Files.writeString(file, "[[1, 2, 3], [2, 4, 6], [0, 0, 1]]");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));
        BadValue singular = assertThrows(BadValue.class, () -> HomographyWarp.TYPE.check().accept(ofFile));
        assertTrue(singular.getMessage().startsWith("homography: the matrix in " + file + " is singular"),
                singular.getMessage());
        Files.delete(file);
        BadValue gone = assertThrows(BadValue.class, () -> HomographyWarp.TYPE.check().accept(ofFile));
        assertEquals("matrix-file: " + file + " does not exist; check the path", gone.getMessage());
    }

    @Test
    void cornersSayWhereThoseOfThePictureLie() {
        int[] made = render(PLAIN.with("top-left-x", "1").with("top-right-x", "0").with("bottom-right-x", "0")
                .with("bottom-left-x", "1"));
        for (int x = 0; x < 8; x++) {
            assertEquals(pixel(7 - x, 3), made[3 * 8 + x], "mirrored at " + x);
        }
    }

    @Test
    void itsPictureMayHaveASizeOfItsOwn() {
        Values small = PLAIN.with("width", "3").with("height", "2");
        assertEquals(new FrameSize(3, 2), HomographyWarp.TYPE.outputSize(SIZE, small));
        assertArrayEquals(new int[]{pixel(0, 0), pixel(1, 0), pixel(2, 0), pixel(0, 1), pixel(1, 1), pixel(2, 1)},
                render(small));
    }

    private static int[] render(Values values) {
        FrameSize made = HomographyWarp.TYPE.outputSize(SIZE, values);
        try (FrameRing ring = new FrameRing(SIZE, 1); Arena arena = Arena.ofConfined()) {
            Frame slot = Objects.requireNonNull(ring.claim());
            for (int i = 0; i < 48; i++) {
                slot.pixels().setAtIndex(ValueLayout.JAVA_INT, i, pixel(i % 8, i / 8));
            }
            ring.publish(0);
            Frame out = Frame.allocate(made, arena);
            Effect effect = HomographyWarp.TYPE.create(SIZE, Kernels.get());
            effect.prepare(ring.newest(), values);
            effect.render(ring.newest(), out, 0, made.height());
            return out.pixels().toArray(ValueLayout.JAVA_INT);
        }
    }

    private static int pixel(int x, int y) {
        return 0xff000000 | x << 16 | y << 8 | 0x55;
    }
}
