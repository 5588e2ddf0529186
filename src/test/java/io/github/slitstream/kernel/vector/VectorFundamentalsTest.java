package io.github.slitstream.kernel.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.slitstream.kernel.matrix.CameraMinors;
import io.github.slitstream.kernel.matrix.FundamentalKernels;
import io.github.slitstream.kernel.matrix.ScalarFundamentals;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Fundamental matrices in vector registers against the reference, bit for bit. */
class VectorFundamentalsTest {
    private static final int ROUNDS = 500;

    @Test
    void agreesWithTheReference() {
        FundamentalKernels vector = new VectorFundamentals();
        FundamentalKernels scalar = new ScalarFundamentals();
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            CameraMinors cameras = new CameraMinors(
                    random.doubles(12L * random.nextInt(1, 90), -1_000, 1_000).toArray());
            int camera = random.nextInt(cameras.cameras());
            int first = random.nextInt(cameras.cameras());
            int count = random.nextInt(cameras.cameras() - first + 1);
            int offset = random.nextInt(9);
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment expected = arena.allocate(72L * count + 20);
                MemorySegment actual = arena.allocate(72L * count + 20);
                scalar.row(cameras, camera, first, count, expected, offset);
                vector.row(cameras, camera, first, count, actual, offset);
                assertEquals(-1, expected.mismatch(actual), "seed " + seed);
            }
        }
    }
}
