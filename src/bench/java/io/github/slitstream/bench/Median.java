package io.github.slitstream.bench;

import java.util.Arrays;

/** What half of the times are below. */
public final class Median {
    private Median() {}

    /** @param values at least one */
    public static double of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
