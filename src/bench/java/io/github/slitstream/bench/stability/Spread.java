package io.github.slitstream.bench.stability;

import io.github.slitstream.bench.Median;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How the times of one row differ from start to start.
 *
 * @param row its name
 * @param best of the starts' medians, in milliseconds
 * @param median likewise
 * @param worst likewise
 * @param worstSeed of the start that was worst
 * @param bytes allocated by one run in the start that allocated most
 */
public record Spread(String row, double best, double median, double worst, long worstSeed, double bytes) {
    /** @param starts at least one, each of which timed the row */
    public static Spread of(String row, List<StartTimes> starts) {
        double[] millis = starts.stream().mapToDouble(start -> start.millis(row)).toArray();
        StartTimes worst = starts.stream().max(Comparator.comparingDouble(start -> start.millis(row))).orElseThrow();
        return new Spread(row, DoubleStream.of(millis).min().orElseThrow(), Median.of(millis), worst.millis(row),
                worst.seed(), starts.stream().mapToDouble(start -> start.time(row).bytes()).max().orElseThrow());
    }

    /** How many times its best start the row took in its worst. */
    public double ratio() {
        return worst / best;
    }
}
