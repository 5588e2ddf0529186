package io.github.slitstream.view.model;

import io.github.slitstream.fault.Fault;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Work that takes time, and what comes of it.
 *
 * @param background does the work
 * @param foreground the thread of those who ask for it
 */
public record Tasks(Executor background, Executor foreground) {
    /**
     * Does work in the background. Exactly one of the two hears the end, in the foreground.
     *
     * @param done hears what came of it
     * @param failed hears in one line what it threw
     */
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<String> failed) {
        background.execute(() -> {
            Runnable outcome = outcome(work, done, failed);
            foreground.execute(outcome);
        });
    }

    private static <T> Runnable outcome(Callable<T> work, Consumer<T> done, Consumer<String> failed) {
        try {
            T result = work.call();
            return () -> done.accept(result);
        } catch (Throwable thrown) { // whoever waits for the outcome must not wait for ever
            String fault = Fault.caught(thrown);
            return () -> failed.accept(fault);
        }
    }
}
