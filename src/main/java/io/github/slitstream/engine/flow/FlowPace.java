package io.github.slitstream.engine.flow;

/**
 * How large the pictures may be in which flow is found, so that the machine keeps up: one size smaller whenever a fair
 * share of the moments of the last second or so came too late; one size larger after a while in which all were in time,
 * longer with each time that this turned out to be too large. One thread, but for {@link #size}.
 */
final class FlowPace {
    /** Moments that are counted together. */
    private static final int WINDOW = 30;
    private static final int MOST_LATE = 6;
    /** So many tell how much of the time is taken. */
    private static final int FEW = 10;
    private static final double MOST_BUSY = 0.5;
    /** After a change, and after the program's start: what is new is still being loaded and compiled. */
    private static final long GRACE_NANOS = 4_000_000_000L;
    /** After a change, until it shows in what others get done. */
    private static final long ROOM_NANOS = 200_000_000L;
    private static final long SHORTEST_TRUST_NANOS = 10_000_000_000L;
    private static final long LONGEST_TRUST_NANOS = 160_000_000_000L;
    /**
     * A larger size takes up to twice as long, since much of the work is the same in all sizes: it is tried where that
     * would be less than the time there is, on the mean.
     */
    private static final double ROOM = 0.4;

    private volatile FlowSize size = FlowSize.HALF;
    private boolean recorded;
    private long changedNanos;
    private long trustNanos = SHORTEST_TRUST_NANOS;
    private int moments;
    private int late;
    private long busyNanos;
    private long allNanos;

    FlowPace(long nowNanos) {
        changedNanos = nowNanos;
    }

    /** Any thread. */
    FlowSize size() {
        return size;
    }

    /**
     * Takes down a moment.
     *
     * @param tookNanos to find its flow
     * @param sinceNanos from the moment before it
     * @param isLate whether the next one came before it was done, or the one before it is not shown any more
     */
    void took(long tookNanos, long sinceNanos, boolean isLate, long nowNanos) {
        if (!recorded && nowNanos - changedNanos < GRACE_NANOS) {
            return;
        }
        moments++;
        late += isLate ? 1 : 0;
        busyNanos += tookNanos;
        allNanos += sinceNanos;
        boolean isHeavy = recorded && moments >= FEW && busyNanos > MOST_BUSY * allNanos;
        if (isHeavy || late >= MOST_LATE) {
            stepDown(nowNanos);
        } else if (moments >= WINDOW) {
            settle(nowNanos);
        }
    }

    /** Leaves the processor to somebody who wants it more, at once, but one size after another. */
    void makeRoom(long nowNanos) {
        if (nowNanos - changedNanos > ROOM_NANOS) {
            stepDown(nowNanos);
        }
    }

    /**
     * Whether every picture is wanted: then no larger size is tried, since that may cost some, and one that takes more
     * than half of the time is given up soon, before it does.
     */
    void setRecorded(boolean isRecorded) {
        recorded = isRecorded;
    }

    /** What came until now says nothing about the machine. */
    void waitFrom(long nowNanos) {
        changedNanos = nowNanos;
        startOver();
    }

    private void settle(long nowNanos) {
        boolean hasRoom = !recorded && late == 0 && busyNanos < ROOM * allNanos;
        if (hasRoom && size != FlowSize.HALF && nowNanos - changedNanos > trustNanos) {
            change(size.larger(), nowNanos);
        }
        startOver();
    }

    private void stepDown(long nowNanos) {
        change(size.smaller(), nowNanos);
        trustNanos = Math.min(2 * trustNanos, LONGEST_TRUST_NANOS);
    }

    private void change(FlowSize next, long nowNanos) {
        size = next;
        waitFrom(nowNanos);
    }

    private void startOver() {
        moments = 0;
        late = 0;
        busyNanos = 0;
        allNanos = 0;
    }
}
