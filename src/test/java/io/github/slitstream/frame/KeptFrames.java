package io.github.slitstream.frame;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Where frames lie, as those who make rows of them are told. */
public final class KeptFrames implements RowReader {
    private MemorySegment memory = MemorySegment.NULL;
    private long[] starts = new long[0];
    private FrameFlows flows = new FrameFlows(0);

    private KeptFrames() {}

    public static KeptFrames of(FrameSequence frames, FrameSize size) {
        KeptFrames kept = new KeptFrames();
        try (Arena arena = Arena.ofConfined()) {
            frames.readRow(kept, 0, Frame.allocate(size, arena));
        }
        return kept;
    }

    public MemorySegment memory() {
        return memory;
    }

    /** The flow between these frames. */
    public FrameFlows flows() {
        return flows;
    }

    /** Where the frame of each place starts. */
    public long[] starts() {
        return starts;
    }

    /** Where the frame at a place starts. */
    public long start(int place) {
        return starts[Math.min(place, starts.length - 1)];
    }

    /** A byte of the frame at a place. */
    public byte at(int place, long offset) {
        return memory.get(ValueLayout.JAVA_BYTE, start(place) + offset);
    }

    @Override
    public void readRow(MemorySegment from, long[] at, FrameFlows flow, int row, Frame output) {
        memory = from;
        starts = at;
        flows = flow;
    }

    @Override
    public void readPackedRow(MemorySegment from, long[] at, FrameFlows flow, int row, Frame output) {
        readRow(from, at, flow, row, output);
    }
}
