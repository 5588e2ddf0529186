package io.github.slitstream.kernel;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameFlows;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.RowReader;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Rows of pictures each pixel of which shows several moments: the mean of those of an exposure, and of other ones in
 * each colour. One thread, which chooses what is read and then reads rows; allocates nothing meanwhile.
 */
public final class ComposedRows implements RowReader {
    private final MomentKernels kernels;
    private final MomentDelays moments;
    private final MovedDelays moved;
    private final long rowBytes;
    private final MemorySegment exposed;
    private final MemorySegment coloured;
    private Delays delays;
    private MomentRows way;

    /**
     * @param moments that make a pixel
     * @param shifted room for one row of delays, those that the ways to be chosen read
     * @param way chosen at first
     */
    public ComposedRows(MomentKernels kernels, MomentDelays moments, Delays shifted, MomentRows way) {
        this.kernels = kernels;
        this.moments = moments;
        this.moved = new MovedDelays(shifted);
        this.rowBytes = (long) shifted.width() * FramePixels.BYTES;
        Arena arena = Arena.ofAuto();
        this.exposed = arena.allocate(MomentKernels.MOST_ROWS * rowBytes, FramePixels.BYTES);
        this.coloured = arena.allocate(MomentDelays.COLOURS * rowBytes, FramePixels.BYTES);
        this.delays = shifted;
        this.way = way;
    }

    /**
     * Chooses how and where the next rows are read.
     *
     * @param rows reads the shifted delays
     * @param from delays of the picture; the row's must have been written
     */
    public RowReader by(MomentRows rows, Delays from) {
        way = rows;
        delays = from;
        return this;
    }

    @Override
    public void readRow(MemorySegment memory, long[] starts, FrameFlows flows, int row, Frame output) {
        compose(false, memory, starts, flows, row, output);
    }

    @Override
    public void readPackedRow(MemorySegment memory, long[] starts, FrameFlows flows, int row, Frame output) {
        compose(true, memory, starts, flows, row, output);
    }

    private void compose(boolean packed, MemorySegment memory, long[] starts, FrameFlows flows, int row,
            Frame output) {
        FrameSize size = output.size();
        long at = (long) row * size.stride();
        moved.take(delays, row);
        if (moments.colours() == 1) {
            expose(packed, memory, starts, flows, 0, row, size, output.pixels(), at);
            return;
        }
        for (int colour = 0; colour < moments.colours(); colour++) {
            expose(packed, memory, starts, flows, colour, row, size, coloured, colour * rowBytes);
        }
        kernels.mergeRow(coloured, 0, rowBytes, output.pixels(), at, size.width());
    }

    private void expose(boolean packed, MemorySegment memory, long[] starts, FrameFlows flows, int colour, int row,
            FrameSize size, MemorySegment out, long outOffset) {
        int exposures = moments.exposures();
        if (exposures == 1) {
            fill(packed, memory, starts, flows, colour, 0, row, size, out, outOffset);
            return;
        }
        for (int i = 0; i < exposures; i++) {
            fill(packed, memory, starts, flows, colour, i, row, size, exposed, i * rowBytes);
        }
        kernels.meanRow(exposed, 0, rowBytes, exposures, out, outOffset, size.width());
    }

    private void fill(boolean packed, MemorySegment memory, long[] starts, FrameFlows flows, int colour, int exposure,
            int row, FrameSize size, MemorySegment out, long outOffset) {
        moments.move(colour, exposure, moved);
        if (packed) {
            way.fillPacked(memory, starts, flows, row, size, out, outOffset);
        } else {
            way.fill(memory, starts, flows, row, size, out, outOffset);
        }
    }
}
