package io.github.slitstream.kernel;

import io.github.slitstream.frame.FrameFlows;
import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * The reference: every kernel in plain Java.
 *
 * <p>
 * A pixel is read as one little-endian int, blue in its lowest byte, alpha in its highest. A blend handles two channels
 * in one multiplication: with the channels apart by 16 bits, {@code a·256 + (b − a)·weight + 128} of each fits its 16
 * bits (the sum over both is computed modulo 2³², and the true value of each half is never negative), so that one shift
 * and one mask give both results.
 */
public final class ScalarKernels implements Kernels {
    private static final ValueLayout.OfInt PIXEL = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort CHROMA = ValueLayout.JAVA_SHORT_UNALIGNED
            .withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int BYTES = 4;
    private static final int EVEN_CHANNELS = 0x00ff00ff;
    private static final int HALF = 0x00800080;

    private final PlaneKernels planes = new ScalarPlanes();
    private final MomentKernels moments = new ScalarMoments();

    @Override
    public String description() {
        return "scalar";
    }

    @Override
    public PlaneKernels planes() {
        return planes;
    }

    @Override
    public MomentKernels moments() {
        return moments;
    }

    @Override
    public void blendRow(MemorySegment a, long aOffset, MemorySegment b, long bOffset, int weight, MemorySegment out,
            long outOffset, int pixels) {
        for (int i = 0; i < pixels; i++) {
            long at = (long) i * BYTES;
            out.set(PIXEL, outOffset + at, blend(a.get(PIXEL, aOffset + at), b.get(PIXEL, bOffset + at), weight));
        }
    }

    @Override
    public void displaceRow(MemorySegment memory, long[] ageOffsets, Delays delays, int row, long rowOffset,
            MemorySegment out, long outOffset) {
        displacePixels(memory, ageOffsets, delays, row, rowOffset, out, outOffset, 0);
    }

    /** {@link #displaceRow} from one column on. */
    public void displacePixels(MemorySegment memory, long[] ageOffsets, Delays delays, int row, long rowOffset,
            MemorySegment out, long outOffset, int fromColumn) {
        int[] ofPixels = delays.ofPixels();
        int first = delays.firstPixel(row);
        for (int i = fromColumn; i < delays.width(); i++) {
            int delay = ofPixels[first + i];
            int age = delay >> DELAY_BITS;
            long at = (long) i * BYTES;
            int newer = memory.get(PIXEL, ageOffsets[age] + rowOffset + at);
            int older = memory.get(PIXEL, ageOffsets[age + 1] + rowOffset + at);
            out.set(PIXEL, outOffset + at, blend(newer, older, delay & (ONE_FRAME - 1)));
        }
    }

    @Override
    public void pickRow(MemorySegment memory, long[] ageOffsets, Delays delays, int row, long rowOffset,
            MemorySegment out, long outOffset) {
        pickPixels(memory, ageOffsets, delays, row, rowOffset, out, outOffset, 0);
    }

    /** {@link #pickRow} from one column on. */
    public void pickPixels(MemorySegment memory, long[] ageOffsets, Delays delays, int row, long rowOffset,
            MemorySegment out, long outOffset, int fromColumn) {
        int[] ofPixels = delays.ofPixels();
        int first = delays.firstPixel(row);
        for (int i = fromColumn; i < delays.width(); i++) {
            long at = (long) i * BYTES;
            int age = ofPixels[first + i] >> DELAY_BITS;
            out.set(PIXEL, outOffset + at, memory.get(PIXEL, ageOffsets[age] + rowOffset + at));
        }
    }

    @Override
    public void flowRow(MemorySegment memory, long[] ageOffsets, FrameFlows flows, Delays delays, int row,
            FrameSize size, MemorySegment out, long outOffset) {
        ScalarFlow.pixels(memory, ageOffsets, flows, delays, row, size, out, outOffset, 0);
    }

    @Override
    public void flowPackedRow(MemorySegment memory, long[] ageOffsets, FrameFlows flows, Delays delays, int row,
            FrameSize size, MemorySegment out, long outOffset) {
        ScalarFlow.packedPixels(memory, ageOffsets, flows, delays, row, size, out, outOffset, 0);
    }

    /** {@link #flowRow} from one column on. */
    public void flowPixels(MemorySegment memory, long[] ageOffsets, FrameFlows flows, Delays delays, int row,
            FrameSize size, MemorySegment out, long outOffset, int fromColumn) {
        ScalarFlow.pixels(memory, ageOffsets, flows, delays, row, size, out, outOffset, fromColumn);
    }

    /** {@link #flowPackedRow} from one column on. */
    public void flowPackedPixels(MemorySegment memory, long[] ageOffsets, FrameFlows flows, Delays delays, int row,
            FrameSize size, MemorySegment out, long outOffset, int fromColumn) {
        ScalarFlow.packedPixels(memory, ageOffsets, flows, delays, row, size, out, outOffset, fromColumn);
    }

    @Override
    public void packRows(MemorySegment in, long topOffset, long bottomOffset, MemorySegment out, long topLuma,
            long bottomLuma, long chroma, int pixels) {
        for (int i = 0; i < pixels; i += 2) {
            int next = Math.min(i + 1, pixels - 1);
            int topLeft = in.get(PIXEL, topOffset + (long) i * BYTES);
            int topRight = in.get(PIXEL, topOffset + (long) next * BYTES);
            int bottomLeft = in.get(PIXEL, bottomOffset + (long) i * BYTES);
            int bottomRight = in.get(PIXEL, bottomOffset + (long) next * BYTES);
            out.set(ValueLayout.JAVA_BYTE, topLuma + i, luma(topLeft));
            out.set(ValueLayout.JAVA_BYTE, topLuma + next, luma(topRight));
            out.set(ValueLayout.JAVA_BYTE, bottomLuma + i, luma(bottomLeft));
            out.set(ValueLayout.JAVA_BYTE, bottomLuma + next, luma(bottomRight));
            int blue = sum(topLeft, topRight, bottomLeft, bottomRight, 0);
            int green = sum(topLeft, topRight, bottomLeft, bottomRight, 8);
            int red = sum(topLeft, topRight, bottomLeft, bottomRight, 16);
            out.set(ValueLayout.JAVA_BYTE, chroma + i, chroma((red - blue + 4) >> 3));
            out.set(ValueLayout.JAVA_BYTE, chroma + i + 1, chroma((2 * green - red - blue + 8) >> 4));
        }
    }

    private static byte luma(int pixel) {
        return (byte) (((pixel & 0xff) + 2 * (pixel >>> 8 & 0xff) + (pixel >>> 16 & 0xff) + 2) >> 2);
    }

    private static int sum(int a, int b, int c, int d, int shift) {
        return (a >>> shift & 0xff) + (b >>> shift & 0xff) + (c >>> shift & 0xff) + (d >>> shift & 0xff);
    }

    private static byte chroma(int difference) {
        return (byte) Math.min(255, difference + 128);
    }

    @Override
    public void unpackRow(MemorySegment in, long luma, long chroma, MemorySegment out, long outOffset, int pixels) {
        for (int i = 0; i < pixels; i++) {
            out.set(PIXEL, outOffset + (long) i * BYTES, unpacked(packed(in, luma + i, chroma + (i & ~1))));
        }
    }

    @Override
    public void displacePackedRow(MemorySegment memory, long[] ageOffsets, Delays delays, int row, long lumaOffset,
            long chromaOffset, MemorySegment out, long outOffset) {
        displacePackedPixels(memory, ageOffsets, delays, row, lumaOffset, chromaOffset, out, outOffset, 0);
    }

    /** {@link #displacePackedRow} from one column on. */
    public void displacePackedPixels(MemorySegment memory, long[] ageOffsets, Delays delays, int row, long lumaOffset,
            long chromaOffset, MemorySegment out, long outOffset, int fromColumn) {
        int[] ofPixels = delays.ofPixels();
        int first = delays.firstPixel(row);
        for (int i = fromColumn; i < delays.width(); i++) {
            int delay = ofPixels[first + i];
            int age = delay >> DELAY_BITS;
            long luma = lumaOffset + i;
            long chroma = chromaOffset + (i & ~1);
            int newer = packed(memory, ageOffsets[age] + luma, ageOffsets[age] + chroma);
            int older = packed(memory, ageOffsets[age + 1] + luma, ageOffsets[age + 1] + chroma);
            out.set(PIXEL, outOffset + (long) i * BYTES, unpacked(blend(newer, older, delay & (ONE_FRAME - 1))));
        }
    }

    /** Luma in the lowest byte, then orange, then green. */
    static int packed(MemorySegment memory, long luma, long chroma) {
        return (memory.get(ValueLayout.JAVA_BYTE, luma) & 0xff) | (memory.get(CHROMA, chroma) & 0xffff) << 8;
    }

    /** An opaque pixel of what {@link #packed} gave. */
    static int unpacked(int packed) {
        int luma = packed & 0xff;
        int orange = (packed >>> 8 & 0xff) - 128;
        int green = (packed >>> 16 & 0xff) - 128;
        return 0xff000000 | Math.clamp(luma - green + orange, 0, 255) << 16 | Math.clamp(luma + green, 0, 255) << 8
                | Math.clamp(luma - green - orange, 0, 255);
    }

    @Override
    public void rotateRow(MemorySegment in, long inOffset, RotationTable rotation, MemorySegment out, long outOffset,
            int pixels) {
        char[] table = rotation.table();
        int first = rotation.firstShift();
        int second = rotation.secondShift();
        int kept = ~((0xff << first) | (0xff << second));
        for (int i = 0; i < pixels; i++) {
            long at = (long) i * BYTES;
            int pixel = in.get(PIXEL, inOffset + at);
            int turned = table[(pixel >>> first & 0xff) | (pixel >>> second & 0xff) << 8];
            out.set(PIXEL, outOffset + at, (pixel & kept) | (turned & 0xff) << first | turned >>> 8 << second);
        }
    }

    @Override
    public void colourRow(MemorySegment in, long inOffset, int[] matrix, MemorySegment out, long outOffset,
            int pixels) {
        for (int i = 0; i < pixels; i++) {
            long at = (long) i * BYTES;
            int pixel = in.get(PIXEL, inOffset + at);
            out.set(PIXEL, outOffset + at,
                    (pixel & 0xff000000) | mixed(matrix, 8, pixel) << 16 | mixed(matrix, 4, pixel) << 8
                            | mixed(matrix, 0, pixel));
        }
    }

    @Override
    public void reverseRow(MemorySegment in, long inOffset, MemorySegment out, long outOffset, int pixels) {
        long last = outOffset + (long) (pixels - 1) * BYTES;
        for (int i = 0; i < pixels; i++) {
            long at = (long) i * BYTES;
            out.set(PIXEL, last - at, in.get(PIXEL, inOffset + at));
        }
    }

    @Override
    public int sourceRow(Projection projection, int column, int row, int[] sources, int first, int pixels) {
        return ScalarWarp.sourceRow(projection, column, row, sources, first, pixels);
    }

    @Override
    public int blendedSourceRow(Projection projection, int column, int row, int[] sources, int[] fractions, int first,
            int pixels) {
        return ScalarWarp.blendedSourceRow(projection, column, row, sources, fractions, first, pixels);
    }

    @Override
    public void gatherRow(MemorySegment in, long inOffset, int[] sources, int first, int fill, MemorySegment out,
            long outOffset, int pixels) {
        ScalarWarp.gatherRow(in, inOffset, sources, first, fill, out, outOffset, pixels);
    }

    @Override
    public void gatherLinearRow(MemorySegment in, long inOffset, int width, int height, int[] sources, int[] fractions,
            int first, int fill, MemorySegment out, long outOffset, int pixels) {
        ScalarWarp.gatherLinearRow(in, inOffset, width, height, sources, fractions, first, fill, out, outOffset,
                pixels);
    }

    @Override
    public void gatherCubicRow(MemorySegment in, long inOffset, int width, int height, int[] sources, int[] fractions,
            int first, int fill, MemorySegment out, long outOffset, int pixels) {
        ScalarWarp.gatherCubicRow(in, inOffset, width, height, sources, fractions, first, fill, out, outOffset,
                pixels);
    }

    /** One pixel of {@link #blendRow}. */
    public static int blend(int a, int b, int weight) {
        int even = blendTwo(a & EVEN_CHANNELS, b & EVEN_CHANNELS, weight);
        int odd = blendTwo(a >>> 8 & EVEN_CHANNELS, b >>> 8 & EVEN_CHANNELS, weight);
        return even | odd << 8;
    }

    private static int blendTwo(int a, int b, int weight) {
        return ((a << 8) + (b - a) * weight + HALF) >>> 8 & EVEN_CHANNELS;
    }

    private static int mixed(int[] matrix, int row, int pixel) {
        int sum = matrix[row] * (pixel & 0xff) + matrix[row + 1] * (pixel >>> 8 & 0xff)
                + matrix[row + 2] * (pixel >>> 16 & 0xff) + matrix[row + 3] + (1 << (COLOUR_BITS - 1));
        return Math.clamp(sum >> COLOUR_BITS, 0, 255);
    }
}
