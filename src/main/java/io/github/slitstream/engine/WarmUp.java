package io.github.slitstream.engine;

import io.github.slitstream.effect.Effects;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.preset.EffectSettings;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import java.lang.foreign.Arena;
import java.util.List;

/**
 * Renders small pictures that nobody sees until Java has compiled effects and kernels: before that, vector code is a hundred
 * times slower, and the first large pictures would take the better part of a second each. Every effect runs, first and behind
 * another. It shortens the first stutter; code that meets something new later may still be compiled anew while playing.
 */
final class WarmUp {
    private static final FrameSize SMALL = new FrameSize(320, 48);
    private static final int FRAMES = 4;
    private static final long LONGEST_NANOS = 1_000_000_000L;
    /** A picture in this time means compiled code. */
    private static final long FAST_NANOS = 1_500_000L;
    private static final int FAST_IN_A_ROW = 10;

    private WarmUp() {}

    static void run(Kernels kernels, Workers workers) {
        List<EffectSettings> all = Effects.ALL.stream().map(EffectSettings::of).toList();
        Preset forwards = Preset.empty("warm-up").withRing(RingSettings.LENGTH, FRAMES).withChain(all);
        Preset backwards = forwards.withChain(all.reversed());
        long begun = System.nanoTime();
        try (Arena arena = Arena.ofShared();
                FrameRing ring = new FrameRing(SMALL, FRAMES);
                Chain chain = new Chain(SMALL, kernels, workers)) {
            Frame picture = Frame.allocate(SMALL, arena);
            int fast = 0;
            for (long now = begun; now - begun < LONGEST_NANOS && fast < FAST_IN_A_ROW;) {
                ring.claim();
                ring.publish(now);
                FrameHistory past = ring.newest();
                chain.render(past, forwards, picture);
                chain.render(past, backwards, picture);
                long done = System.nanoTime();
                fast = done - now < 2 * FAST_NANOS ? fast + 1 : 0;
                now = done;
            }
        }
    }
}
