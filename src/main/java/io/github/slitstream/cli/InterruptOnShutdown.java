package io.github.slitstream.cli;

import io.github.slitstream.fault.Threads;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Gives work that is stopped from outside, as by Ctrl+C, the time to clear up: it is interrupted, and the program waits
 * a little for its end.
 */
public final class InterruptOnShutdown implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 5;

    private final Thread worker = Thread.currentThread();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = Threads.daemon("interrupt-on-shutdown", this::stop, Threads::log, () -> {});

    /** For the work of the calling thread. */
    public InterruptOnShutdown() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stop() throws InterruptedException {
        worker.interrupt();
        if (done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            awaitLastWords();
        } else {
            Threads.log("stopped without clearing up");
        }
    }

    /** The worker says what became of its work, then rests in {@link System#exit}, which waits for this hook to end. */
    private void awaitLastWords() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        while (worker.getState() != Thread.State.BLOCKED && System.nanoTime() < end) {
            Thread.sleep(5);
        }
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyStopping) { // then the hook ends by itself
        }
    }
}
