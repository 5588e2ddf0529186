package io.github.slitstream.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of vector kernels on trial. */
@Tag("kernels")
class KernelTrialTest {
    private static final int PIXELS = 640;
    private static final long SHORT_PATIENCE_NANOS = 20_000_000L;
    private static final long LONG_PATIENCE_NANOS = 60_000_000_000L;
    private static final long LONGEST_NANOS = 60_000_000_000L;

    private final MemorySegment in = Row.random(Arena.ofAuto(), 4L * PIXELS, new Random(7));
    private final MemorySegment out = Arena.ofAuto().allocate(4L * PIXELS);
    private final Kernels scalar = new ScalarKernels();
    private final AtomicInteger vectorRows = new AtomicInteger();
    private final List<String> failures = new ArrayList<>();
    private @Nullable KernelGate<?> failed;
    /** What a wasteful kernel makes lives here, so that no compiler can do without it. */
    private volatile int[] waste = {};
    private boolean wastes = true;
    /** Of the vector rows. */
    private int wasteEvery = 1;

    @Test
    void aKernelThatAllocatesGivesWayToThePlainOneAndAnotherTakesItsPlace() {
        GuardedKernels kernels = new GuardedKernels(new ScalarKernels(), wasteful(), SHORT_PATIENCE_NANOS,
                this::heard);
        kernels.check();
        reverseUntil(kernels, () -> !failures.isEmpty());
        assertTrue(failures.getFirst().matches("reverseRow allocates up to \\d+ bytes in a row"), failures.getFirst());
        KernelGate<?> gate = Objects.requireNonNull(failed);
        assertFalse(gate.isOpen());
        int rows = vectorRows.get();
        reverse(kernels);
        assertEquals(rows, vectorRows.get(), "rows of the kernel that failed");

        gate.check(new ScalarKernels());
        reverseUntil(kernels, gate::isOpen);
        assertEquals(1, failures.size());
    }

    @Test
    void aHealthyKernelPasses() {
        KernelGate<Kernels> gate = new KernelGates(scalar, Kernels.get(), LONG_PATIENCE_NANOS, this::heard)
                .add("reverseRow", Function.identity());
        assertFalse(gate.isOpen());
        gate.check();
        waitUntil(gate::isOpen, () -> {
            reverse(gate.begin());
            gate.end(PIXELS);
        });
        assertEquals(List.of(), failures);
    }

    @Test
    void aKernelThatAllocatesLongAfterItPassedGivesWayToo() {
        Kernels vector = new ScalarKernels();
        KernelGate<Runnable> gate = new KernelGates(new ScalarKernels(), vector, SHORT_PATIENCE_NANOS, this::heard)
                .add("reverseRow", kernels -> kernels.equals(vector) ? this::vectorRow : this::scalarRow);
        gate.checkAgain();
        run(gate);
        assertEquals(0, vectorRows.get(), "what is not in use is not tried");
        wastes = false;
        gate.check();
        waitUntil(gate::isOpen, () -> run(gate));
        wastes = true;
        for (int i = 0; i < 1_000; i++) {
            run(gate);
        }
        assertEquals(List.of(), failures, "nobody looked");
        gate.checkAgain();
        waitUntil(() -> !failures.isEmpty(), () -> run(gate));
        assertFalse(gate.isOpen());
        int rows = vectorRows.get();
        run(gate);
        assertEquals(rows, vectorRows.get(), "rows of the kernel that failed");
    }

    private static void run(KernelGate<Runnable> gate) {
        gate.begin().run();
        gate.end(PIXELS);
    }

    private void scalarRow() {
        reverse(scalar);
    }

    private void vectorRow() {
        vectorRows.incrementAndGet();
        if (wastes) {
            waste = new int[64];
        }
        scalarRow();
    }

    @Test
    void aKernelThatAllocatesInSomeRowsFails() {
        GuardedKernels kernels = new GuardedKernels(new ScalarKernels(), wasteful(), SHORT_PATIENCE_NANOS,
                this::heard);
        wasteEvery = 3;
        kernels.check();
        reverseUntil(kernels, () -> !failures.isEmpty());
        assertEquals(1, failures.size());
    }

    @Test
    void rowsOfOtherThreadsGoThePlainWayWhileOneIsMeasured() {
        Kernels vector = new ScalarKernels();
        KernelTrial<Kernels> trial = new KernelTrial<>(scalar, vector, LONG_PATIENCE_NANOS);
        assertSame(vector, trial.begin());
        assertNull(trial.begin(), "a second row while the first is measured");
    }

    @Test
    void freshKernelsAreOtherClassesThatDoTheSame() {
        Kernels fresh = Kernels.fresh();
        boolean vector = Kernels.get().description().startsWith("vector");
        assertNotSame(Kernels.get(), fresh);
        assertEquals(vector, fresh.getClass() != Kernels.get().getClass());
        assertEquals(Kernels.get().description(), fresh.description());
        MemorySegment expected = Arena.ofAuto().allocate(4L * PIXELS);
        new ScalarKernels().blendRow(in, 0, out, 0, 77, expected, 0, PIXELS);
        MemorySegment blended = Arena.ofAuto().allocate(4L * PIXELS);
        fresh.blendRow(in, 0, out, 0, 77, blended, 0, PIXELS);
        assertEquals(-1, expected.mismatch(blended));
    }

    private void heard(KernelGate<?> gate, String reason) {
        failed = gate;
        failures.add(gate.name() + " " + reason);
    }

    private void reverseUntil(Kernels kernels, BooleanSupplier condition) {
        waitUntil(condition, () -> reverse(kernels));
    }

    private void waitUntil(BooleanSupplier condition, Runnable row) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() - start < LONGEST_NANOS, "still waiting after a minute; failures " + failures);
            row.run();
        }
    }

    private void reverse(Kernels kernels) {
        kernels.reverseRow(in, 0, out, 0, PIXELS);
    }

    private Kernels wasteful() {
        ScalarKernels scalar = new ScalarKernels();
        return (Kernels) Proxy.newProxyInstance(Kernels.class.getClassLoader(), new Class<?>[]{Kernels.class},
                (proxy, method, arguments) -> {
                    int row = vectorRows.incrementAndGet();
                    if (row % wasteEvery == 0) {
                        waste = new int[64];
                    }
                    return method.invoke(scalar, arguments);
                });
    }
}
