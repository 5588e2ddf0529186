package io.github.slitstream.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The weights of a correlation around each pixel, as {@link PlaneKernels#correlateRow} takes them.
 *
 * <p>
 * Weights that are the product of a column and a row are summed as two factors where that is less work: first along the
 * column, then along the row, so that n² products a pixel become 2·n. Whole numbers are split into whole numbers, so
 * that both ways give the same sums as long as these are exact.
 */
public final class Mask {
    /** Rows that differ by more than this part of the largest weight are not multiples of each other. */
    private static final double ROUNDING = 1e-12;
    /** What writing and reading the sums between two factors costs, in products. */
    private static final int COST_OF_A_FACTOR = 2;

    private final int rows;
    private final int columns;
    private final List<Taps> factors;

    /**
     * The weights of one factor that are not 0, and where in the mask they stand.
     *
     * @param rows of each weight, the top one 0
     * @param columns of each weight, the left one 0
     */
    @SuppressWarnings("ArrayRecordComponent") // handed to kernels as they are, never compared
    public record Taps(int[] rows, int[] columns, float[] weights) {
        private static Taps of(int rows, int columns, double[] weights) {
            int[] at = IntStream.range(0, rows * columns).filter(i -> weights[i] != 0).toArray();
            float[] kept = new float[at.length];
            for (int i = 0; i < kept.length; i++) {
                kept[i] = (float) weights[at[i]];
            }
            return new Taps(Arrays.stream(at).map(i -> i / columns).toArray(),
                    Arrays.stream(at).map(i -> i % columns).toArray(), kept);
        }

        private int cost() {
            return weights.length + COST_OF_A_FACTOR;
        }
    }

    private Mask(int rows, int columns, List<Taps> factors) {
        this.rows = rows;
        this.columns = columns;
        this.factors = factors;
    }

    /** @param weights row by row */
    public static Mask of(int rows, int columns, double... weights) {
        Taps all = Taps.of(rows, columns, weights);
        return separated(columns, weights).map(both -> product(both.down, both.across))
                .filter(product -> product.cost() < all.cost()).orElse(new Mask(rows, columns, List.of(all)));
    }

    /** The mask whose weight in row i and column j is {@code down[i]·across[j]}, summed as two factors. */
    public static Mask product(double[] down, double[] across) {
        return new Mask(down.length, across.length,
                List.of(Taps.of(down.length, 1, down), Taps.of(1, across.length, across)));
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /**
     * What is summed one after the other: all weights at once, or the rows of one column, and then the columns of one
     * row of what that gave.
     */
    public List<Taps> factors() {
        return factors;
    }

    private int cost() {
        return factors.stream().mapToInt(Taps::cost).sum();
    }

    @SuppressWarnings("ArrayRecordComponent") // of one method's result
    private record Separated(double[] down, double[] across) {}

    /** The row of the largest weight, and what the other rows are of it; nothing if they are no multiples of it. */
    private static Optional<Separated> separated(int columns, double[] weights) {
        int largest = IntStream.range(0, weights.length).reduce(0,
                (a, b) -> Math.abs(weights[b]) > Math.abs(weights[a]) ? b : a);
        if (weights[largest] == 0) {
            return Optional.empty();
        }
        int first = largest / columns * columns;
        double[] row = Arrays.copyOfRange(weights, first, first + columns);
        double unit = Arrays.stream(weights).allMatch(weight -> weight == Math.rint(weight))
                ? commonDivisor(row)
                : weights[largest];
        double[] across = Arrays.stream(row).map(weight -> weight / unit).toArray();
        double[] down = IntStream.range(0, weights.length / columns)
                .mapToDouble(i -> weights[i * columns + largest % columns] / across[largest % columns]).toArray();
        boolean isProduct = IntStream.range(0, weights.length)
                .allMatch(i -> Math.abs(weights[i] - down[i / columns] * across[i % columns]) <= ROUNDING
                        * Math.abs(weights[largest]));
        return isProduct ? Optional.of(new Separated(down, across)) : Optional.empty();
    }

    /** The largest whole number that divides all of these, by Euclid's algorithm. */
    private static double commonDivisor(double[] whole) {
        double divisor = 0;
        for (double number : whole) {
            double other = Math.abs(number);
            while (other != 0) {
                double rest = divisor % other;
                divisor = other;
                other = rest;
            }
        }
        return divisor;
    }
}
