package io.github.slitstream.engine.chain;

import io.github.slitstream.fault.Threads;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A fixed set of threads that share the rows of one picture. One thread at a time calls {@link #run} and works along;
 * nothing is allocated.
 */
public final class Workers implements AutoCloseable {
    /** Work that can be done for any rows, in any order, on several threads at once. */
    @FunctionalInterface
    public interface Bands {
        /** Does the rows {@code from} … {@code to - 1}. */
        void rows(int from, int to);
    }

    /** More bands than threads, so that a thread that was held up does not hold up the picture. */
    private static final int BANDS_PER_THREAD = 4;
    private static final int NO_BAND_LEFT = Integer.MAX_VALUE;
    private static final int SPINS = 2_000;
    private static final Bands NOTHING = (from, to) -> {};

    private final Thread[] threads;
    /** Number of the run in the upper half, its next band in the lower: one step takes a band of exactly this run. */
    private final AtomicLong tickets = new AtomicLong();
    private final AtomicInteger finishedBands = new AtomicInteger();
    private volatile @Nullable Throwable failure;
    private volatile boolean closed;
    private volatile @Nullable Thread caller;
    private Bands work = NOTHING;
    private int rows;
    private int bandRows = 1;
    private int bands;

    /** @param count threads in all, the caller of {@link #run} included; at least 1 */
    public Workers(int count) {
        threads = new Thread[Math.max(0, count - 1)];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = Threads.daemon("worker-" + (i + 1), this::loop, Threads::log, () -> {});
        }
        for (Thread thread : threads) {
            thread.start();
        }
    }

    /** As many threads as the machine has processors. */
    public static Workers forThisMachine() {
        return new Workers(Runtime.getRuntime().availableProcessors());
    }

    /**
     * Does all rows and returns when they are done. What a band threw is rethrown when no thread works on the rows any
     * more: then they are not done.
     */
    public void run(int rowCount, Bands bandWork) {
        if (threads.length == 0) {
            bandWork.rows(0, rowCount);
            return;
        }
        long run = (tickets.get() >>> 32) + 2;
        // A run without bands in between: a thread still looking at the last run must not take a band of it by the new
        // numbers.
        tickets.set((run - 1) << 32 | NO_BAND_LEFT);
        work = bandWork;
        rows = rowCount;
        bandRows = Math.max(1, Math.ceilDiv(rowCount, (threads.length + 1) * BANDS_PER_THREAD));
        bands = Math.ceilDiv(rowCount, bandRows);
        failure = null;
        caller = Thread.currentThread();
        finishedBands.set(0);
        tickets.set(run << 32);
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
        }
        takeBands(run);
        awaitBands();
        rethrow();
    }

    private void loop() {
        long seen = 0;
        while (!closed) {
            long run = tickets.get() >>> 32;
            if (run == seen) {
                LockSupport.park(this);
                continue;
            }
            takeBands(run);
            seen = run;
        }
    }

    private void takeBands(long run) {
        while (true) {
            long ticket = tickets.get();
            int band = (int) ticket;
            if (ticket >>> 32 != run || band >= bands) {
                return;
            }
            if (tickets.compareAndSet(ticket, ticket + 1)) {
                doBand(band);
            }
        }
    }

    private void doBand(int band) {
        try {
            work.rows(band * bandRows, Math.min(rows, (band + 1) * bandRows));
        } catch (Throwable thrown) { // an error, too, is the caller's; this thread goes on
            failure = thrown;
        } finally {
            int all = bands;
            if (finishedBands.incrementAndGet() == all) {
                LockSupport.unpark(caller);
            }
        }
    }

    private void awaitBands() {
        for (int spin = 0; finishedBands.get() < bands; spin++) {
            if (spin < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.park(this);
            }
        }
    }

    private void rethrow() {
        Throwable thrown = failure;
        failure = null;
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
    }

    /** Ends the threads. */
    @Override
    public void close() {
        closed = true;
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
        }
    }
}
