package io.github.slitstream.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The gates of all kernels of a chain, made from the same two forms. */
final class KernelGates {
    private final Kernels scalar;
    private final Kernels vector;
    private final long patienceNanos;
    private final KernelGate.Listener listener;
    private final List<KernelGate<?>> gates = new ArrayList<>();

    /**
     * @param patienceNanos how long a vector kernel may take to be compiled
     * @param listener hears of vector kernels that fail
     */
    KernelGates(Kernels scalar, Kernels vector, long patienceNanos, KernelGate.Listener listener) {
        this.scalar = scalar;
        this.vector = vector;
        this.patienceNanos = patienceNanos;
        this.listener = listener;
    }

    /** Adds a kernel whose scalar form does the rows in place of the vector form. */
    <K> KernelGate<K> add(String name, Function<Kernels, K> kind) {
        return add(name, kind, kind.apply(scalar));
    }

    /** @param bridge does the rows in place of the vector form */
    <K> KernelGate<K> add(String name, Function<Kernels, K> kind, K bridge) {
        KernelGate<K> gate = new KernelGate<>(name, kind, scalar, vector, bridge, patienceNanos, listener);
        gates.add(gate);
        return gate;
    }

    /** As {@link GuardedKernels#check}. */
    void check() {
        gates.forEach(KernelGate::check);
    }

    /** As {@link GuardedKernels#checkAgain}. */
    void checkAgain() {
        gates.forEach(KernelGate::checkAgain);
    }
}
