package io.github.slitstream.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every kernel against its definition, one channel at a time. */
@Tag("kernels")
class KernelsTest {
    private static final int ROUNDS = 300;
    private static final int WIDEST = 150;

    private final Kernels kernels = Kernels.get();

    /** What the kernel should have written to a channel of a pixel. */
    private interface Definition {
        double channel(int pixel, int channel);
    }

    @Test
    void blendRowWeighsTwoRows() {
        everyRound((random, arena, pixels, out, outOffset) -> {
            MemorySegment a = Row.random(arena, 4L * pixels + 7, random);
            MemorySegment b = Row.random(arena, 4L * pixels + 7, random);
            int aOffset = random.nextInt(8);
            int bOffset = random.nextInt(8);
            int weight = random.nextInt(4) == 0 ? 256 * random.nextInt(2) : random.nextInt(257);
            kernels.blendRow(a, aOffset, b, bOffset, weight, out, outOffset, pixels);
            return (pixel, channel) -> rounded(Row.channel(a, aOffset + 4L * pixel + channel),
                    Row.channel(b, bOffset + 4L * pixel + channel), weight);
        });
    }

    @Test
    void displaceRowBlendsTheFramesAroundEachDelay() {
        everyRound((random, arena, pixels, out, outOffset) -> {
            RandomHistory history = RandomHistory.random(arena, random.nextInt(1, 130), 4 * pixels + 9, random);
            int rowOffset = random.nextInt(10);
            Delays delays = history.delays(pixels, 3, random);
            int row = random.nextInt(3);
            kernels.displaceRow(history.memory(), history.ageOffsets(), delays, row, rowOffset, out, outOffset);
            return (pixel, channel) -> {
                int delay = delays.ofPixels()[row * pixels + pixel];
                long at = rowOffset + 4L * pixel + channel;
                return rounded(Row.channel(history.memory(), history.ageOffsets()[delay / 256] + at),
                        Row.channel(history.memory(), history.ageOffsets()[delay / 256 + 1] + at), delay % 256);
            };
        });
    }

    @Test
    void pickRowTakesTheFrameOfEachDelay() {
        everyRound((random, arena, pixels, out, outOffset) -> {
            RandomHistory history = RandomHistory.random(arena, random.nextInt(1, 130), 4 * pixels + 9, random);
            int rowOffset = random.nextInt(10);
            Delays delays = history.delays(pixels, 3, random);
            int row = random.nextInt(3);
            kernels.pickRow(history.memory(), history.ageOffsets(), delays, row, rowOffset, out, outOffset);
            return (pixel, channel) -> Row.channel(history.memory(),
                    history.ageOffsets()[delays.ofPixels()[row * pixels + pixel] / 256] + rowOffset + 4L * pixel
                            + channel);
        });
    }

    @Test
    void rotateRowTurnsTheChosenPairAndKeepsTheRest() {
        RotationTable rotation = new RotationTable();
        everyRound((random, arena, pixels, out, outOffset) -> {
            int first = random.nextInt(3);
            int second = (first + 1 + random.nextInt(2)) % 3;
            int angle = random.nextInt(-400, 400);
            double cos = angle % 90 == 0 ? Math.rint(Math.cos(Math.toRadians(angle))) : Math.cos(Math.toRadians(angle));
            double sin = angle % 90 == 0 ? Math.rint(Math.sin(Math.toRadians(angle))) : Math.sin(Math.toRadians(angle));
            rotation.channels(first, second);
            rotation.rotate(angle);
            MemorySegment in = Row.random(arena, 4L * pixels + 7, random);
            int inOffset = random.nextInt(8);
            kernels.rotateRow(in, inOffset, rotation, out, outOffset, pixels);
            return (pixel, channel) -> {
                long at = inOffset + 4L * pixel;
                double x = Row.channel(in, at + first) - 127.5;
                double y = Row.channel(in, at + second) - 127.5;
                double turned = channel == first ? x * cos - y * sin : x * sin + y * cos;
                return channel == first || channel == second
                        ? Math.clamp(Math.floor(turned + 127.5), 0, 255)
                        : Row.channel(in, at + channel);
            };
        });
    }

    @Test
    void colourRowMixesAndClamps() {
        everyRound((random, arena, pixels, out, outOffset) -> {
            int[] matrix = new int[12];
            int scale = 1 << random.nextInt(8, 17);
            for (int i = 0; i < matrix.length; i++) {
                matrix[i] = random.nextInt(-scale, scale + 1) * (i % 4 == 3 ? 256 : 1);
            }
            MemorySegment in = Row.random(arena, 4L * pixels + 7, random);
            int inOffset = random.nextInt(8);
            kernels.colourRow(in, inOffset, matrix, out, outOffset, pixels);
            return (pixel, channel) -> {
                long at = inOffset + 4L * pixel;
                if (channel == 3) {
                    return Row.channel(in, at + 3);
                }
                double sum = matrix[4 * channel + 3];
                for (int from = 0; from < 3; from++) {
                    sum += (double) matrix[4 * channel + from] * Row.channel(in, at + from);
                }
                return Math.clamp(Math.floor(sum / 4096 + 0.5), 0, 255);
            };
        });
    }

    @Test
    void rotateRowAndColourRowMayWorkInPlace() {
        RotationTable rotation = new RotationTable();
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            int pixels = random.nextInt(1, WIDEST);
            rotation.rotate(random.nextDouble(360));
            int[] matrix = random.ints(12, -9_000, 9_000).toArray();
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment row = Row.random(arena, 4L * pixels, random);
                MemorySegment once = Row.copy(arena, row);
                MemorySegment twice = Row.copy(arena, row);
                kernels.rotateRow(row, 0, rotation, once, 0, pixels);
                kernels.colourRow(once, 0, matrix, twice, 0, pixels);
                kernels.rotateRow(row, 0, rotation, row, 0, pixels);
                kernels.colourRow(row, 0, matrix, row, 0, pixels);
                assertEquals(-1, twice.mismatch(row), "first byte that differs, seed " + seed);
            }
        }
    }

    @Test
    void reverseRowTurnsTheOrderOfPixels() {
        everyRound((random, arena, pixels, out, outOffset) -> {
            MemorySegment in = Row.random(arena, 4L * pixels + 7, random);
            int inOffset = random.nextInt(8);
            kernels.reverseRow(in, inOffset, out, outOffset, pixels);
            return (pixel, channel) -> Row.channel(in, inOffset + 4L * (pixels - 1 - pixel) + channel);
        });
    }

    /** Runs a kernel on random rows and says what it should have done. */
    private interface Round {
        Definition run(Random random, Arena arena, int pixels, MemorySegment out, long outOffset);
    }

    /** Checks every byte of the output, also those around the row, which must stay. */
    private static void everyRound(Round round) {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            int pixels = seed < 40 ? seed + 1 : random.nextInt(1, WIDEST);
            try (Arena arena = Arena.ofConfined()) {
                int outOffset = random.nextInt(40);
                MemorySegment out = Row.random(arena, outOffset + 4L * pixels + 40, random);
                MemorySegment before = Row.copy(arena, out);
                Definition definition = round.run(random, arena, pixels, out, outOffset);
                for (int i = 0; i < out.byteSize(); i++) {
                    int at = i - outOffset;
                    boolean inRow = at >= 0 && at < 4 * pixels;
                    double expected = inRow ? definition.channel(at / 4, at % 4) : Row.channel(before, i);
                    assertEquals(expected, Row.channel(out, i), "seed " + seed + ", " + pixels + " pixels, byte " + at);
                }
            }
        }
    }

    private static double rounded(int a, int b, int weight) {
        return Math.floor((a * (256.0 - weight) + b * (double) weight) / 256 + 0.5);
    }
}
