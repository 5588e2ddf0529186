package io.github.slitstream.engine.ring;

import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.preset.Preset;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The ring in use, and those it replaced. The writer makes a new one when the source or the preset wants it; the render
 * thread closes the old one, because only that thread may still have been reading it.
 */
public final class Rings {
    private final Kernels kernels;
    private final Queue<FrameRing> retired = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Past current;

    /** @param kernels that pack frames */
    public Rings(Kernels kernels) {
        this.kernels = kernels;
    }

    /** The ring in use, null before the first frame. Any thread. */
    @Nullable
    public Past current() {
        return current;
    }

    /** Bytes of the ring in use and of the rings that a chain of this preset keeps beside it. Any thread. */
    public long bytes(Preset preset) {
        Past held = current;
        return held == null ? 0 : held.ring().bytes() + RingMemory.bytesInChain(held.ring().size(), preset);
    }

    /**
     * Refuses a preset that needs more memory than is held, and more than the machine has. Any thread.
     *
     * @param present preset of the rings that are held
     * @throws BadValue saying what it needs and what there is
     */
    public void checkMemory(FrameSize sourceSize, int views, Preset next, Preset present) {
        long held = bytes(present);
        if (RingMemory.bytesFor(sourceSize, views, next) > held) {
            MemoryLimit.check(sourceSize, views, next, held);
        }
    }

    /**
     * Writer: the ring for so many frames of this size a moment under this preset, made anew where another was in use,
     * with its past if it fits.
     */
    public FrameRing ringFor(FrameSize sourceSize, int views, Preset preset) {
        Past held = current;
        if (held != null && held.fits(sourceSize, views, preset)) {
            return held.ring();
        }
        Past made = Past.of(sourceSize, views, preset, kernels);
        if (held != null) {
            made.ring().adopt(held.ring());
        }
        current = made;
        if (held != null) {
            retired.add(held.ring());
        }
        return made.ring();
    }

    /** Render thread: closes what was replaced before the ring it has just read. */
    public void closeRetired(FrameRing justRead) {
        FrameRing old = retired.peek();
        while (old != null && !old.equals(justRead)) {
            retired.remove();
            old.close();
            old = retired.peek();
        }
    }

    /** Closes all rings, when neither writer nor reader is left. */
    public void close() {
        Past last = current;
        current = null;
        if (last != null) {
            last.ring().close();
        }
        retired.forEach(FrameRing::close);
    }
}
