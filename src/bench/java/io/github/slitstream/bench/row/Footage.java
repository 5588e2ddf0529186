package io.github.slitstream.bench.row;

import io.github.slitstream.bench.RowResources;
import io.github.slitstream.bench.Tools;
import io.github.slitstream.bench.peer.Python;
import io.github.slitstream.bench.peer.Python.Array;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * A history of frames: a full ring for us, and the same pictures one after another, newest first, for the others.
 */
final class Footage implements AutoCloseable {
    private static final long FRAME_NANOS = 40_000_000L;

    private final FrameSize size;
    private final int count;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment pictures;
    private final FrameRing ring;
    private final Python python;
    private @Nullable Array pythonArray;

    private record Key(FrameSize size, int count) {}

    private Footage(FrameSize size, int count, Python python) {
        this.size = size;
        this.count = count;
        this.python = python;
        this.pictures = Noise.pictures(size, count, arena);
        this.ring = new FrameRing(size, count);
        rewind();
    }

    /** Belongs to the tools, and stays there for the next row. */
    static Footage of(Tools tools, FrameSize size, int count) {
        return tools.input(new Key(size, count), () -> new Footage(size, count, tools.python()));
    }

    /** How long so many frames take. */
    static double seconds(int frames) {
        return frames * FRAME_NANOS / 1e9;
    }

    FrameSize size() {
        return size;
    }

    int count() {
        return count;
    }

    /** The pictures by age. */
    MemorySegment pictures() {
        return pictures;
    }

    /** The pictures by age as a Python array; stays the footage's. */
    Array inPython() throws IOException {
        Array current = pythonArray;
        if (current != null) {
            return current;
        }
        Array made = python.array("uint8", pictures, count, size.height(), size.width(), FrameSize.BYTES_PER_PIXEL);
        pythonArray = made;
        return made;
    }

    /** The newest picture as a Python array of the row. */
    Array newestInPython(RowResources resources) throws IOException {
        return resources.keep(python.array("uint8", pictures.asSlice(0, size.bytes()), size.height(), size.width(),
                FrameSize.BYTES_PER_PIXEL));
    }

    /** The ring's newest view. */
    FrameHistory history() {
        return ring.newest();
    }

    /**
     * Moves time on by one frame, so that every age is found in another place, as it is while playing. What is the
     * newest picture then is what lay in the slot.
     */
    void advance() {
        claim();
        publish();
    }

    /** Makes the ring hold the pictures by age again. */
    void rewind() {
        for (int age = count - 1; age >= 0; age--) {
            claim().pixels().copyFrom(pictures.asSlice(age * size.bytes(), size.bytes()));
            publish();
        }
    }

    /** Takes one more picture into the ring. */
    void push(Frame picture) {
        claim().copyFrom(picture);
        publish();
    }

    /** The pixels of the ring's newest picture. */
    MemorySegment newest() {
        return history().now().pixels();
    }

    private Frame claim() {
        Frame slot = ring.claim();
        if (slot == null) {
            throw new IllegalStateException("this thread has read all that it wrote, so a slot is free");
        }
        return slot;
    }

    private void publish() {
        ring.publish(ring.published() * FRAME_NANOS);
        ring.newest();
    }

    @Override
    public void close() {
        ring.close();
        Array array = pythonArray;
        if (array != null) {
            array.close();
        }
        arena.close();
    }
}
