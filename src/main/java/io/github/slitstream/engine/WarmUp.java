package io.github.slitstream.engine;

import io.github.slitstream.effect.EffectType;
import io.github.slitstream.effect.Effects;
import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.fault.Threads;
import io.github.slitstream.kernel.KernelSwitch;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.ScalarKernels;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.Named;
import io.github.slitstream.pattern.Pattern;
import io.github.slitstream.pattern.Patterns;
import io.github.slitstream.pattern.Shaping;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.Slot;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lets plain kernels make the first pictures, which are the same, because wide ones are a hundred times slower until
 * Java has compiled them. Effect by effect, those of the present look first, it rehearses them in the background and
 * then hands over. It shortens the first stutter; code that meets something new later may still be compiled anew while
 * playing.
 */
final class WarmUp {
    private static final System.Logger LOG = System.getLogger(WarmUp.class.getName());

    private final Kernels kernels;
    private final List<Part> parts;
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile List<EffectType> warm = List.of();
    private volatile boolean done;

    /** What the effects of a type work with. */
    private record Part(EffectType type, KernelSwitch inUse) {}

    /** @param kernels to be warmed up */
    WarmUp(Kernels kernels) {
        this.kernels = kernels;
        this.parts = Effects.ALL.stream().map(type -> new Part(type, new KernelSwitch(new ScalarKernels(), kernels)))
                .toList();
    }

    /**
     * The kernels that an effect works with from now on: plain ones that give way by themselves once the others are
     * warm.
     */
    Kernels kernelsFor(EffectType type) {
        return parts.stream().filter(part -> part.type.equals(type)).<Kernels>map(Part::inUse).findFirst()
                .orElse(kernels);
    }

    /** Whether every effect of a look works with the kernels that were to be warmed up. */
    boolean isWarm(Preset look) {
        return done || look.chain().stream()
                .allMatch(effect -> !effect.enabled() || warm.contains(effect.type()));
    }

    /** Whether nothing is left to be rehearsed. */
    boolean isDone() {
        return done;
    }

    /**
     * Starts in the background, once.
     *
     * @param playing the present look
     */
    void begin(Supplier<Preset> playing) {
        if (!begun.get() && begun.compareAndSet(false, true)) {
            Threads.daemon("warm-up", () -> warmUp(playing), Threads::log, this::giveWay).start();
        }
    }

    /** Whatever happens, nobody keeps to plain kernels, and half the time, for good. */
    private void giveWay() {
        parts.forEach(part -> part.inUse.turn());
        done = true;
    }

    private void warmUp(Supplier<Preset> playing) {
        long start = System.nanoTime();
        List<Part> cold = new ArrayList<>(parts);
        try (Rehearsal rehearsal = new Rehearsal(kernels)) {
            while (!cold.isEmpty()) {
                Part next = firstWanted(cold, playing.get());
                rehearsal.of(variants(next.type).toList());
                next.inUse.turn();
                cold.remove(next);
                warm = parts.stream().filter(part -> !cold.contains(part)).map(Part::type).toList();
                LOG.log(Level.DEBUG, "{0} is warm after {1} ms", next.type.id(),
                        (System.nanoTime() - start) / 1_000_000);
            }
            rehearsal.of(displacements(Patterns.ALL.stream()).toList());
        }
    }

    private static Part firstWanted(List<Part> cold, Preset look) {
        return cold.stream().filter(part -> isPlayed(part.type, look)).findFirst().orElse(cold.getFirst());
    }

    private static boolean isPlayed(EffectType type, Preset look) {
        return look.chain().stream().anyMatch(effect -> effect.enabled() && effect.type().equals(type));
    }

    /** An effect in all the ways that lead to other kernels. */
    private static Stream<Slot> variants(EffectType type) {
        return type.equals(TimeDisplacement.TYPE)
                ? displacements(Stream.of(Patterns.LINEAR, Patterns.RADIAL, Patterns.NOISE))
                : Stream.concat(Stream.of(Slot.of(type)), type.declared().stream()
                        .filter(Choice.class::isInstance).flatMap(choice -> choices(type, (Choice<?>) choice)));
    }

    private static <T extends Named> Stream<Slot> choices(EffectType type, Choice<T> choice) {
        return choice.options().stream().map(option -> Slot.of(type).with(choice, option));
    }

    /** Rows of one delay, of few ages, of many. */
    private static Stream<Slot> displacements(Stream<Pattern> patterns) {
        return patterns.flatMap(pattern -> TimeDisplacement.INTERPOLATION.options().stream()
                .map(way -> Slot.of(TimeDisplacement.TYPE).with(TimeDisplacement.PATTERN, pattern)
                        .with(TimeDisplacement.INTERPOLATION, way).with(Shaping.SPEED, 1.0)));
    }
}
