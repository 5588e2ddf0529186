package io.github.slitstream.rig;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.array.ElementType;
import io.github.slitstream.array.Progress;
import io.github.slitstream.array.NpyArray;
import io.github.slitstream.array.Shape;
import io.github.slitstream.kernel.matrix.FundamentalKernels;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written, in which parts, and what an end before the end leaves behind. */
class FundamentalFileTest {
    private static final int COUNT = 23;
    private static final Progress SILENT = Progress.UNWATCHED;

    @TempDir
    private Path folder;

    private final FundamentalMatrices matrices = new FundamentalMatrices(Rigs.random(COUNT, new Random(5)).minors(),
            FundamentalKernels.get());

    @AfterEach
    void nothingHalfIsLeft() throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            assertTrue(left.noneMatch(file -> String.valueOf(file.getFileName()).startsWith(".")));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3 * 72, 5_000, 1 << 20})
    void partsOfAnySizeGiveTheSameFile(int partBytes) throws Exception {
        write("whole.npy", FundamentalFile.PART_BYTES, SILENT).writeAll();
        write("parts.npy", partBytes, SILENT).writeAll();
        assertEquals(-1, Files.mismatch(folder.resolve("whole.npy"), folder.resolve("parts.npy")));
        write("whole-upper.npy", FundamentalFile.PART_BYTES, SILENT).writeUpper();
        write("parts-upper.npy", partBytes, SILENT).writeUpper();
        assertEquals(-1, Files.mismatch(folder.resolve("whole-upper.npy"), folder.resolve("parts-upper.npy")));
    }

    @Test
    void aPartIsNeverLongerThanAskedUnlessOneRowIs() throws Exception {
        List<Long> steps = new ArrayList<>();
        write("parts.npy", 3 * COUNT * 72 + 5, (done, total) -> steps.add(done)).writeAll();
        assertEquals(3L * COUNT, steps.getFirst());
        assertEquals(Math.ceilDiv(COUNT, 3), steps.size());
        assertEquals((long) COUNT * COUNT, steps.getLast());
    }

    @Test
    void theUpperHalfIsInTheOrderOfRows() throws Exception {
        write("all.npy", 1_000, SILENT).writeAll();
        write("upper.npy", 1_000, SILENT).writeUpper();
        double[] all = read("all.npy", Shape.of(COUNT, COUNT, 3, 3));
        double[] upper = read("upper.npy", Shape.of(COUNT * (COUNT - 1) / 2, 3, 3));
        int next = 0;
        for (int a = 0; a < COUNT; a++) {
            for (int b = a + 1; b < COUNT; b++) {
                for (int i = 0; i < 9; i++) {
                    assertEquals(all[(a * COUNT + b) * 9 + i], upper[next++], "cameras " + a + ", " + b);
                }
            }
        }
    }

    @Test
    void floatsAreTheRoundedDoubles() throws Exception {
        write("all.npy", 1_000, SILENT).writeAll();
        new FundamentalFile(matrices, folder.resolve("floats.npy"), ElementType.FLOAT32, SILENT, 1_000).writeAll();
        double[] all = read("all.npy", Shape.of(COUNT, COUNT, 3, 3));
        double[] floats = read("floats.npy", Shape.of(COUNT, COUNT, 3, 3));
        for (int i = 0; i < all.length; i++) {
            all[i] = (float) all[i];
        }
        assertArrayEquals(all, floats);
    }

    @Test
    void oneCameraHasNoPairs() throws Exception {
        FundamentalMatrices one = new FundamentalMatrices(Rigs.random(1, new Random(5)).minors(),
                FundamentalKernels.get());
        new FundamentalFile(one, folder.resolve("one.npy"), ElementType.FLOAT64, SILENT).writeUpper();
        assertEquals(0, read("one.npy", Shape.of(0, 3, 3)).length);
    }

    @Test
    void anInterruptLeavesTheEarlierFile() throws IOException {
        Files.writeString(folder.resolve("kept.npy"), "kept");
        FundamentalFile stopped = write("kept.npy", 72 * COUNT, (done, total) -> Thread.currentThread().interrupt());
        assertThrows(InterruptedException.class, stopped::writeAll);
        assertEquals("kept", Files.readString(folder.resolve("kept.npy")));
    }

    @Test
    void aFailureHalfwayLeavesTheEarlierFile() throws IOException {
        Files.writeString(folder.resolve("kept.npy"), "kept");
        FundamentalFile failing = write("kept.npy", 72 * COUNT, (done, total) -> {
            if (done > total / 2) {
                throw new IllegalStateException("the disk is full");
            }
        });
        assertThrows(IllegalStateException.class, failing::writeUpper);
        assertEquals("kept", Files.readString(folder.resolve("kept.npy")));
    }

    private FundamentalFile write(String name, int partBytes, Progress progress) {
        return new FundamentalFile(matrices, folder.resolve(name), ElementType.FLOAT64, progress, partBytes);
    }

    private double[] read(String name, Shape shape) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            NpyArray array = NpyArray.open(folder.resolve(name), arena);
            assertEquals(shape, array.shape());
            return array.toDoubles();
        }
    }
}
