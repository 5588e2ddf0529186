package io.github.slitstream.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.slitstream.frame.FlowGrid;
import io.github.slitstream.frame.FrameFlows;
import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The kernel along the flow against its definition in doubles. */
@Tag("kernels")
class FlowRowTest {
    private static final int ROUNDS = 60;
    /** A place is rounded to 1/256 of a pixel, up to a level of steep edges; a blend of blends rounds four times. */
    private static final double ALLOWED = 3;

    private final Kernels kernels = Kernels.get();

    @Test
    void flowRowReadsBothFramesWhereTheFlowLeads() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            FrameSize size = new FrameSize(random.nextInt(1, 90), random.nextInt(1, 12));
            try (FlowScene scene = new FlowScene(size, random.nextInt(2, 9), false, kernels, random);
                    Arena arena = Arena.ofConfined()) {
                Delays delays = scene.delays(random);
                MemorySegment out = arena.allocate(size.stride());
                for (int row = 0; row < size.height(); row++) {
                    kernels.flowRow(scene.kept().memory(), scene.kept().starts(), scene.kept().flows(), delays, row,
                            size, out, 0);
                    for (int i = 0; i < size.stride(); i++) {
                        assertEquals(expected(scene, delays.ofPixels()[row * size.width() + i / 4], row, i / 4, i % 4),
                                out.get(ValueLayout.JAVA_BYTE, i) & 0xff, ALLOWED,
                                "seed " + seed + ", row " + row + ", byte " + i + " of " + size);
                    }
                }
            }
        }
    }

    private static double expected(FlowScene scene, int delay, int row, int column, int channel) {
        int age = delay / 256;
        double x = delay % 256 / 256.0;
        double plain = (1 - x) * level(scene, age, column, row, channel)
                + x * level(scene, age + 1, column, row, channel);
        FrameFlows flows = scene.kept().flows();
        if (flows.starts()[age] == FrameFlows.NONE) {
            return plain;
        }
        int columns = (scene.size().width() + 1) / 2;
        long cell = flows.memory().get(ValueLayout.JAVA_LONG,
                flows.starts()[age] + 8L * (row / 2 * columns + column / 2));
        double along = (1 - x) * level(scene, age, column - x * FlowGrid.forwardX(cell) / 16,
                row - x * FlowGrid.forwardY(cell) / 16, channel)
                + x * level(scene, age + 1, column - (1 - x) * FlowGrid.backwardX(cell) / 16,
                        row - (1 - x) * FlowGrid.backwardY(cell) / 16, channel);
        int stored = FlowGrid.trust(cell);
        double trust = (stored + (stored >> 7)) / 256.0;
        return trust * along + (1 - trust) * plain;
    }

    /** Bilinear, within the picture. */
    private static double level(FlowScene scene, int age, double x, double y, int channel) {
        FrameSize size = scene.size();
        double column = Math.clamp(x, 0, size.width() - 1);
        double row = Math.clamp(y, 0, size.height() - 1);
        double sum = 0;
        for (int corner = 0; corner < 4; corner++) {
            int atColumn = Math.min((int) column + corner % 2, size.width() - 1);
            int atRow = Math.min((int) row + corner / 2, size.height() - 1);
            double across = column - (int) column;
            double down = row - (int) row;
            double share = (corner % 2 == 0 ? 1 - across : across) * (corner / 2 == 0 ? 1 - down : down);
            sum += share * (scene.kept().at(age, (long) atRow * size.stride() + 4L * atColumn + channel) & 0xff);
        }
        return sum;
    }
}
