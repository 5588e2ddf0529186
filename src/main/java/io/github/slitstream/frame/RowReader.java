package io.github.slitstream.frame;

import java.lang.foreign.MemorySegment;

/**
 * Port: makes rows of a picture from one row of many frames, for each form in which frames are kept. Any thread;
 * neither method allocates.
 */
public interface RowReader {
    /**
     * @param memory holds all frames, packed BGRA
     * @param starts where in the memory the frame of each place starts, in bytes; one entry more than there are places,
     *     so that every frame has one behind it
     * @param flows between the frame of each place and the next
     * @param row of the frames
     * @param output takes what is made of it
     */
    void readRow(MemorySegment memory, long[] starts, FrameFlows flows, int row, Frame output);

    /** The same of frames as the ring's {@link FramePacking} keeps them. */
    void readPackedRow(MemorySegment memory, long[] starts, FrameFlows flows, int row, Frame output);
}
