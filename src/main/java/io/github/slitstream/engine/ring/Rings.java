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
    private volatile @Nullable SourceRing current;
    private volatile Preset preset;

    /**
     * @param kernels that pack frames
     * @param preset for which frames are kept
     */
    public Rings(Kernels kernels, Preset preset) {
        this.kernels = kernels;
        this.preset = preset;
    }

    /** The ring in use, null before the first frame. Any thread. */
    @Nullable
    public SourceRing current() {
        return current;
    }

    /** How many cameras see each moment; 1 before the first. Any thread. */
    public int views() {
        SourceRing held = current;
        return held == null ? 1 : held.ring().views();
    }

    /** Bytes of the ring in use and of the rings that the chain keeps beside it. Any thread. */
    public long bytes() {
        SourceRing held = current;
        return held == null ? 0 : held.ring().bytes() + RingMemory.bytesInChain(held.ring().size(), preset);
    }

    /**
     * Keeps frames for another preset from the next one on. Any thread.
     *
     * @throws BadValue if it needs more memory than is held, and more than the machine has; all stays as it is then
     */
    public void keep(Preset next) {
        SourceRing held = current;
        if (held != null) {
            checkMemory(held.sourceSize(), held.ring().views(), next);
        }
        preset = next;
    }

    /**
     * Refuses a source that needs more memory than is held, and more than the machine has. Any thread.
     *
     * @throws BadValue saying what it needs and what there is
     */
    public void checkMemory(FrameSize sourceSize, int views) {
        checkMemory(sourceSize, views, preset);
    }

    private void checkMemory(FrameSize sourceSize, int views, Preset next) {
        long held = bytes();
        if (RingMemory.bytesFor(sourceSize, views, next) > held) {
            MemoryLimit.check(sourceSize, views, next, held);
        }
    }

    /**
     * Writer, while no frame comes: makes the ring anew if the preset wants another. One of another size would start
     * empty, and the picture that stands still would be gone: that waits for the next frame.
     */
    public void renew() {
        SourceRing held = current;
        Preset now = preset;
        if (held != null && held.canHandOn(now)) {
            ringFor(held.sourceSize(), held.ring().views(), now);
        }
    }

    /**
     * Writer: the ring for so many frames of this size a moment, made anew where another was in use, with its past if
     * it fits.
     */
    public FrameRing ringFor(FrameSize sourceSize, int views) {
        return ringFor(sourceSize, views, preset);
    }

    private FrameRing ringFor(FrameSize sourceSize, int views, Preset now) {
        SourceRing held = current;
        if (held != null && held.fits(sourceSize, views, now)) {
            return held.ring();
        }
        SourceRing made = SourceRing.of(sourceSize, views, now, kernels);
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
        SourceRing last = current;
        current = null;
        if (last != null) {
            last.ring().close();
        }
        retired.forEach(FrameRing::close);
    }
}
