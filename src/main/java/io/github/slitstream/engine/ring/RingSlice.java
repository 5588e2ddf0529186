package io.github.slitstream.engine.ring;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameFlows;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.RowReader;
import io.github.slitstream.frame.Slice;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.PackedFrames;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Cuts through the past that a ring holds. */
public final class RingSlice implements RowReader {
    private static final int PIXEL = FrameSize.BYTES_PER_PIXEL;

    private final Slice slice;
    private final FrameSize frame;
    private final int length;
    private final Kernels kernels;
    private final int column;
    private final MemorySegment pair = Arena.ofAuto().allocate(2 * PIXEL);

    private RingSlice(Slice slice, FrameHistory past, Kernels kernels) {
        this.slice = slice;
        this.frame = past.size();
        this.length = past.around().length();
        this.kernels = kernels;
        this.column = slice.isOfRows() ? 0 : slice.line(frame);
    }

    /**
     * Reader of the ring: a picture of one line of every frame of the first view, the oldest first.
     *
     * @param kernels that unpack
     */
    public static Frame cut(FrameHistory past, Slice slice, Kernels kernels) {
        RingSlice reader = new RingSlice(slice, past, kernels);
        int pixels = slice.pixels(past.size());
        int length = past.around().length();
        Frame picture = Frame.allocate(
                slice.isOfRows() ? new FrameSize(pixels, length) : new FrameSize(length, pixels), Arena.ofAuto());
        if (slice.isOfRows()) {
            past.around().readRow(reader, slice.line(past.size()), picture);
        } else {
            for (int row = 0; row < pixels; row++) {
                past.around().readRow(reader, row, picture);
            }
        }
        return picture;
    }

    @Override
    public void readRow(MemorySegment memory, long[] starts, FrameFlows flows, int row, Frame output) {
        long from = (long) row * frame.stride() + (long) column * PIXEL;
        int bytes = slice.isOfRows() ? frame.stride() : PIXEL;
        for (int age = 0; age < length; age++) {
            MemorySegment.copy(memory, starts[age] + from, output.pixels(), place(age, row, output), bytes);
        }
    }

    @Override
    public void readPackedRow(MemorySegment memory, long[] starts, FrameFlows flows, int row, Frame output) {
        for (int age = 0; age < length; age++) {
            long to = place(age, row, output);
            long luma = starts[age] + PackedFrames.luma(frame, row);
            long chroma = starts[age] + PackedFrames.chroma(frame, row);
            if (slice.isOfRows()) {
                kernels.unpackRow(memory, luma, chroma, output.pixels(), to, frame.width());
            } else {
                int even = column & ~1; // two columns share a colour
                kernels.unpackRow(memory, luma + even, chroma + even, pair, 0, column - even + 1);
                MemorySegment.copy(pair, (long) (column - even) * PIXEL, output.pixels(), to, PIXEL);
            }
        }
    }

    private long place(int age, int row, Frame output) {
        int moment = length - 1 - age;
        return slice.isOfRows()
                ? (long) moment * output.size().stride()
                : (long) row * output.size().stride() + (long) moment * PIXEL;
    }
}
