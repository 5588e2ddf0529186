package io.github.slitstream.bench;

import io.github.slitstream.bench.peer.Implementation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** An implementation and the times of its rounds, in nanoseconds for one run. */
final class Timing {
    /** How long an implementation is timed in one round, if one run does not take longer. */
    private static final long ROUND_NANOS = 10_000_000L;

    private final Implementation implementation;
    private final List<Double> times = new ArrayList<>();
    private int runs = 1;

    Timing(Implementation implementation) {
        this.implementation = implementation;
    }

    /** Runs until the code is compiled and the memory is there, and finds out how many runs make one round. */
    void warmUp(double nanos) throws IOException {
        long spent = 0;
        long last;
        do {
            last = implementation.nanos(1);
            spent += last;
        } while (spent < nanos);
        runs = (int) Math.max(1, ROUND_NANOS / Math.max(1, last));
    }

    void round() throws IOException {
        times.add(implementation.nanos(runs) / (double) runs);
    }

    double median() {
        return Median.of(times.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** How often the work was done in all rounds. */
    long timedRuns() {
        return (long) runs * times.size();
    }
}
