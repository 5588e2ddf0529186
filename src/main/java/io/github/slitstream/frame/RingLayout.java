package io.github.slitstream.frame;

/**
 * Where in a ring's memory each kept frame starts.
 *
 * @param views frames of each moment
 * @param slots moments that there is room for, the spare ones included
 * @param frameBytes from the start of one frame to that of the next
 */
record RingLayout(int views, int slots, long frameBytes) {
    /** Frames the writer may be ahead of the reader's view. */
    static final int SPARE = 3;
    /**
     * Bytes that push each frame a few cache lines out of step with the last. A picture of 1920×1080 is a whole number
     * of small pages: without this, the same pixel of all frames would compete for the same few places in the nearest
     * cache.
     */
    private static final long STAGGER = 5 * OffHeap.ALIGNMENT;

    /**
     * @param capacity moments to keep
     * @param keptBytes of one frame in the form in which it is kept
     */
    static RingLayout of(int views, int capacity, long keptBytes) {
        return new RingLayout(views, capacity + SPARE,
                Math.ceilDiv(keptBytes, OffHeap.ALIGNMENT) * OffHeap.ALIGNMENT + STAGGER);
    }

    /** Of all views of one moment. */
    long slotBytes() {
        return frameBytes * views;
    }

    /** Of all slots. */
    long bytes() {
        return slotBytes() * slots;
    }

    /** @param sequence number of a moment, counted from the first that was published */
    int slot(long sequence) {
        return (int) (sequence % slots);
    }

    /** Offset of a frame's first byte. */
    long start(long sequence, int view) {
        return slot(sequence) * slotBytes() + view * frameBytes;
    }
}
