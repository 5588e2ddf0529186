package io.github.slitstream.engine;

import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SoundBlock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sound that goes with the pictures of a render, on their time line. One thread, that of the source. */
final class RenderSound {
    private final FrameSource source;
    private final boolean wanted;
    private final long delayNanos;
    /** Read, but not handed on: it ends too late. */
    private @Nullable SoundBlock held;
    /** Until when it was handed on. */
    private long endNanos = Long.MIN_VALUE;

    /**
     * @param source stays the caller's
     * @param wanted whether there is anything to hand on
     * @param delayNanos by which sound is later than the source says
     */
    RenderSound(FrameSource source, boolean wanted, long delayNanos) {
        this.source = source;
        this.wanted = wanted;
        this.delayNanos = delayNanos;
    }

    /** All blocks not handed on yet that end by a moment. */
    List<SoundBlock> until(long nanos) throws IOException {
        List<SoundBlock> whole = new ArrayList<>();
        for (SoundBlock next = next(nanos); next != null; next = next(nanos)) {
            if (next.endNanos() > nanos) {
                held = next;
                break;
            }
            whole.add(next);
            endNanos = next.endNanos();
        }
        return whole;
    }

    /** Whether some that belongs before a moment may still come, now that all that is there by then was handed on. */
    boolean isDue(long nanos) {
        return wanted && held == null && endNanos < nanos;
    }

    /** All that is left of the sound until the part ends, cut off there. */
    List<SoundBlock> rest(long endNanos) throws IOException {
        List<SoundBlock> rest = until(endNanos);
        SoundBlock last = held;
        if (last != null) {
            rest.add(last.until(endNanos));
        }
        return rest;
    }

    private @Nullable SoundBlock next(long beforeNanos) throws IOException {
        SoundBlock next = held;
        held = null;
        if (next == null && wanted) {
            next = source.readSound(beforeNanos - delayNanos);
            next = next == null ? null : next.at(next.capturedNanos() + delayNanos);
        }
        return next;
    }
}
