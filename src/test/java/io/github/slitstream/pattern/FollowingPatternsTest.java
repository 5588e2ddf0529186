package io.github.slitstream.pattern;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.FlowAxis;
import io.github.slitstream.frame.FlowGrid;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.ScalarKernels;
import io.github.slitstream.param.Values;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Brightness and motion against their definitions, worked out in doubles, all at once. */
class FollowingPatternsTest {
    private static final List<FrameSize> SIZES = List.of(new FrameSize(1, 1), new FrameSize(3, 9),
            new FrameSize(61, 38));
    private static final double STEP_SECONDS = 0.05;
    private static final double WITHIN = 2e-4;

    @Test
    void motionHeatsUpCoolsDownAndSpreads() {
        Values values = Filled.defaults("motion").with(Motion.THRESHOLD, 10.0).with(Motion.ATTACK, 0.1)
                .with(Motion.DECAY, 0.3).with(Motion.BLUR, 14.0);
        for (FrameSize size : SIZES) {
            List<int[]> pictures = pictures(size, 5);
            double[] heat = new double[blocks(size.width()) * blocks(size.height())];
            for (int i = 1; i < pictures.size(); i++) {
                double[] now = means(pictures.get(i), size);
                double[] before = means(pictures.get(i - 1), size);
                for (int block = 0; block < heat.length; block++) {
                    double wanted = Math.clamp((Math.abs(now[block] - before[block]) - 10) / 10, 0, 1);
                    double constant = wanted > heat[block] ? 0.1 : 0.3;
                    heat[block] += (wanted - heat[block]) * (1 - Math.exp(-STEP_SECONDS / constant));
                }
            }
            assertArrayEquals(pixels(blurred(heat, size, 0.14), size), shown("motion", values, size, pictures), WITHIN,
                    size.toString());
        }
    }

    @Test
    void brightnessLingersBetweenItsPoints() {
        Values values = Filled.defaults("luma").with(Luma.BLACK, 0.7).with(Luma.WHITE, 0.2).with(Luma.BLUR, 7.0)
                .with(Luma.INERTIA, 0.2);
        for (FrameSize size : SIZES) {
            List<int[]> pictures = pictures(size, 4);
            double[] lingering = means(pictures.getFirst(), size);
            for (int[] picture : pictures.subList(1, pictures.size())) {
                double[] seen = means(picture, size);
                for (int block = 0; block < seen.length; block++) {
                    lingering[block] += (seen[block] - lingering[block]) * (1 - Math.exp(-STEP_SECONDS / 0.2));
                }
            }
            double[] numbers = new double[lingering.length];
            for (int block = 0; block < numbers.length; block++) {
                numbers[block] = Math.clamp((0.7 - lingering[block] / 255) / 0.5, 0, 1);
            }
            assertArrayEquals(pixels(blurred(numbers, size, 0.07), size), shown("luma", values, size, pictures), WITHIN,
                    size.toString());
        }
    }

    /** What was made by the numbers comes back as brightness; before anything was made, what comes in. */
    @Test
    void brightnessMayBeThatOfThePictureShownLast() {
        Values values = Filled.defaults("luma").with(Luma.BLACK, 0.0).with(Luma.WHITE, 1.0).with(Luma.BLUR, 0.0)
                .with(Luma.OF, Luma.Of.SHOWN);
        for (FrameSize size : SIZES) {
            List<int[]> pictures = pictures(size, 3);
            Field field = Filled.pattern("luma").field(size, values);
            assertTrue(field.watches());
            field.update(frame(pictures.get(0), size), new ScalarKernels().planes());
            assertArrayEquals(levels(pictures.get(0), size), filled(field, size), WITHIN);
            for (int row = size.height() - 1; row >= 0; row--) {
                field.watchRow(row, frame(pictures.get(1), size), new ScalarKernels().planes());
            }
            field.update(GreyFrame.at(frame(pictures.get(2), size), 1), new ScalarKernels().planes());
            assertArrayEquals(levels(pictures.get(1), size), filled(field, size), WITHIN);
            field.take(values.with(Luma.OF, Luma.Of.NEWEST));
            assertFalse(field.watches());
            field.update(GreyFrame.at(frame(pictures.get(2), size), 2), new ScalarKernels().planes());
            assertArrayEquals(levels(pictures.get(2), size), filled(field, size), WITHIN);
        }
    }

    private static double[] levels(int[] picture, FrameSize size) {
        return pixels(Arrays.stream(means(picture, size)).map(level -> level / 255).toArray(), size);
    }

    /** By the flow that is kept, of which what is not to be trusted counts as still. */
    @Test
    void motionMayBeTheLengthOfTheFlow() {
        Values values = Filled.defaults("motion").with(Motion.BY_FLOW, true).with(Motion.THRESHOLD, 4.0)
                .with(Motion.ATTACK, 0.0).with(Motion.BLUR, 0.0);
        for (FrameSize size : SIZES) {
            FrameSize cells = FlowGrid.of(size);
            double[] lengths = new double[blocks(size.width()) * blocks(size.height())];
            int[] counts = new int[lengths.length];
            Random random = new Random(8);
            try (FrameRing ring = new FrameRing(size, 1, 2, null, FlowAxis.MOMENTS); Arena arena = Arena.ofConfined()) {
                MemorySegment flow = arena.allocate(FlowGrid.bytes(size), Long.BYTES);
                for (int i = 0; i < cells.pixels(); i++) {
                    float right = random.nextInt(-80, 80) / 16f;
                    float down = random.nextInt(-80, 80) / 16f;
                    boolean isTrusted = random.nextInt(4) > 0;
                    flow.setAtIndex(ValueLayout.JAVA_LONG, i,
                            isTrusted ? FlowGrid.cell(right, down, 1, 1, FlowGrid.FULL_TRUST) : 0);
                    int block = i / cells.width() / 2 * blocks(size.width()) + i % cells.width() / 2;
                    lengths[block] += isTrusted ? Math.hypot(right, down) : 0;
                    counts[block]++;
                }
                Field field = Filled.pattern("motion").field(size, values);
                for (int i = 0; i < 2; i++) {
                    Objects.requireNonNull(ring.claim());
                    ring.publish(i * 40_000_000L);
                    if (i > 0) {
                        ring.keepFlow(i, 0, flow);
                    }
                    ring.showWithFlow(i);
                    field.reach(ring.newest(), 1);
                    field.update(ring.newest().now(), new ScalarKernels().planes());
                }
                for (int block = 0; block < lengths.length; block++) {
                    lengths[block] = Math.clamp((lengths[block] / counts[block] - 4) / 4, 0, 1);
                }
                assertArrayEquals(pixels(lengths, size), filled(field, size), WITHIN, size.toString());
                assertEquals(Optional.empty(), field.note());
            }
        }
    }

    @Test
    void motionByFlowSaysWhereThereIsNone() {
        FrameSize size = new FrameSize(40, 30);
        Field field = Filled.pattern("motion").field(size, Filled.defaults("motion").with(Motion.BY_FLOW, true));
        try (FrameRing ring = new FrameRing(size, 2)) {
            for (int i = 0; i < 2; i++) {
                Objects.requireNonNull(ring.claim());
                ring.publish(i * 40_000_000L);
                field.reach(ring.newest(), 1);
                field.update(ring.newest().now(), new ScalarKernels().planes());
            }
        }
        assertTrue(field.note().orElseThrow().contains("interpolation=flow"), field.note().orElseThrow());
        field.take(Filled.defaults("motion"));
        field.update(frame(pictures(size, 1).getFirst(), size), new ScalarKernels().planes());
        assertEquals(Optional.empty(), field.note());
    }

    @Test
    void whatRestsIsNow() {
        FrameSize size = new FrameSize(20, 12);
        List<int[]> pictures = pictures(size, 1);
        List<int[]> resting = List.of(pictures.getFirst(), pictures.getFirst(), pictures.getFirst());
        for (double number : shown("motion", Filled.defaults("motion"), size, resting)) {
            assertEquals(0, number);
        }
    }

    /** The picture is read by kernels, which must not matter. */
    @Test
    void kernelsAgree() {
        FrameSize size = new FrameSize(83, 20);
        for (String id : List.of("luma", "motion")) {
            Field plain = Filled.pattern(id).field(size, Filled.defaults(id));
            Field fast = Filled.pattern(id).field(size, Filled.defaults(id));
            for (int[] picture : pictures(size, 3)) {
                Frame frame = frame(picture, size);
                assertTrue(plain.update(frame, new ScalarKernels().planes()));
                assertTrue(fast.update(frame, Kernels.get().planes()));
            }
            assertArrayEquals(filled(plain, size), filled(fast, size), id);
        }
    }

    private static List<int[]> pictures(FrameSize size, int count) {
        Random random = new Random(11);
        List<int[]> pictures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pictures.add(random.ints(size.pixels(), 0, 256).toArray());
        }
        return pictures;
    }

    private static double[] shown(String id, Values values, FrameSize size, List<int[]> pictures) {
        Field field = Filled.pattern(id).field(size, values);
        for (int i = 0; i < pictures.size(); i++) {
            field.update(GreyFrame.at(frame(pictures.get(i), size), Math.round(i * STEP_SECONDS * 1e9)),
                    new ScalarKernels().planes());
        }
        return filled(field, size);
    }

    private static double[] filled(Field field, FrameSize size) {
        double[] out = new double[size.pixels()];
        for (int row = 0; row < size.height(); row++) {
            field.fillRow(row, out, row * size.width());
        }
        return out;
    }

    private static Frame frame(int[] greys, FrameSize size) {
        return GreyFrame.of(size, (x, y) -> greys[y * size.width() + x]);
    }

    private static int blocks(int side) {
        return (side + 3) / 4;
    }

    /** Of every second row of blocks of 4×4. */
    private static double[] means(int[] picture, FrameSize size) {
        double[] means = new double[blocks(size.width()) * blocks(size.height())];
        for (int block = 0; block < means.length; block++) {
            int left = block % blocks(size.width()) * 4;
            int top = block / blocks(size.width()) * 4;
            double sum = 0;
            int count = 0;
            for (int y = top; y < Math.min(top + 4, size.height()); y += 2) {
                for (int x = left; x < Math.min(left + 4, size.width()); x++) {
                    sum += picture[y * size.width() + x];
                    count++;
                }
            }
            means[block] = sum / count;
        }
        return means;
    }

    private static double[] blurred(double[] blocks, FrameSize size, double share) {
        int columns = blocks(size.width());
        int rows = blocks(size.height());
        int longer = Math.max(size.width(), size.height());
        int radius = (int) Math.min(Math.rint(share * longer / 4), Math.max(columns, rows));
        double[] result = blocks;
        for (int pass = 0; pass < 3; pass++) {
            double[] next = new double[blocks.length];
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    double sum = 0;
                    for (int y = row - radius; y <= row + radius; y++) {
                        for (int x = column - radius; x <= column + radius; x++) {
                            sum += result[Math.clamp(y, 0, rows - 1) * columns + Math.clamp(x, 0, columns - 1)];
                        }
                    }
                    next[row * columns + column] = sum / Math.pow(2 * radius + 1, 2);
                }
            }
            result = next;
        }
        return result;
    }

    private static double[] pixels(double[] blocks, FrameSize size) {
        int columns = blocks(size.width());
        int rows = blocks(size.height());
        double[] pixels = new double[size.pixels()];
        for (int i = 0; i < pixels.length; i++) {
            double x = Math.clamp((i % size.width() + 0.5) / 4 - 0.5, 0, columns - 1);
            int line = i / size.width();
            double y = Math.clamp((line + 0.5) / 4 - 0.5, 0, rows - 1);
            double sum = 0;
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    sum += blocks[row * columns + column] * Math.max(0, 1 - Math.abs(x - column))
                            * Math.max(0, 1 - Math.abs(y - row));
                }
            }
            pixels[i] = sum;
        }
        return pixels;
    }
}
