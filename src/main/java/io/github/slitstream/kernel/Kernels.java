package io.github.slitstream.kernel;

import io.github.slitstream.frame.FrameFlows;
import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.MemorySegment;

/**
 * Arithmetic on rows of packed 8-bit BGRA. All offsets into segments are in bytes, all lengths in pixels; outputs never
 * overlap inputs unless a method says that they may. Implementations keep no state, allocate nothing and agree bit for
 * bit, so any thread may use the one instance of {@link #get}.
 */
public interface Kernels {
    /** Bits behind the point of a delay: a delay of d frames is {@code d << DELAY_BITS}. */
    int DELAY_BITS = 8;
    /** A delay of one frame, and the weight that stands for all of the older frame. */
    int ONE_FRAME = 1 << DELAY_BITS;
    /** Bits behind the point of the coefficients of {@link #colourRow}. */
    int COLOUR_BITS = 12;

    /**
     * The kernels to use on this machine: vector kernels where the incubator module is there, scalar ones otherwise, or
     * what {@code -Dslitstream.kernels=scalar|vector} asks for.
     */
    static Kernels get() {
        return KernelChoice.CHOSEN;
    }

    /**
     * The same kernels from classes loaded once more, which Java compiles without regard to how the others ran: for
     * code that was compiled badly. Takes some ten milliseconds.
     */
    static Kernels fresh() {
        return KernelChoice.fresh();
    }

    /** A few words for the status line and the log, such as {@code scalar} or {@code vector 256 bit}. */
    String description();

    /** The kernels on rows of single channels, for the same registers. */
    PlaneKernels planes();

    /** The kernels for moments of many frames, for the same registers. */
    MomentKernels moments();

    /**
     * Blends two rows with one weight: {@code out = (a·(256 − weight) + b·weight + 128) >> 8} in each channel.
     *
     * @param weight 0 (all of a) … {@link #ONE_FRAME} (all of b)
     * @param out may be one of the very rows
     */
    void blendRow(MemorySegment a, long aOffset, MemorySegment b, long bOffset, int weight, MemorySegment out,
            long outOffset, int pixels);

    /**
     * Blends every pixel of a row between two neighbouring frames of a history: with delay v, a = v >> 8 and weight = v
     * & 255, {@code out = (frame[a]·(256 − weight) + frame[a + 1]·weight + 128) >> 8} in each channel.
     *
     * @param memory holds all frames
     * @param ageOffsets where the frame of each age starts; one entry more than the largest age, so that a + 1 is
     *     always there
     * @param delays of the whole picture, the row's blocks summarised; their width is the row's
     * @param row which row of the delays
     * @param rowOffset from a frame's start to the row
     */
    void displaceRow(MemorySegment memory, long[] ageOffsets, Delays delays, int row, long rowOffset, MemorySegment out,
            long outOffset);

    /** Takes every pixel of a row from the frame of its delay's whole part; parameters as in {@link #displaceRow}. */
    void pickRow(MemorySegment memory, long[] ageOffsets, Delays delays, int row, long rowOffset, MemorySegment out,
            long outOffset);

    /**
     * Makes every pixel of a row between two neighbouring frames along the flow between them. With delay v, a = v >> 8,
     * weight = v & 255 and the pixel's {@link io.github.slitstream.frame.FlowGrid cell} of the flow from frame a to
     * frame a + 1, {@code newer} is frame a read at the pixel less {@code weight/256} of the forward flow,
     * {@code older} frame a + 1 read at the pixel less {@code (256 − weight)/256} of the backward flow. Both are read
     * bilinearly: in 8 bits behind the point, rounded to nearest, within the picture; first across, then down, each a
     * {@link #blendRow blend}. They are blended by the weight, and what comes of it by the cell's trust t into the
     * blend of the two frames at the pixel itself, with the weight {@code t + (t >> 7)}. So a weight of 0 gives frame
     * a, and where the flow was not found or is not to be trusted the result is that of {@link #displaceRow}.
     *
     * @param memory holds all frames
     * @param ageOffsets as in {@link #displaceRow}
     * @param flows of as many ages
     * @param delays of the whole picture, the row's blocks summarised
     * @param row of the picture and of the delays
     * @param size of the frames, and of the delays
     */
    void flowRow(MemorySegment memory, long[] ageOffsets, FrameFlows flows, Delays delays, int row, FrameSize size,
            MemorySegment out, long outOffset);

    /**
     * {@link #flowRow} over packed frames: lumas and chromas are read and blended, a pixel's chromas being those that
     * it shares, then unpacked as by {@link #unpackRow}.
     */
    void flowPackedRow(MemorySegment memory, long[] ageOffsets, FrameFlows flows, Delays delays, int row,
            FrameSize size, MemorySegment out, long outOffset);

    /**
     * Packs two rows as {@link PackedFrames} keeps them. Of each pixel, {@code luma = (red + 2·green + blue + 2) >> 2};
     * of each two columns of both rows, with sums over the four pixels,
     * {@code orange = min(255, ((Σred − Σblue + 4) >> 3) + 128)} and
     * {@code green = min(255, ((2·Σgreen − Σred − Σblue + 8) >> 4) + 128)}, the shifts rounding down; behind an odd
     * number of columns the last one counts twice.
     *
     * @param topOffset of the first row in {@code in}; {@code bottomOffset} is that of the second, which may be the
     *     first again
     * @param topLuma where in {@code out} the lumas of the first row go, a byte for each pixel; {@code bottomLuma}
     *     those of the second
     * @param chroma where in {@code out} the chromas go, two bytes for each two columns
     */
    void packRows(MemorySegment in, long topOffset, long bottomOffset, MemorySegment out, long topLuma, long bottomLuma,
            long chroma, int pixels);

    /**
     * Makes opaque BGRA of a packed row: with {@code o = orange − 128}, {@code g = green − 128}: blue is
     * {@code luma − g − o}, green {@code luma + g}, red {@code luma − g + o}, each clamped to 0 … 255.
     *
     * @param luma where in {@code in} the row's lumas start
     * @param chroma where in {@code in} its chromas start
     */
    void unpackRow(MemorySegment in, long luma, long chroma, MemorySegment out, long outOffset, int pixels);

    /**
     * {@link #displaceRow} over packed frames: lumas and chromas are blended, then unpacked as by {@link #unpackRow}.
     *
     * @param lumaOffset from a frame's start to the lumas of the row
     * @param chromaOffset from a frame's start to its chromas
     */
    void displacePackedRow(MemorySegment memory, long[] ageOffsets, Delays delays, int row, long lumaOffset,
            long chromaOffset, MemorySegment out, long outOffset);

    /**
     * Rotates a pair of channels of every pixel by what the rotation's table says; the other channels are kept. The
     * output may be the very row of the input.
     */
    void rotateRow(MemorySegment in, long inOffset, RotationTable rotation, MemorySegment out, long outOffset,
            int pixels);

    /**
     * Mixes blue, green and red of every pixel linearly; alpha is kept.
     * {@code out[i] = clamp((m[4i]·blue + m[4i+1]·green + m[4i+2]·red + m[4i+3] + 2048) >> 12)}, the shift rounding
     * down, the clamp to 0 … 255. The output may be the very row of the input.
     *
     * @param matrix 3×4 coefficients, row-major, rows and columns in the order blue, green, red, constant, with
     *     {@link #COLOUR_BITS} bits behind the point; each weight within ±16, each constant within ±4096 grey levels
     */
    void colourRow(MemorySegment in, long inOffset, int[] matrix, MemorySegment out, long outOffset, int pixels);

    /** Copies a row with its pixels in reverse order. */
    void reverseRow(MemorySegment in, long inOffset, MemorySegment out, long outOffset, int pixels);

    /**
     * Finds the nearest source of each pixel of a row of a warp.
     *
     * @param column of the row's first pixel
     * @param sources takes the index of a canvas pixel, or {@link Projection#NOWHERE} where the border is filled
     * @param first index of the row's first source
     * @return how many pixels lie outside of the canvas
     */
    int sourceRow(Projection projection, int column, int row, int[] sources, int first, int pixels);

    /**
     * As {@link #sourceRow}, for pixels that are blended of several: a source is the upper left of two by two pixels
     * around the point, and its fraction how far the point lies to the right of and below it, as
     * {@link #gatherLinearRow} takes it.
     */
    int blendedSourceRow(Projection projection, int column, int row, int[] sources, int[] fractions, int first,
            int pixels);

    /**
     * Takes each pixel from its source.
     *
     * @param inOffset where the canvas begins
     * @param sources as {@link #sourceRow} finds them
     * @param first index of the row's first source
     * @param fill the pixel for those that have no source, blue in its lowest byte
     */
    void gatherRow(MemorySegment in, long inOffset, int[] sources, int first, int fill, MemorySegment out,
            long outOffset, int pixels);

    /**
     * Blends each pixel of two by two, rounded to nearest but for a hundredth of a level; further parameters as in
     * {@link #gatherRow}.
     *
     * @param width of the canvas in pixels
     * @param height likewise
     * @param sources as {@link #blendedSourceRow} finds them, as are fractions
     */
    void gatherLinearRow(MemorySegment in, long inOffset, int width, int height, int[] sources, int[] fractions,
            int first, int fill, MemorySegment out, long outOffset, int pixels);

    /** Blends each pixel of four by four by the Catmull–Rom spline; parameters as in {@link #gatherLinearRow}. */
    void gatherCubicRow(MemorySegment in, long inOffset, int width, int height, int[] sources, int[] fractions,
            int first, int fill, MemorySegment out, long outOffset, int pixels);
}
