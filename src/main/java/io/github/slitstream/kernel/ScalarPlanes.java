package io.github.slitstream.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** The reference of {@link PlaneKernels} in plain Java. */
public final class ScalarPlanes implements PlaneKernels {
    private static final ValueLayout.OfInt PIXEL = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int BYTES = 4;
    private static final int ALPHA = 0xff000000;
    private static final float BRIGHTEST = 255;

    @Override
    public void splitRow(MemorySegment in, long inOffset, float[] planes, int at, int step, int pixels) {
        for (int i = 0; i < pixels; i++) {
            int pixel = in.get(PIXEL, inOffset + (long) i * BYTES);
            planes[at + i] = channel(pixel, 0);
            planes[at + step + i] = channel(pixel, 1);
            planes[at + 2 * step + i] = channel(pixel, 2);
        }
    }

    @Override
    public void lumaRow(MemorySegment in, long inOffset, float[] luma, int at, int pixels) {
        for (int i = 0; i < pixels; i++) {
            int pixel = in.get(PIXEL, inOffset + (long) i * BYTES);
            luma[at + i] = LUMA_OF_BLUE * channel(pixel, 0) + LUMA_OF_GREEN * channel(pixel, 1)
                    + LUMA_OF_RED * channel(pixel, 2);
        }
    }

    @Override
    public void correlateRow(float[] in, int[] starts, float[] weights, int shift, float[] out, int outAt, int length) {
        for (int i = 0; i < length; i++) {
            float sum = 0;
            for (int t = 0; t < weights.length; t++) {
                sum += weights[t] * in[starts[t] + shift + i];
            }
            out[outAt + i] = sum;
        }
    }

    @Override
    public void magnitudeRow(float[] x, float[] y, int at, int length) {
        for (int i = at; i < at + length; i++) {
            x[i] = (float) Math.sqrt(x[i] * x[i] + y[i] * y[i]);
        }
    }

    @Override
    public void joinRow(float[] planes, int at, int step, float scale, float lift, MemorySegment in, long inOffset,
            MemorySegment out, long outOffset, int pixels) {
        for (int i = 0; i < pixels; i++) {
            long byteAt = (long) i * BYTES;
            int blue = level(planes[at + i] * scale + lift);
            int green = level(planes[at + step + i] * scale + lift);
            int red = level(planes[at + 2 * step + i] * scale + lift);
            int alpha = in.get(PIXEL, inOffset + byteAt) & ALPHA;
            out.set(PIXEL, outOffset + byteAt, alpha | red << 16 | green << 8 | blue);
        }
    }

    @Override
    public void relightRow(float[] target, int targetAt, float scale, float lift, float[] luma, int lumaAt,
            MemorySegment in, long inOffset, MemorySegment out, long outOffset, int pixels) {
        for (int i = 0; i < pixels; i++) {
            long byteAt = (long) i * BYTES;
            int pixel = in.get(PIXEL, inOffset + byteAt);
            float change = target[targetAt + i] * scale + (lift - luma[lumaAt + i] * (1f / LUMA_UNIT));
            int blue = level(channel(pixel, 0) + change);
            int green = level(channel(pixel, 1) + change);
            int red = level(channel(pixel, 2) + change);
            out.set(PIXEL, outOffset + byteAt, (pixel & ALPHA) | red << 16 | green << 8 | blue);
        }
    }

    private static int channel(int pixel, int number) {
        return pixel >>> (8 * number) & 0xff;
    }

    private static int level(float value) {
        return (int) Math.clamp(value, 0, BRIGHTEST);
    }
}
