package io.github.slitstream.engine;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.preset.Preset;
import java.lang.foreign.Arena;

/**
 * Renders small pictures that nobody sees until Java has compiled the kernels: before that, vector code is a hundred times
 * slower, and the first large pictures would take the better part of a second each.
 */
final class WarmUp {
    private static final FrameSize SMALL = new FrameSize(320, 48);
    private static final int FRAMES = 4;
    private static final long LONGEST_NANOS = 800_000_000L;
    /** A picture in this time means compiled code. */
    private static final long FAST_NANOS = 300_000L;

    private WarmUp() {}

    static void run(Kernels kernels, Workers workers, Preset preset) {
        long begun = System.nanoTime();
        try (Arena arena = Arena.ofShared();
                FrameRing ring = new FrameRing(SMALL, FRAMES);
                Chain chain = new Chain(SMALL, kernels, workers)) {
            Frame picture = Frame.allocate(SMALL, arena);
            int fastInARow = 0;
            for (long now = begun; now - begun < LONGEST_NANOS && fastInARow < 10;) {
                ring.claim();
                ring.publish(now);
                chain.render(ring.newest(), preset, picture);
                long done = System.nanoTime();
                fastInARow = done - now < FAST_NANOS ? fastInARow + 1 : 0;
                now = done;
            }
        }
    }
}
