package io.github.slitstream.frame;

import java.lang.foreign.MemorySegment;

/**
 * Frames one behind another: those of one camera back in time, or those of one moment from camera to camera. How they
 * lie in memory is not told: a {@link RowReader} makes rows of pictures from them.
 */
public final class FrameSequence {
    private final long[] starts;
    private final FrameFlows flows;
    private final boolean packed;
    private MemorySegment memory = MemorySegment.NULL;
    private int capacity;
    private int length;

    /**
     * @param capacity the largest that is ever told by {@link #locate}
     * @param packed whether frames are kept as a {@link FramePacking} made them
     */
    FrameSequence(int capacity, boolean packed) {
        this.capacity = capacity;
        this.starts = new long[capacity + 1];
        this.flows = new FrameFlows(capacity + 1);
        this.packed = packed;
    }

    /** How many frames there are once enough have been captured: one more than the largest place of a frame. */
    public int capacity() {
        return capacity;
    }

    /** How many frames exist, 1 … {@link #capacity()}; at places from there on stands the last. */
    public int length() {
        return length;
    }

    /**
     * Has a reader fill of a picture what it makes of one row of these frames. Any number of threads may fill rows at
     * once.
     *
     * @param output of the size that the reader fills
     */
    public void readRow(RowReader reader, int row, Frame output) {
        if (packed) {
            reader.readPackedRow(memory, starts, flows, row, output);
        } else {
            reader.readRow(memory, starts, flows, row, output);
        }
    }

    /** Whether the flow between these frames is kept, as far as it was found. */
    public boolean hasFlow() {
        return flows.areKept();
    }

    /** The flow between these frames. */
    FrameFlows flows() {
        return flows;
    }

    /** Says where the frames are; their places follow by {@link #place}. */
    void locate(MemorySegment frames, int count, int most) {
        memory = frames;
        length = count;
        capacity = most;
    }

    /** Says where in the memory the frame of this place starts, 0 … the largest capacity. */
    void place(int place, long start) {
        starts[place] = start;
    }
}
