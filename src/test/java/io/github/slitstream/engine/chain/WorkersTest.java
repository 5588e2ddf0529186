package io.github.slitstream.engine.chain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class WorkersTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void everyRowIsDoneExactlyOnceInEveryOfManyRuns(int threads) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (Workers workers = new Workers(threads)) {
            for (int run = 0; run < 2_000; run++) {
                int rows = 1 + random.nextInt(70);
                AtomicIntegerArray done = new AtomicIntegerArray(rows);
                workers.run(rows, (from, to) -> {
                    for (int row = from; row < to; row++) {
                        done.incrementAndGet(row);
                    }
                });
                int[] counts = new int[rows];
                Arrays.setAll(counts, done::get);
                int[] once = new int[rows];
                Arrays.fill(once, 1);
                assertArrayEquals(once, counts, "seed " + seed + " run " + run);
            }
        }
    }

    @Test
    void severalThreadsWorkAtOnce() {
        try (Workers workers = new Workers(2)) {
            CountDownLatch bothAreHere = new CountDownLatch(2);
            ConcurrentSkipListSet<String> names = new ConcurrentSkipListSet<>();
            workers.run(100, (from, to) -> {
                if (names.add(Thread.currentThread().getName())) {
                    bothAreHere.countDown();
                    await(bothAreHere);
                }
            });
            assertEquals(2, names.size(), names.toString());
        }
    }

    @Test
    void aFailureReachesTheCallerAndTheNextRunWorks() {
        try (Workers workers = new Workers(3)) {
            IllegalStateException thrown = assertThrows(IllegalStateException.class,
                    () -> workers.run(50, (from, to) -> {
                        if (from <= 20 && 20 < to) {
                            throw new IllegalStateException("row 20");
                        }
                    }));
            assertTrue(thrown.toString().contains("row 20"));
            AtomicIntegerArray done = new AtomicIntegerArray(1);
            workers.run(50, (from, to) -> done.addAndGet(0, to - from));
            assertEquals(50, done.get(0));
        }
    }

    /** On every thread, the caller's too: none of them may be gone afterwards. */
    @Test
    void anErrorReachesTheCallerWhenNobodyWorksAnyMoreAndCostsNoThread() {
        try (Workers workers = new Workers(3)) {
            AtomicInteger working = new AtomicInteger();
            CountDownLatch allAreHere = new CountDownLatch(3);
            AssertionError thrown = assertThrows(AssertionError.class, () -> workers.run(60, (from, to) -> {
                working.incrementAndGet();
                allAreHere.countDown();
                await(allAreHere);
                working.decrementAndGet();
                throw new AssertionError("row " + from);
            }));
            assertTrue(thrown.toString().contains("row "), thrown.toString());
            assertEquals(0, working.get(), "bands still at work");
            CountDownLatch allAreBack = new CountDownLatch(3);
            workers.run(60, (from, to) -> {
                allAreBack.countDown();
                await(allAreBack);
            });
            assertEquals(0, allAreBack.getCount());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
