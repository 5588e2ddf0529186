package io.github.slitstream.kernel;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Finds out on rows of real pictures whether the vector form of a kernel was compiled well: rows done by it and by the
 * scalar form take turns, and what they allocate and how long they take is compared. Vectors that were left on the heap
 * allocate in many rows; code that the optimising compiler never reached is slower than the scalar form.
 *
 * <p>
 * One thread measures at a time. A slow row is followed by a pause of many times its length, so that a trial costs a
 * few hundredths of the time whatever it finds, while the vector form is called often enough to be compiled.
 *
 * @param <K> the kind of kernels
 */
final class KernelTrial<K> {
    /** Rows of each form between two verdicts. The best of them counts: others may have been interrupted. */
    private static final int ROWS = 16;
    /** Shorter rows go the scalar way for the most part and say nothing. */
    private static final int FEWEST_PIXELS = 64;
    /** Below any vector on the heap, whose payload alone is longer. */
    private static final long ALLOWED_BYTES = 16;
    /**
     * Of the vector rows. The virtual machine allocates now and then; some rows never reach what was compiled badly.
     */
    private static final double ALLOWED_SHARE = 0.25;
    /** Some vector forms gain nothing over the scalar one; badly compiled ones are ten to a hundred times slower. */
    private static final double SLOWEST = 3;
    private static final int PAUSE = 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final K scalar;
    private final K vector;
    private final long patienceNanos;
    private final AtomicReference<@Nullable Thread> measuring = new AtomicReference<>();
    private volatile long nextNanos;

    // Written and read by the measuring thread alone.
    private long begun;
    private boolean doesVector;
    private long bytesBefore;
    private long nanosBefore;
    private int vectorRows;
    private int scalarRows;
    private int allocatingRows;
    private long mostBytes;
    private double vectorNanos;
    private double scalarNanos;

    /** What came out of the rows so far. */
    sealed interface Verdict {
        /** There are not enough rows yet, or the vector form may still be compiled. */
        record Open() implements Verdict {}

        record Passed() implements Verdict {}

        /** @param reason in a few words */
        record Failed(String reason) implements Verdict {}

        Verdict OPEN = new Open();
        Verdict PASSED = new Passed();
    }

    /** @param patienceNanos how long the vector form may take to be compiled */
    KernelTrial(K scalar, K vector, long patienceNanos) {
        this.patienceNanos = patienceNanos;
        this.scalar = scalar;
        this.vector = vector;
        begin(System.nanoTime());
    }

    private void begin(long now) {
        begun = now;
        nextNanos = now;
        startOver();
    }

    /** Begins anew, for who put it away, unless a row is just being measured. @return whether it did */
    boolean repeat() {
        if (!measuring.compareAndSet(null, Thread.currentThread())) {
            return false;
        }
        begin(System.nanoTime());
        measuring.set(null);
        return true;
    }

    K vector() {
        return vector;
    }

    /**
     * The form that does the next row of this thread, which is measured; or null if its rows are not to be measured
     * now.
     */
    @Nullable
    K begin() {
        if (measuring.get() != null || System.nanoTime() < nextNanos
                || !measuring.compareAndSet(null, Thread.currentThread())) {
            return null;
        }
        doesVector = vectorRows <= scalarRows;
        bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
        nanosBefore = System.nanoTime();
        return doesVector ? vector : scalar;
    }

    /** Takes down a row that {@link #begin} gave to this thread; does nothing for any other. */
    Verdict end(int pixels) {
        if (measuring.get() != Thread.currentThread()) {
            return Verdict.OPEN;
        }
        long now = System.nanoTime();
        long took = now - nanosBefore;
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - bytesBefore;
        if (pixels >= FEWEST_PIXELS) {
            takeDown((double) took / pixels, allocated);
        }
        Verdict verdict = vectorRows >= ROWS && scalarRows >= ROWS ? judge(now) : Verdict.OPEN;
        nextNanos = doesVector ? now + PAUSE * took : now;
        measuring.set(null);
        return verdict;
    }

    private void takeDown(double nanos, long allocated) {
        if (doesVector) {
            vectorRows++;
            vectorNanos = Math.min(vectorNanos, nanos);
            allocatingRows += allocated > ALLOWED_BYTES ? 1 : 0;
            mostBytes = Math.max(mostBytes, allocated);
        } else {
            scalarRows++;
            scalarNanos = Math.min(scalarNanos, nanos);
        }
    }

    private Verdict judge(long now) {
        boolean allocates = allocatingRows > ALLOWED_SHARE * vectorRows;
        if (!allocates && vectorNanos <= SLOWEST * scalarNanos) {
            return Verdict.PASSED;
        }
        if (now - begun >= patienceNanos) {
            return new Verdict.Failed(allocates
                    ? "allocates up to " + mostBytes + " bytes in a row"
                    : String.format(Locale.ROOT, "takes %.1f times as long as the scalar one",
                            vectorNanos / scalarNanos));
        }
        startOver();
        return Verdict.OPEN;
    }

    private void startOver() {
        vectorRows = 0;
        scalarRows = 0;
        allocatingRows = 0;
        mostBytes = 0;
        vectorNanos = Double.POSITIVE_INFINITY;
        scalarNanos = Double.POSITIVE_INFINITY;
    }
}
