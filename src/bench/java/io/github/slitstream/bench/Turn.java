package io.github.slitstream.bench;

import io.github.slitstream.bench.peer.Side;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A side and the times of its rounds, in nanoseconds for one run. */
final class Turn {
    /** How long a side is timed in one round, if one run does not take longer. */
    private static final long TURN_NANOS = 10_000_000L;

    private final Side side;
    private final List<Double> times = new ArrayList<>();
    private int runs = 1;

    Turn(Side side) {
        this.side = side;
    }

    /** Runs until the code is compiled and the memory is there, and finds out how many runs make one turn. */
    void warmUp(double nanos) throws IOException {
        long spent = 0;
        long last;
        do {
            last = side.nanos(1);
            spent += last;
        } while (spent < nanos);
        runs = (int) Math.max(1, TURN_NANOS / Math.max(1, last));
    }

    void take() throws IOException {
        times.add(side.nanos(runs) / (double) runs);
    }

    double median() {
        return Median.of(times.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** How often the work was done in all rounds. */
    long timedRuns() {
        return (long) runs * times.size();
    }
}
