package io.github.slitstream.engine;

import io.github.slitstream.effect.Effects;
import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.KernelSwitch;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.ScalarKernels;
import io.github.slitstream.pattern.PatternParameters;
import io.github.slitstream.pattern.Patterns;
import io.github.slitstream.preset.EffectSettings;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Renders small pictures that nobody sees until Java has compiled effects and kernels: before that, vector code is a hundred
 * times slower. Until then plain kernels make the pictures, which are the same. Every effect runs, first and behind
 * another, and the time displacement with every pattern. It shortens the first stutter; code that meets something new later may still be compiled anew while playing.
 */
final class WarmUp {
    private static final System.Logger LOG = System.getLogger(WarmUp.class.getName());
    private static final FrameSize SMALL = new FrameSize(192, 16);
    private static final int FRAMES = 4;
    private static final long LONGEST_NANOS = 20_000_000_000L;
    /** An effect in this time means compiled code. */
    private static final long FAST_NANOS = 100_000L;
    /** Between two rounds the processor is left to those who are watched, and to the compiler. */
    private static final long REST_NANOS = 10_000_000L;
    private static final int FAST_ROUNDS = 10;

    private final Kernels kernels;
    private final KernelSwitch inUse;
    private final AtomicBoolean begun = new AtomicBoolean();

    /** @param kernels to be warmed up */
    WarmUp(Kernels kernels) {
        this.kernels = kernels;
        this.inUse = new KernelSwitch(new ScalarKernels(), kernels);
    }

    /** The kernels to work with from now on: plain ones that give way by themselves to those that are warm. */
    Kernels kernels() {
        return inUse;
    }

    /** Starts to compile in the background, once. */
    void begin() {
        if (!begun.get() && begun.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("warm-up").start(this::run);
        }
    }

    private void run() {
        List<EffectSettings> all = Stream.concat(Effects.ALL.stream().map(EffectSettings::of), displacements())
                .toList();
        Preset forwards = Preset.empty("warm-up").withRing(RingSettings.LENGTH, FRAMES).withChain(all);
        Preset backwards = forwards.withChain(all.reversed());
        long start = System.nanoTime();
        try (Arena arena = Arena.ofShared();
                FrameRing ring = new FrameRing(SMALL, FRAMES);
                Workers alone = new Workers(1);
                Chain chain = new Chain(SMALL, kernels, alone)) {
            Frame picture = Frame.allocate(SMALL, arena);
            int fast = 0;
            while (System.nanoTime() - start < LONGEST_NANOS && fast < FAST_ROUNDS) {
                long begun = System.nanoTime();
                ring.claim();
                ring.publish(begun);
                FrameHistory past = ring.newest();
                chain.render(past, forwards, picture);
                chain.render(past, backwards, picture);
                fast += System.nanoTime() - begun < 2L * all.size() * FAST_NANOS ? 1 : 0;
                LockSupport.parkNanos(REST_NANOS);
            }
        }
        inUse.turn();
        LOG.log(Level.DEBUG, "kernels are warm after {0} ms", (System.nanoTime() - start) / 1_000_000);
    }

    private static Stream<EffectSettings> displacements() {
        return Patterns.ALL.stream().flatMap(pattern -> TimeDisplacement.INTERPOLATION.options().stream()
                .map(way -> EffectSettings.of(TimeDisplacement.TYPE).with(TimeDisplacement.PATTERN, pattern)
                        .with(TimeDisplacement.INTERPOLATION, way).with(PatternParameters.SPEED, 1.0)));
    }
}
