package io.github.slitstream.kernel;

import java.lang.foreign.MemorySegment;

/**
 * Arithmetic on rows of single channels, one float for each pixel: what needs more than eight bits between reading a
 * picture and writing it. Offsets into segments are in bytes, into arrays in elements; lengths are in pixels; outputs
 * never overlap inputs. Implementations keep no state, allocate nothing, and agree bit for bit, because each float is
 * the result of the same operations in the same order, each of them rounded to nearest.
 */
public interface PlaneKernels {
    /**
     * What a grey level counts in {@link #lumaRow}: the sum of the weights of its channels, which are those of BT.709.
     */
    int LUMA_UNIT = 256;
    int LUMA_OF_BLUE = 19;
    int LUMA_OF_GREEN = 183;
    int LUMA_OF_RED = 54;

    /**
     * Takes blue, green and red of a row of packed BGRA apart.
     *
     * @param planes takes blue from {@code at}, green from {@code at + step}, red from {@code at + 2·step}
     */
    void splitRow(MemorySegment in, long inOffset, float[] planes, int at, int step, int pixels);

    /** The luma of every pixel of packed BGRA in 256ths of a grey level: {@code 19·blue + 183·green + 54·red}. */
    void lumaRow(MemorySegment in, long inOffset, float[] luma, int at, int pixels);

    /**
     * Correlates rows with a mask: {@code out[outAt + i] = Σ weights[t]·in[starts[t] + shift + i]}, summed in the order
     * of t from 0 on, each product and each sum rounded to float. So sums of whole numbers are exact below 2²⁴.
     *
     * @param starts where the row of each weight begins; may be longer than the weights
     * @param out not {@code in}
     */
    void correlateRow(float[] in, int[] starts, float[] weights, int shift, float[] out, int outAt, int length);

    /** The length of a vector at every place, in place of its first coordinate: {@code x[at + i] = √(x² + y²)}. */
    void magnitudeRow(float[] x, float[] y, int at, int length);

    /**
     * Puts channels together: {@code out = ⌊clamp(plane·scale + lift)⌋}, the clamp to 0 … 255; alpha is the input's.
     *
     * @param planes blue from {@code at}, green from {@code at + step}, red from {@code at + 2·step}; with a step of 0
     *     the picture is grey
     */
    void joinRow(float[] planes, int at, int step, float scale, float lift, MemorySegment in, long inOffset,
            MemorySegment out, long outOffset, int pixels);

    /**
     * Changes the luma of every pixel and keeps its colour:
     * {@code out = ⌊clamp(in + (target·scale + (lift − luma/256)))⌋} in each channel, the clamp to 0 … 255; alpha is
     * the input's.
     *
     * @param luma as {@link #lumaRow} gives it
     */
    void relightRow(float[] target, int targetAt, float scale, float lift, float[] luma, int lumaAt, MemorySegment in,
            long inOffset, MemorySegment out, long outOffset, int pixels);
}
