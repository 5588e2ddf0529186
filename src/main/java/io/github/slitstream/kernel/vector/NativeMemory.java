package io.github.slitstream.kernel.vector;

import java.lang.foreign.MemorySegment;
import java.util.Objects;

/**
 * Access by address. A segment asks before each access whether it is open, writable and long enough; asked so for each
 * block of pixels, that takes longer than the arithmetic. Here a row is asked for once, and then read and written by
 * address, through one segment that reaches everywhere.
 *
 * <p>
 * So a segment's arena must stay open while a kernel works on it, or the process may crash.
 */
final class NativeMemory {
    @SuppressWarnings("restricted") // every address is checked against its own segment first
    static final MemorySegment EVERYWHERE = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    private NativeMemory() {}

    /**
     * The address of some bytes of a native segment.
     *
     * @throws IndexOutOfBoundsException if the segment does not hold them all
     * @throws IllegalStateException if its arena is closed
     */
    static long address(MemorySegment segment, long offset, long bytes) {
        if (!segment.scope().isAlive()) {
            throw new IllegalStateException("a kernel cannot use a segment of a closed arena");
        }
        return segment.address() + Objects.checkFromIndexSize(offset, bytes, segment.byteSize());
    }

    /**
     * The address from which, with any of some offsets added, so many bytes can be read: one row of each of several
     * frames.
     *
     * @throws IndexOutOfBoundsException if the segment does not hold them all
     */
    static long rows(MemorySegment segment, long[] offsets, long rowOffset, long bytes) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (long offset : offsets) {
            first = Math.min(first, offset);
            last = Math.max(last, offset);
        }
        Objects.checkFromIndexSize(first + rowOffset, bytes, segment.byteSize());
        return address(segment, last + rowOffset, bytes) - last;
    }

    /**
     * As {@link #address}, of bytes that will be written.
     *
     * @throws IllegalArgumentException if the segment is read-only
     */
    static long writableAddress(MemorySegment segment, long offset, long bytes) {
        if (segment.isReadOnly()) {
            throw new IllegalArgumentException("a kernel cannot write to a read-only segment");
        }
        return address(segment, offset, bytes);
    }
}
