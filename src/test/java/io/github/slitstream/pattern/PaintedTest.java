package io.github.slitstream.pattern;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.PlaneKernels;
import io.github.slitstream.kernel.ScalarKernels;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.param.Values;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A map that is followed while it is painted, and read from its file afterwards. */
class PaintedTest {
    private static final FrameSize SIZE = new FrameSize(23, 11);
    private static final PlaneKernels KERNELS = new ScalarKernels().planes();

    @TempDir
    Path folder;

    @Test
    void aFieldFollowsWhatIsPainted() {
        Frame picture = GreyFrame.of(SIZE, (x, y) -> 0);
        Values values = Filled.defaults("painted").with(Painted.FILE, "follow.png");
        try (PaintedMap map = PaintedMap.open("follow.png", "ripples", SIZE)) {
            Field field = Filled.pattern("painted").field(SIZE, values);
            assertArrayEquals(Filled.of("picture", SIZE, Filled.defaults("picture").with(Picture.FILE, "ripples")),
                    numbers(field), 1 / 65_535.0);
            assertFalse(field.update(picture, KERNELS), "nothing was painted");
            char[] noise = noise();
            map.write(noise, 3, 2, 9, 7);
            double[] before = numbers(field);
            assertTrue(field.update(picture, KERNELS));
            double[] after = numbers(field);
            for (int i = 0; i < after.length; i++) {
                boolean within = i % 23 >= 3 && i % 23 < 9 && i / 23 >= 2 && i / 23 < 7;
                assertEquals(within ? noise[i] / 65_535.0 : before[i], after[i]);
            }
        }
    }

    @Test
    void theFileHoldsAllSixteenBits() throws IOException {
        Path file = folder.resolve("map.png");
        char[] noise = noise();
        try (PaintedMap map = PaintedMap.open(file.toString(), "folds", SIZE);
                OutputStream out = Files.newOutputStream(file)) {
            map.write(noise, 0, 0, SIZE.width(), SIZE.height());
            map.save(out);
        }
        double[] read = Filled.of("painted", SIZE, Filled.defaults("painted").with(Painted.FILE, file.toString()));
        for (int i = 0; i < read.length; i++) {
            assertEquals(noise[i] / 65_535.0, read[i]);
        }
    }

    @Test
    void aFileThatIsMissingIsNamed() {
        Values values = Filled.defaults("painted").with(Painted.FILE, "nowhere.png");
        BadValue refusal = assertThrows(BadValue.class, () -> Filled.pattern("painted").check(values));
        assertTrue(refusal.getMessage().contains("nowhere.png"), refusal.getMessage());
    }

    private static char[] noise() {
        Random random = new Random(7);
        char[] noise = new char[SIZE.pixels()];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (char) random.nextInt(65_536);
        }
        return noise;
    }

    private static double[] numbers(Field field) {
        double[] out = new double[SIZE.pixels()];
        for (int row = 0; row < SIZE.height(); row++) {
            field.fillRow(row, out, row * SIZE.width());
        }
        return out;
    }
}
