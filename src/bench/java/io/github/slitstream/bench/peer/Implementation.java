package io.github.slitstream.bench.peer;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

/** One way to do a work: how long it takes, and what comes out. One thread. */
public interface Implementation {
    /** Does the work so many times and returns how many nanoseconds that took. */
    long nanos(int times) throws IOException;

    /** What the last run made. Valid until the next run. */
    MemorySegment result() throws IOException;

    /** A work that is done once by each call. */
    @FunctionalInterface
    interface Work {
        // a method handle may throw anything
        void run() throws Throwable;
    }

    /**
     * Someone in this process.
     *
     * @param result where the work leaves what it makes
     */
    static Implementation of(MemorySegment result, Work work) {
        return new Implementation() {
            @Override
            public long nanos(int times) throws IOException {
                long begun = System.nanoTime();
                for (int i = 0; i < times; i++) {
                    once();
                }
                return System.nanoTime() - begun;
            }

            private void once() throws IOException {
                try {
                    work.run();
                } catch (IOException | RuntimeException | Error e) {
                    throw e;
                } catch (Throwable e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public MemorySegment result() {
                return result;
            }
        };
    }
}
