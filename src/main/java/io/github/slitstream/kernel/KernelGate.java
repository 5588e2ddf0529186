package io.github.slitstream.kernel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One kernel in its two forms, which agree bit for bit: until the vector one has passed a {@link KernelTrial}, and
 * again from when it fails one, perhaps much later (Java compiles anew what it compiled well), a bridge does the rows.
 * That is the scalar form, or what is quicker and comes near. Any number of threads do rows; allocates nothing per row.
 *
 * @param <K> the kind of kernels
 */
public final class KernelGate<K> {
    private final String name;
    private final Function<Kernels, K> kind;
    private final K scalar;
    private final K bridge;
    private final long patienceNanos;
    private final Listener listener;
    private final AtomicReference<@Nullable KernelTrial<K>> trial = new AtomicReference<>();
    /** That of the present vector form, to be used again. */
    private volatile @Nullable KernelTrial<K> latest;
    private volatile K vector;
    private volatile K inUse;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile boolean open;

    /** Hears of kernels that failed. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Called once for a trial, by the thread that did the last row of it: to be quick.
         *
         * @param reason in a few words
         */
        void failed(KernelGate<?> gate, String reason);
    }

    /**
     * @param name of the kernel, for the log
     * @param kind the kernels of this kind among others
     * @param bridge does the rows in place of the vector form
     * @param patienceNanos how long the vector form may take to be compiled
     */
    KernelGate(String name, Function<Kernels, K> kind, Kernels scalar, Kernels vector, K bridge, long patienceNanos,
            Listener listener) {
        this.patienceNanos = patienceNanos;
        this.name = name;
        this.kind = kind;
        this.scalar = kind.apply(scalar);
        this.vector = kind.apply(vector);
        this.bridge = bridge;
        this.listener = listener;
        this.inUse = bridge;
    }

    public String name() {
        return name;
    }

    /** How many trials the vector forms of this kernel have failed. */
    public int failures() {
        return failures.get();
    }

    /** Whether the vector form does the rows. */
    public boolean isOpen() {
        return open;
    }

    /** Puts the vector form on trial, from the next row on. */
    void check() {
        open = false;
        inUse = bridge;
        KernelTrial<K> next = new KernelTrial<>(scalar, vector, patienceNanos);
        latest = next;
        trial.set(next);
    }

    /** Puts the vector form on trial while it goes on doing the rows, if it does them. Allocates nothing. */
    void checkAgain() {
        KernelTrial<K> passed = latest;
        if (open && passed != null && trial.get() == null && passed.repeat()) {
            trial.compareAndSet(null, passed);
        }
    }

    /** Puts another vector form on trial in place of the one there was. */
    public void check(Kernels others) {
        vector = kind.apply(others);
        check();
    }

    /** The form that does the next row of this thread. */
    K begin() {
        KernelTrial<K> running = trial.get();
        if (running == null) {
            return inUse;
        }
        K measured = running.begin();
        return measured == null ? inUse : measured;
    }

    /** After each row of {@link #begin}. */
    void end(int pixels) {
        KernelTrial<K> running = trial.get();
        if (running == null) {
            return;
        }
        switch (running.end(pixels)) {
            case KernelTrial.Verdict.Open _ -> {
            }
            case KernelTrial.Verdict.Passed _ -> {
                if (trial.compareAndSet(running, null)) {
                    inUse = running.vector();
                    open = true;
                }
            }
            case KernelTrial.Verdict.Failed failed -> {
                if (trial.compareAndSet(running, null)) {
                    open = false;
                    inUse = bridge;
                    failures.incrementAndGet();
                    listener.failed(this, failed.reason());
                }
            }
        }
    }
}
