package io.github.slitstream.kernel;

import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.MemorySegment;

/**
 * Arithmetic on rows of packed 8-bit BGRA for moments that are made of more than two frames, or of several moments.
 * What holds of {@link Kernels} holds here.
 */
public interface MomentKernels {
    /**
     * Makes every pixel of a row by a curve through four neighbouring frames of a history. With delay v, a = v >> 8 and
     * x = v & 255, it is {@code (Σ w[x][i]·frame[a − 1 + i] + 2048) >> 12} over i = 0 … 3 with the {@link CubicMoments
     * weights} of x, in each channel, held between what frame a and frame a + 1 show there, so that nothing overshoots.
     * Before the newest frame stands the newest, behind the last the last. A weight of 0 gives frame a.
     *
     * @param memory holds all frames
     * @param ageOffsets where the frame of each age starts; one entry more than the largest age
     * @param delays of the whole picture, the row's blocks summarised; their width is the row's
     * @param row of the picture and of the delays
     * @param size of the frames
     */
    void cubicRow(MemorySegment memory, long[] ageOffsets, Delays delays, int row, FrameSize size, MemorySegment out,
            long outOffset);

    /** {@link #cubicRow} of lumas and chromas of packed frames, then unpacked as by {@link Kernels#unpackRow}. */
    void cubicPackedRow(MemorySegment memory, long[] ageOffsets, Delays delays, int row, FrameSize size,
            MemorySegment out, long outOffset);

    /**
     * Reads every pixel of a row at another place of the two frames around its delay and blends what was read. Places
     * have eight bits behind the point, rounded to nearest; of the four pixels around one, two are
     * {@link Kernels#blendRow blended} across, then both down; then the frames by the delay's weight.
     *
     * @param memory holds all frames
     * @param ageOffsets where the frame of each age starts; one entry more than the largest age
     * @param delays of the whole picture or of any row; their width is the row's
     * @param row of the picture and of the delays
     * @param size of the frames
     */
    void placedRow(MemorySegment memory, long[] ageOffsets, Delays delays, PixelPlaces places, int row, FrameSize size,
            MemorySegment out, long outOffset);

    /** {@link #placedRow} of lumas and chromas of packed frames, then unpacked as by {@link Kernels#unpackRow}. */
    void placedPackedRow(MemorySegment memory, long[] ageOffsets, Delays delays, PixelPlaces places, int row,
            FrameSize size, MemorySegment out, long outOffset);

    /**
     * Makes the mean of rows: {@code (Σ row[i] + ⌊rows/2⌋) / rows}, rounded down, in each channel.
     *
     * @param inOffset of the first row
     * @param step from one row to the next, in bytes
     * @param rows 1 … {@value #MOST_ROWS}
     */
    void meanRow(MemorySegment in, long inOffset, long step, int rows, MemorySegment out, long outOffset, int pixels);

    /** So many rows, at most, have one mean. */
    int MOST_ROWS = 8;

    /**
     * Takes blue from a first row, green and alpha from a second and red from a third.
     *
     * @param inOffset of the first row
     * @param step from one row to the next, in bytes
     */
    void mergeRow(MemorySegment in, long inOffset, long step, MemorySegment out, long outOffset, int pixels);

    /**
     * Takes the lighter of a row and another's share, in each channel: {@code max(below, (above·weight + 128) >> 8)}.
     *
     * @param weight 0 … {@link Kernels#ONE_FRAME} (all of above)
     * @param out may be the very row below
     */
    void lightenRow(MemorySegment below, long belowOffset, MemorySegment above, long aboveOffset, int weight,
            MemorySegment out, long outOffset, int pixels);

    /**
     * Takes the darker of a row and another that is blended with white, in each channel:
     * {@code min(below, (255·(256 − weight) + above·weight + 128) >> 8)}; parameters as in {@link #lightenRow}.
     */
    void darkenRow(MemorySegment below, long belowOffset, MemorySegment above, long aboveOffset, int weight,
            MemorySegment out, long outOffset, int pixels);

    /**
     * Lays a row's share over another as a second projector would, in each channel: with
     * {@code s = (above·weight + 128) >> 8} and {@code p = (255 − below)·(255 − s) + 128}, it is
     * {@code 255 − ((p + (p >> 8)) >> 8)}, which is {@code 255 − (255 − below)·(255 − s)/255} rounded to nearest;
     * parameters as in {@link #lightenRow}.
     */
    void screenRow(MemorySegment below, long belowOffset, MemorySegment above, long aboveOffset, int weight,
            MemorySegment out, long outOffset, int pixels);
}
