package io.github.slitstream.pattern;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.kernel.PixelPlaces;
import io.github.slitstream.kernel.PlaneKernels;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.param.ParameterValues;
import java.util.Optional;

/**
 * The numbers of one pattern at one size. Any number of threads may fill rows at once; between them, one thread hands
 * over other values and shows a pattern that follows the picture the next one.
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
     * Says how far back the map reaches, before {@link #update}, to a pattern that keeps pace with time. One thread,
     * while no row is being filled. Allocates nothing while the length of the past stays the same.
     *
     * @param past whose newest picture is about to be rendered
     * @param deepest age in frames of what the number 1 stands for
     */
    default void reach(FrameHistory past, double deepest) {}

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
     * Says where pixels are read, if that is elsewhere than at their own place; after {@link #update}, on the same
     * thread.
     *
     * @param places takes it
     * @return whether it did
     */
    default boolean place(PixelPlaces places) {
        return false;
    }

    /**
     * Begins anew with the next picture, where it goes on by itself and can be begun by hand. Any thread.
     *
     * @return whether it does
     */
    default boolean trigger() {
        return false;
    }

    /** Whether it draws something over the picture; after {@link #update}. */
    default boolean draws() {
        return false;
    }

    /**
     * Draws over one finished row, if it draws. Any number of threads at once, each rows of its own; allocates nothing.
     */
    default void drawRow(int row, Frame picture) {}

    /** Whether it follows what was made by its numbers; after {@link #update}. */
    default boolean watches() {
        return false;
    }

    /**
     * Shows it one finished row, if it watches. Any number of threads at once, each rows of its own; allocates nothing
     * but once for each thread.
     */
    default void watchRow(int row, Frame picture, PlaneKernels kernels) {}

    /** What is wrong with what it reads, in one line; empty if nothing. Any thread. */
    default Optional<String> note() {
        return Optional.empty();
    }

    /**
     * Goes on with other values, from where it has come to if it finds something out over time. Allocates nothing where
     * only numbers are others.
     *
     * @param values of the pattern's parameters, perhaps among others
     * @throws BadValue if {@link Pattern#check} would; the field stays as it was
     */
    default void take(ParameterValues values) {}
}
