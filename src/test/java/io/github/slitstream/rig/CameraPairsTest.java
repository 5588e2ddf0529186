package io.github.slitstream.rig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.array.ElementType;
import io.github.slitstream.array.NpyWriter;
import io.github.slitstream.array.Shape;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More pairs than are read together. */
class CameraPairsTest {
    private static final int CAMERAS = 500;
    private static final int PAIRS = 100_001;

    @TempDir
    private Path folder;

    private final double[] numbers = new Random(5).ints(2L * PAIRS, 0, CAMERAS).asDoubleStream().toArray();

    @Test
    void everyPairOfALongArrayIsRead() throws IOException {
        CameraPairs pairs = CameraPairs.read(array(), CAMERAS);
        assertEquals(PAIRS, pairs.count());
        for (int i = 0; i < PAIRS; i++) {
            assertEquals(numbers[2 * i], pairs.first(i));
            assertEquals(numbers[2 * i + 1], pairs.second(i));
        }
    }

    @Test
    void aCameraThatIsNotThereIsNamedByItsPlace() throws IOException {
        numbers[2 * PAIRS - 1] = CAMERAS;
        Path file = array();
        IOException refusal = assertThrows(IOException.class, () -> CameraPairs.read(file, CAMERAS));
        assertTrue(String.valueOf(refusal.getMessage()).contains("element [100000, 1] is 500.0"), refusal.getMessage());
    }

    private Path array() throws IOException {
        Path file = folder.resolve("pairs.npy");
        try (NpyWriter writer = new NpyWriter(file, ElementType.FLOAT64, Shape.of(PAIRS, 2))) {
            writer.write(MemorySegment.ofArray(numbers));
            writer.finish();
        }
        return file;
    }
}
