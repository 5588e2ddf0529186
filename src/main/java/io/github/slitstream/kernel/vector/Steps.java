package io.github.slitstream.kernel.vector;

import java.util.List;

/**
 * The steps of a kernel, one after another over the same chunk of pixels, which stays in the first cache.
 *
 * <p>
 * The compiler inlines what is called directly, until one method has grown so large that it inlines the Vector API no
 * more, and vectors are made on the heap. What is called through an interface that many implement is compiled by
 * itself.
 *
 * @param <C> what the steps work on
 */
final class Steps<C> {
    private final List<Step<C>> steps;

    /** One loop. */
    @FunctionalInterface
    interface Step<C> {
        void run(C chunk);
    }

    Steps(List<Step<C>> steps) {
        this.steps = List.copyOf(steps);
    }

    void run(C chunk) {
        for (int i = 0; i < steps.size(); i++) {
            steps.get(i).run(chunk);
        }
    }
}
