package io.github.slitstream.frame;

import java.lang.foreign.MemorySegment;

/** Port: finds the optical flow between two pictures. One thread per instance; the memory stays the caller's. */
public interface FlowFinder {
    /**
     * Makes of a frame a picture in shades of grey, of another size.
     *
     * @param grey takes it off the heap, a byte for each pixel of that size, row after row
     */
    void shrink(Frame frame, FrameSize size, MemorySegment grey);

    /**
     * Finds for every pixel of one grey picture how far away what it shows lies in another.
     *
     * @param from of {@code size}, as {@link #shrink} makes it, as is {@code to}
     * @param flow takes two floats for each pixel, how far to the right and how far down, in pixels
     */
    void find(MemorySegment from, MemorySegment to, FrameSize size, FlowEffort effort, MemorySegment flow);
}
