package io.github.slitstream.engine;

import io.github.slitstream.effect.EffectType;
import io.github.slitstream.effect.Effects;
import io.github.slitstream.fault.Threads;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.ScalarKernels;
import io.github.slitstream.param.Values;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.Slot;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Has Java compile the vector kernels in the background, effect by effect, those of the current preset first, and then
 * admits them: until they are compiled they are a hundred times slower than the scalar ones, which make the first
 * pictures.
 */
final class WarmUp {
    private static final System.Logger LOG = System.getLogger(WarmUp.class.getName());

    private final Kernels kernels;
    private final KernelGuard guard;
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile boolean done;

    /** @param kernels to be warmed up */
    WarmUp(Kernels kernels, KernelGuard guard) {
        this.kernels = kernels;
        this.guard = guard;
    }

    /** Whether the kernels of every effect of a preset are warm. */
    boolean isWarm(Preset preset) {
        return done || preset.chain().stream()
                .allMatch(effect -> !effect.enabled() || guard.hasAdmitted(effect.type()));
    }

    /** Whether nothing is left to be warmed up. */
    boolean isDone() {
        return done;
    }

    /**
     * Starts in the background, once; there is nothing to do for scalar kernels.
     *
     * @param playing the current preset
     */
    void begin(Supplier<Preset> playing) {
        if (begun.get() || !begun.compareAndSet(false, true)) {
            return;
        }
        if (kernels instanceof ScalarKernels) {
            admitAll();
        } else {
            Threads.daemon("warm-up", () -> warmUp(playing), Threads::log, this::admitAll).start();
        }
    }

    /** Whatever happens, nobody keeps to scalar kernels, and half the time, for good. */
    private void admitAll() {
        Effects.ALL.forEach(guard::admit);
        done = true;
    }

    private void warmUp(Supplier<Preset> playing) {
        long start = System.nanoTime();
        List<EffectType> cold = new ArrayList<>(Effects.ALL);
        try (WarmUpChain chain = new WarmUpChain(kernels)) {
            while (!cold.isEmpty()) {
                EffectType next = firstWanted(cold, playing.get());
                chain.render(slots(next, next.offers().warmUp().first()), isPlayed(next, playing.get()));
                guard.admit(next);
                cold.remove(next);
                LOG.log(Level.DEBUG, "{0} is warm after {1} ms", next.id(), (System.nanoTime() - start) / 1_000_000);
            }
            for (EffectType type : Effects.ALL) {
                chain.render(slots(type, type.offers().warmUp().later()), false);
            }
        }
    }

    private static EffectType firstWanted(List<EffectType> cold, Preset preset) {
        return cold.stream().filter(type -> isPlayed(type, preset)).findFirst().orElse(cold.getFirst());
    }

    private static boolean isPlayed(EffectType type, Preset preset) {
        return preset.chain().stream().anyMatch(effect -> effect.enabled() && effect.type().equals(type));
    }

    private static List<Slot> slots(EffectType type, List<Values> values) {
        return values.stream().map(Slot.of(type)::withValues).toList();
    }
}
