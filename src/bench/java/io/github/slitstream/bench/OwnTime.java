package io.github.slitstream.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * How long one run of our implementation of a row takes where no peer runs.
 *
 * @param millis the median
 * @param bytes allocated in the heap by all threads of the process
 */
public record OwnTime(double millis, double bytes) {
    /**
     * Times a row in this process. Peers are not made.
     *
     * @param seconds to be spent on rounds, more where a few rounds take longer
     */
    public static OwnTime of(Row row, Tools tools, double seconds) throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long nanos = Math.round(seconds * 1e9);
        try (RowResources resources = new RowResources(tools)) {
            Timing timing = new Timing(row.setup().prepare(resources).ours());
            List<Timing> alone = List.of(timing);
            Rounds.warmUp(alone, nanos);
            long before = threads.getTotalThreadAllocatedBytes();
            Rounds.run(alone, nanos);
            long bytes = threads.getTotalThreadAllocatedBytes() - before;
            return new OwnTime(timing.median() / 1e6, (double) bytes / timing.timedRuns());
        }
    }

    /** The one that took less time. */
    public OwnTime better(OwnTime other) {
        return other.millis < millis ? other : this;
    }
}
