package io.github.slitstream.bench.stability;

import io.github.slitstream.bench.OwnTime;
import java.util.Map;
import java.util.Set;

/**
 * What one start of the program came to.
 *
 * @param seed of the order of its rows
 * @param times by the name of the row, in the order in which they were timed first
 * @param repeated those that were timed more than once
 */
public record StartTimes(long seed, Map<String, OwnTime> times, Set<String> repeated) {
    double millis(String row) {
        return time(row).millis();
    }

    OwnTime time(String row) {
        OwnTime time = times.get(row);
        if (time == null) {
            throw new IllegalArgumentException(row + " was not timed");
        }
        return time;
    }
}
