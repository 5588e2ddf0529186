package io.github.slitstream.engine.statistics;

import java.util.Arrays;

/** The last thousand durations of one kind of work, and their median and 99th percentile. Any thread. */
final class RecentDurations {
    private static final int KEPT = 1_024;

    private final long[] nanos = new long[KEPT];
    private long count;

    synchronized void add(long duration) {
        nanos[(int) (count++ % KEPT)] = duration;
    }

    synchronized void clear() {
        count = 0;
    }

    /**
     * A percentile in milliseconds, 0 while there is nothing.
     *
     * @param share 0 … 1, such as 0.5 for the median
     */
    double percentileMillis(double share) {
        long[] sorted;
        synchronized (this) {
            sorted = Arrays.copyOf(nanos, (int) Math.min(count, KEPT));
        }
        if (sorted.length == 0) {
            return 0;
        }
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))] / 1e6;
    }
}
