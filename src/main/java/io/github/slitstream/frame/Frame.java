package io.github.slitstream.frame;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/**
 * One picture off the heap, packed 8-bit BGRA, and the moment it was captured.
 *
 * <p>
 * Alpha is straight: blue, green and red are those of the pixel as if it were opaque, and stay also where it is
 * transparent. What mixes pixels mixes all four channels alike; what changes colours keeps alpha. {@link Alpha} is for
 * those who need it otherwise.
 *
 * <p>
 * The pixels belong to whoever owns the arena they were allocated in; a frame is not safe for use by several threads at
 * once unless each stays within its own rows.
 */
public final class Frame {
    private final FrameSize size;
    private final MemorySegment pixels;
    private final ByteBuffer buffer;
    private long capturedNanos;

    Frame(FrameSize size, MemorySegment pixels) {
        this.size = size;
        this.pixels = pixels;
        this.buffer = pixels.asByteBuffer();
    }

    /** A black, transparent picture that lives as long as the arena. */
    public static Frame allocate(FrameSize size, Arena arena) {
        return new Frame(size, OffHeap.allocate(size.bytes(), arena));
    }

    public FrameSize size() {
        return size;
    }

    /** The pixels, {@code size().bytes()} long, row after row. */
    public MemorySegment pixels() {
        return pixels;
    }

    /**
     * The same memory for libraries that want a direct buffer: JavaFX, OpenCV, FFmpeg. Position and limit are the whole
     * picture.
     */
    public ByteBuffer buffer() {
        return buffer.clear();
    }

    /** Capture time in nanoseconds from an origin that stays the same for one source. */
    public long capturedNanos() {
        return capturedNanos;
    }

    public void stamp(long nanos) {
        capturedNanos = nanos;
    }

    /** Takes over the pixels and the time of a frame of the same size. */
    public void copyFrom(Frame other) {
        if (!other.size.equals(size)) {
            throw new IllegalArgumentException("frame of " + other.size + " does not fit " + size);
        }
        pixels.copyFrom(other.pixels);
        capturedNanos = other.capturedNanos;
    }
}
