package io.github.slitstream.pattern;

import io.github.slitstream.frame.FlowGrid;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameFlows;
import io.github.slitstream.frame.FrameSequence;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.RowReader;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * How many pixels what blocks of {@value BlockMeans#SIDE} by {@value BlockMeans#SIDE} pixels show has moved since the
 * frame before, where the flow between the two is kept: the mean of the cells of a block, of which those that are not
 * to be trusted count as still. One thread; allocates nothing.
 */
final class FlowLengths implements RowReader {
    private static final int CELLS = BlockMeans.SIDE / FlowGrid.SIDE;
    private static final double UNIT = 1 << FlowGrid.FRACTION_BITS;

    private final FrameSize blocks;
    private final FrameSize cells;
    private MemorySegment memory = MemorySegment.NULL;
    private long start = FrameFlows.NONE;

    /**
     * @param frame size of the frames
     * @param blocks how many there are
     */
    FlowLengths(FrameSize frame, FrameSize blocks) {
        this.blocks = blocks;
        this.cells = FlowGrid.of(frame);
    }

    /**
     * Measures the flow from the newest frame to the one before it.
     *
     * @param newest of the moments
     * @param out gets pixels, block by block
     * @return whether there is any flow
     */
    boolean read(FrameSequence moments, Frame newest, float[] out) {
        start = FrameFlows.NONE;
        if (moments.hasFlow()) {
            moments.readRow(this, 0, newest);
        }
        if (start == FrameFlows.NONE) {
            return false;
        }
        Arrays.fill(out, 0);
        for (int row = 0; row < cells.height(); row++) {
            int cellsDown = Math.min(CELLS, cells.height() - row / CELLS * CELLS);
            for (int column = 0; column < cells.width(); column++) {
                int cellsAcross = Math.min(CELLS, cells.width() - column / CELLS * CELLS);
                out[row / CELLS * blocks.width() + column / CELLS] += (float) (length(row, column)
                        / (cellsDown * cellsAcross));
            }
        }
        return true;
    }

    private double length(int row, int column) {
        long cell = memory.get(ValueLayout.JAVA_LONG,
                start + ((long) row * cells.width() + column) * FlowGrid.CELL_BYTES);
        double right = FlowGrid.forwardX(cell) / UNIT;
        double down = FlowGrid.forwardY(cell) / UNIT;
        return FlowGrid.trust(cell) == 0 ? 0 : Math.sqrt(right * right + down * down);
    }

    @Override
    public void readRow(MemorySegment frames, long[] starts, FrameFlows flows, int row, Frame output) {
        memory = flows.memory();
        start = flows.starts()[0];
    }

    @Override
    public void readPackedRow(MemorySegment frames, long[] starts, FrameFlows flows, int row, Frame output) {
        readRow(frames, starts, flows, row, output);
    }
}
