package io.github.slitstream.kernel.vector;

import io.github.slitstream.kernel.Delays;
import io.github.slitstream.kernel.Kernels;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.ShortVector;

/**
 * Runs of blocks whose pixels come from far apart frames, fetched pixel by pixel. The limit is how many cache lines a
 * processor can wait for at once, so fetching is kept apart from arithmetic: first all newer pixels of a run, which
 * wait in the output, then all older ones, then the blend.
 */
final class ScatteredPixels {
    private static final ValueLayout.OfInt PIXEL = ValueLayout.JAVA_INT_UNALIGNED.withOrder(PixelLanes.ORDER);

    private ScatteredPixels() {}

    /** How many blocks from the given one on, {@link RunScratch#BLOCKS} at most, look at far apart frames. */
    static int run(int[] ofBlocks, int block, int blocks) {
        int length = 0;
        while (length < Math.min(RunScratch.BLOCKS, blocks)
                && Delays.span(ofBlocks[block + length]) > DisplaceRow.WIDEST) {
            length++;
        }
        return length;
    }

    /**
     * @param frames address of the run in the first frame
     * @param out address of the run to write
     * @param pixels a multiple of {@link Delays#BLOCK}
     */
    static void displace(long frames, long[] ageOffsets, int[] delays, int pixel, long out, int pixels) {
        MemorySegment scratch = RunScratch.ofThisThread();
        fetch(frames, ageOffsets, 0, delays, pixel, out, pixels);
        fetch(frames, ageOffsets, 1, delays, pixel, scratch.address(), pixels);
        blend(out, scratch.address(), delays, pixel, pixels);
    }

    /** As {@link #displace}, but only the newer of the two frames. */
    static void pick(long frames, long[] ageOffsets, int[] delays, int pixel, long out, int pixels) {
        fetch(frames, ageOffsets, 0, delays, pixel, out, pixels);
    }

    /**
     * Blends older pixels into newer ones by the weights of their delays, where these lie.
     *
     * @param newer address of the pixels to blend and to write, as older is of those behind them
     * @param pixel index of the first pixel's delay
     */
    static void blend(long newer, long older, int[] delays, int pixel, int pixels) {
        for (int i = 0; i < pixels; i += PixelLanes.LANES) {
            long at = (long) i * PixelLanes.BYTES;
            ShortVector weights = PixelLanes.weightsOf(PixelLanes.behind(delays, pixel + i, 0));
            PixelLanes.blend(PixelLanes.load(newer + at), PixelLanes.load(older + at), weights)
                    .intoMemorySegment(NativeMemory.EVERYWHERE, newer + at, PixelLanes.ORDER);
        }
    }

    private static void fetch(long frames, long[] ageOffsets, int further, int[] delays, int pixel, long to,
            int pixels) {
        for (int i = 0; i < pixels; i++) {
            long at = (long) i * PixelLanes.BYTES;
            long from = frames + ageOffsets[(delays[pixel + i] >> Kernels.DELAY_BITS) + further] + at;
            NativeMemory.EVERYWHERE.set(PIXEL, to + at, NativeMemory.EVERYWHERE.get(PIXEL, from));
        }
    }
}
