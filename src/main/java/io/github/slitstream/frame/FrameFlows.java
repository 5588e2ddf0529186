package io.github.slitstream.frame;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/** The flow between each frame of a {@link FrameSequence} and the next, as far as it was found. */
public final class FrameFlows {
    /** Where the flow starts that was not found. */
    public static final long NONE = -1;

    private final long[] starts;
    private MemorySegment memory = MemorySegment.NULL;
    private boolean kept;

    FrameFlows(int places) {
        starts = new long[places];
        Arrays.fill(starts, NONE);
    }

    /** Whether flow is kept, as far as it is found. */
    boolean areKept() {
        return kept;
    }

    /** Holds the cells of all flows, as {@link FlowGrid} lays them out. */
    public MemorySegment memory() {
        return memory;
    }

    /**
     * Where in the memory the cells of the flow between the frame of each place and the next start, or {@link #NONE};
     * to be read only.
     */
    public long[] starts() {
        return starts;
    }

    /** The last of the {@link #starts}; {@link #NONE} where no flow was found. */
    public long last() {
        long last = NONE;
        for (long start : starts) {
            last = Math.max(last, start);
        }
        return last;
    }

    /** Whether there is flow anywhere in a row of pixels, between whichever frames. */
    public boolean hasFlowIn(int row, FrameSize size) {
        long first = FlowGrid.marks(size, row);
        long any = 0;
        for (long start : starts) {
            for (int at = 0; start != NONE && at < FlowGrid.markBytes(size); at += Long.BYTES) {
                any |= memory.get(ValueLayout.JAVA_LONG, start + first + at);
            }
        }
        return any != 0;
    }

    /** Says where the cells are; their places follow by {@link #place}. */
    void locate(MemorySegment cells) {
        memory = cells;
        kept = true;
    }

    void place(int place, long start) {
        starts[place] = start;
    }
}
