package io.github.slitstream.engine.outlet;

import io.github.slitstream.frame.SoundBlock;

/**
 * By how much sound is heard later than its moment. That of a file comes ahead of it: not at all. Live sound is over
 * before it comes: it is heard as late as the latest of its blocks came lately, so that none comes too late. One
 * thread.
 */
final class HearingDelay {
    /** A device needs a block so long before it is heard. */
    private static final long MARGIN_NANOS = 20_000_000;
    /** What comes later than this is not waited for. */
    private static final long MOST_NANOS = 1_000_000_000;
    /** So long, or twice as long, it is remembered how late blocks came. */
    private static final long MEMORY_NANOS = 1_000_000_000L;
    /** The moments of live sound are means: a block may seem to end so soon after it came. */
    private static final long ROUNDNESS_NANOS = 5_000_000;
    /** To shorten a delay, sound is cut: one that is too long by less stays. */
    private static final long SPARE_NANOS = 60_000_000;

    private Span present = Span.NONE;
    private Span past = Span.NONE;
    private long presentSince;
    private long nanos;

    /**
     * How late blocks came, in nanoseconds; below 0 ahead of their moments.
     *
     * @param least behind their ends
     * @param most behind their beginnings
     */
    private record Span(long least, long most) {
        static final Span NONE = new Span(Long.MAX_VALUE, Long.MIN_VALUE);

        Span with(Span other) {
            return new Span(Math.min(least, other.least), Math.max(most, other.most));
        }
    }

    /** Takes note of a block. @return nanoseconds by which it is to be heard later than its moment */
    long of(SoundBlock block, long now) {
        long late = now - block.capturedNanos();
        if (late > MOST_NANOS) {
            return nanos;
        }
        if (present.equals(Span.NONE) || now - presentSince > MEMORY_NANOS) {
            past = present;
            present = Span.NONE;
            presentSince = now;
        }
        present = present.with(new Span(now - block.endNanos(), late));
        Span all = present.with(past);
        long wanted = all.least > -ROUNDNESS_NANOS ? all.most + MARGIN_NANOS : 0;
        if (wanted == 0 || wanted > nanos || nanos - wanted > SPARE_NANOS) {
            nanos = wanted;
        }
        return nanos;
    }

    /** What follows comes from elsewhere. */
    void restart() {
        present = Span.NONE;
        past = Span.NONE;
        nanos = 0;
    }
}
