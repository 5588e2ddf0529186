package io.github.slitstream.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.FlowGrid;
import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The trust of every cell, against the rule written once more, place by place, without running sums. Flows are of even
 * whole pixels, so that half way lies on pixels.
 */
class FlowTrustTest {
    @ParameterizedTest
    // Smaller than a region, of odd sides, larger.
    @CsvSource({"16, 18, 100, 1", "33, 27, 220, 2", "96, 70, 220, 3", "131, 64, 220, 4"})
    void trustIsAsTheRuleSays(int width, int height, int mostNoise, int seed) {
        Made made = new Made(width, height);
        made.paint(new Random(seed), mostNoise);
        long[] cells = made.cells();
        double evenness = made.evenness();
        assertTrue(evenness > 0 && evenness < 1, "too even or uneven to tell: " + evenness);
        int between = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double expected = FlowGrid.FULL_TRUST * made.trust(x / 2, y / 2, evenness);
                assertEquals(expected, FlowGrid.trust(cells[y * width + x]), 0.51, x + ", " + y);
                between += expected > 1 && expected < FlowGrid.FULL_TRUST - 1 ? 1 : 0;
            }
        }
        assertTrue(between > width * height / 20, "too little lies between the bounds to tell: " + between);
    }

    /** Pictures and flows that are made up. */
    private static final class Made {
        private final int width;
        private final int height;
        private final int[] newer;
        private final int[] older;
        private final int[][] former;
        private final int[][] there;
        private final int[][] back;

        private Made(int width, int height) {
            this.width = width;
            this.height = height;
            this.newer = new int[width * height];
            this.older = new int[width * height];
            this.former = new int[width * height][2];
            this.there = new int[width * height][2];
            this.back = new int[width * height][2];
        }

        /**
         * What moves by two pixels, with ever more noise to the right, of which much came from elsewhere; in the upper
         * half it repeats itself after four.
         */
        private void paint(Random random, int mostNoise) {
            int[] texture = random.ints((long) (width + 2) * height, 0, 256).toArray();
            for (int i = 0; i < texture.length / 2; i++) {
                int column = i % (width + 2);
                texture[i] = texture[i - column + column % 4];
            }
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int at = y * width + x;
                    int noise = mostNoise * x / width;
                    newer[at] = texture[y * (width + 2) + x + 2];
                    older[at] = Math.clamp(texture[y * (width + 2) + x] + random.nextInt(-noise, noise + 1), 0, 255);
                    int way = random.nextInt(10);
                    there[at] = new int[]{2, 0};
                    back[at] = new int[]{-2, random.nextInt(10) == 0 ? 2 : 0};
                    former[at] = way < 3 ? new int[]{-2, 0} : way < 6 ? new int[]{0, 1} : new int[]{2, 1};
                }
            }
        }

        private long[] cells() {
            FrameSize found = new FrameSize(width, height);
            FrameSize frame = new FrameSize(2 * width, 2 * height);
            FlowCells filling = new FlowCells(frame, found, true);
            MemorySegment cells = Arena.ofAuto().allocate(FlowGrid.bytes(frame), 8);
            filling.fill(bytes(newer), bytes(newer), floats(former), floats(back), cells);
            assertTrue(filling.fill(bytes(newer), bytes(older), floats(there), floats(back), cells));
            return cells.toArray(ValueLayout.JAVA_LONG);
        }

        private static MemorySegment bytes(int[] levels) {
            MemorySegment bytes = Arena.ofAuto().allocate(levels.length);
            for (int i = 0; i < levels.length; i++) {
                bytes.set(ValueLayout.JAVA_BYTE, i, (byte) levels[i]);
            }
            return bytes;
        }

        private static MemorySegment floats(int[][] flow) {
            MemorySegment floats = Arena.ofAuto().allocate(8L * flow.length, 4);
            for (int i = 0; i < flow.length; i++) {
                floats.setAtIndex(ValueLayout.JAVA_FLOAT, 2L * i, flow[i][0]);
                floats.setAtIndex(ValueLayout.JAVA_FLOAT, 2L * i + 1, flow[i][1]);
            }
            return floats;
        }

        /** Of a place, 0 … 1. */
        private double trust(int column, int row, double evenness) {
            double plain = 0;
            double left = 0;
            int count = 0;
            double regionPlain = 0;
            double regionLeft = 0;
            double regionOpposite = 0;
            for (int y = row - 7; y <= row + 7; y++) {
                for (int x = column - 7; x <= column + 7; x++) {
                    if (x < 0 || y < 0 || 2 * x >= width || 2 * y >= height) {
                        continue;
                    }
                    regionPlain += plain(x, y);
                    regionLeft += along(x, y, 1);
                    regionOpposite += along(x, y, -1);
                    if (Math.abs(x - column) <= 1 && Math.abs(y - row) <= 1) {
                        plain += plain(x, y);
                        left += along(x, y, 1);
                        count++;
                    }
                }
            }
            if (plain == 0) {
                return 0;
            }
            double gain = (0.95 * plain - left) / (0.05 * plain + 0.2 * count);
            double explained = (0.8 - regionLeft / regionPlain) / 0.35;
            double notOpposite = (regionOpposite / regionPlain - 0.5) / 0.25;
            return Math.min(Math.clamp(gain, 0, 1), evenness) * Math.clamp(explained, 0, 1)
                    * Math.clamp(notOpposite, 0, 1);
        }

        private double plain(int column, int row) {
            return Math.abs(pixel(newer, 2 * column, 2 * row) - pixel(older, 2 * column, 2 * row));
        }

        /** @param way 1 along the flow, -1 against it */
        private double along(int column, int row, int way) {
            int x = 2 * column;
            int y = 2 * row;
            int[] to = there[y * width + x];
            int[] from = back[y * width + x];
            return Math.abs(pixel(newer, x - way * to[0] / 2, y - way * to[1] / 2)
                    - pixel(older, x - way * from[0] / 2, y - way * from[1] / 2));
        }

        /** How evenly the whole picture moves, 0 … 1. */
        private double evenness() {
            double all = 0;
            double uneven = 0;
            for (int y = 0; y < height; y += 2) {
                for (int x = 0; x < width; x += 2) {
                    int[] to = there[y * width + x];
                    int[] before = former[Math.clamp(y + to[1], 0, height - 1) * width
                            + Math.clamp(x + to[0], 0, width - 1)];
                    double turned = Math.hypot(to[0] - before[0], to[1] - before[1])
                            / (Math.hypot(to[0], to[1]) + 0.5);
                    all += plain(x / 2, y / 2);
                    uneven += plain(x / 2, y / 2) * Math.clamp((turned - 0.75) / 0.25, 0, 1);
                }
            }
            return Math.clamp((0.6 - uneven / all) / 0.2, 0, 1);
        }

        private int pixel(int[] picture, int x, int y) {
            return picture[Math.clamp(y, 0, height - 1) * width + Math.clamp(x, 0, width - 1)];
        }
    }
}
