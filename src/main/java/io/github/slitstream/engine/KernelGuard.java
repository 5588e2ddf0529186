package io.github.slitstream.engine;

import io.github.slitstream.effect.EffectType;
import io.github.slitstream.effect.Effects;
import io.github.slitstream.effect.Footprint;
import io.github.slitstream.engine.flow.FlowReadiness;
import io.github.slitstream.fault.Threads;
import io.github.slitstream.frame.FlowAxis;
import io.github.slitstream.kernel.GuardedKernels;
import io.github.slitstream.kernel.KernelGate;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.ScalarKernels;
import io.github.slitstream.preset.Slot;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Watches over the kernels of each type of effect: scalar ones work until the vector ones were compiled and passed
 * their trial, and again while badly compiled ones are compiled anew. Why that happens: decision 15.
 */
final class KernelGuard {
    private static final System.Logger LOG = System.getLogger(KernelGuard.class.getName());
    /** A kernel that fails so often is not compiled anew again. */
    private static final int MOST_FAILURES = 4;
    /** Between two trials of kernels that work: Java may compile anew, and worse, what it compiled well. */
    private static final long INTERVAL_NANOS = 5_000_000_000L;

    private final Map<EffectType, GuardedKernels> kernels = new LinkedHashMap<>();
    private final Set<EffectType> admitted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile List<Slot> watched = List.of();
    private long checkedNanos = System.nanoTime();

    /** @param vector those to be watched */
    KernelGuard(Kernels vector) {
        for (EffectType type : Effects.ALL) {
            kernels.put(type, new GuardedKernels(new ScalarKernels(), vector, this::failed));
        }
    }

    /** What the effects of a type work with from now on. */
    Kernels kernelsFor(EffectType type) {
        return guarded(type);
    }

    /** What packs frames from now on: the kernels of an effect that reads the past. */
    Kernels kernelsForRings() {
        return guarded(Effects.ALL.stream().filter(type -> type.footprint() == Footprint.TEMPORAL).findFirst()
                .orElseThrow());
    }

    /** Puts the vector kernels of a type on trial, unless they were before. Any thread. */
    void admit(EffectType type) {
        if (admitted.add(type)) {
            guarded(type).check();
        }
    }

    /** Whether the vector kernels of a type were put on trial. Any thread. */
    boolean hasAdmitted(EffectType type) {
        return admitted.contains(type);
    }

    /**
     * Puts all that were admitted on trial once more: scalar ones in their place if the effects of a chain, their order
     * or their switches changed, since what Java compiled may meet something new; and every few seconds while they go
     * on. Render thread, before each picture.
     */
    void watch(List<Slot> chain) {
        long now = System.nanoTime();
        if (!hasShapeOf(watched, chain)) {
            watched = chain;
            checkedNanos = now;
            admitted.forEach(type -> guarded(type).check());
        } else if (now - checkedNanos > INTERVAL_NANOS) {
            checkedNanos = now;
            kernels.values().forEach(GuardedKernels::checkAgain);
        }
    }

    /** How far the kernels along the flow are, of the effects of the chain that want it. Any thread. */
    FlowReadiness alongFlow() {
        List<Slot> chain = watched;
        for (int i = 0; i < chain.size(); i++) {
            Slot slot = chain.get(i);
            if (slot.enabled() && slot.flow() != FlowAxis.NONE) {
                return alongFlow(slot.type());
            }
        }
        return FlowReadiness.COMPILING;
    }

    private FlowReadiness alongFlow(EffectType type) {
        GuardedKernels guarded = guarded(type);
        if (guarded.followsFlow()) {
            return FlowReadiness.READY;
        }
        if (guarded.flowFailures() >= MOST_FAILURES) {
            return FlowReadiness.GIVEN_UP;
        }
        return hasAdmitted(type) ? FlowReadiness.ON_TRIAL : FlowReadiness.COMPILING;
    }

    /** How many trials were failed, each by a kernel that was then compiled anew. Any thread. */
    int failures() {
        return failures.get();
    }

    private static boolean hasShapeOf(List<Slot> one, List<Slot> other) {
        boolean same = one.size() == other.size();
        for (int i = 0; same && i < one.size(); i++) {
            same = one.get(i).type().equals(other.get(i).type()) && one.get(i).enabled() == other.get(i).enabled();
        }
        return same;
    }

    private GuardedKernels guarded(EffectType type) {
        GuardedKernels guarded = kernels.get(type);
        if (guarded == null) {
            throw new IllegalArgumentException(type.id() + " is not in the catalog of effects");
        }
        return guarded;
    }

    private void failed(KernelGate<?> gate, String reason) {
        failures.incrementAndGet();
        boolean last = gate.failures() >= MOST_FAILURES;
        LOG.log(Level.INFO, "the vector kernel {0} {1}; the scalar one works {2}", gate.name(), reason,
                last ? "until the chain changes" : "until it is compiled anew");
        if (!last) {
            Threads.daemon("fresh-kernels", () -> gate.check(Kernels.fresh()), Threads::log, () -> {}).start();
        }
    }
}
