package io.github.slitstream.pattern;

/**
 * The numbers of one pattern at one size and one set of values. Immutable: any number of threads may fill rows at once.
 */
@FunctionalInterface
public interface Field {
    /**
     * Fills one row. Allocates nothing.
     *
     * @param row 0 … height − 1
     * @param out gets one number within 0 … 1 per column
     * @param first where in {@code out} the row starts
     */
    void fillRow(int row, double[] out, int first);
}
