package io.github.slitstream.pattern;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.kernel.PlaneKernels;

/**
 * The numbers of one pattern at one size and one set of values. Any number of threads may fill rows at once; between
 * them, a pattern that follows the picture is shown the next one.
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

    /**
     * Shows the field the picture that is about to be rendered. One thread, while no row is being filled.
     *
     * @param picture stays as it is until the next call
     * @param kernels what rows of the picture are read with until the next call
     * @return whether the numbers may have changed, as they do where they follow the picture
     */
    default boolean update(Frame picture, PlaneKernels kernels) {
        return false;
    }

    /**
     * Goes on from where the field of the former values came to, where it is of the same pattern and finds something
     * out over time.
     */
    default void continueFrom(Field before) {}
}
