package io.github.slitstream.lab;

import io.github.slitstream.array.ElementType;
import io.github.slitstream.array.NpyArray;
import io.github.slitstream.array.NpyWriter;
import io.github.slitstream.array.Shape;
import io.github.slitstream.param.BadValue;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/** An array (H, W) or (H, W, C) of uint8 or float32, warped into another of the same type in a file. */
public final class WarpedFile {
    private static final float BRIGHTEST = 255;

    private WarpedFile() {}

    /**
     * How many channels an array has.
     *
     * @throws BadValue if it is not one that can be warped
     */
    public static int channels(NpyArray array) {
        Shape shape = array.shape();
        boolean suits = shape.dimensions() == 2 || shape.dimensions() == 3;
        if (!suits || shape.count() == 0 || shape.count() > Integer.MAX_VALUE) {
            throw new BadValue(array.file() + " is an array of shape " + shape
                    + ": it takes (H, W) or (H, W, C), each at least 1, with less than 2^31 elements");
        }
        if (array.type() != ElementType.UINT8 && array.type() != ElementType.FLOAT32) {
            throw new BadValue(array.file() + " is an array of " + array.type().code()
                    + ": it takes uint8 (u1) or float32 (f4)");
        }
        return shape.dimensions() == 2 ? 1 : (int) shape.size(2);
    }

    /**
     * Writes the result; levels of uint8 are rounded to nearest.
     *
     * @param warp for an array of this size and {@link #channels}
     * @param height of the result, as width
     * @return how many pixels of the result lie outside of the array
     * @throws IOException if the file cannot be written; what was there before stays
     */
    public static long write(NpyArray array, ArrayWarp warp, int height, int width, Path out) throws IOException {
        int channels = channels(array);
        Shape shape = array.shape().dimensions() == 2 ? Shape.of(height, width) : Shape.of(height, width, channels);
        if (shape.count() > Integer.MAX_VALUE) {
            throw new BadValue("a result of shape " + shape + " is too large: it takes less than 2^31 elements");
        }
        try (NpyWriter writer = new NpyWriter(out, array.type(), shape)) {
            float[] numbers = new float[(int) array.shape().count()];
            array.readFloats(0, numbers.length, MemorySegment.ofArray(numbers));
            float[] warped = new float[(int) shape.count()];
            long outside = warp.apply(numbers, warped);
            writer.write(array.type() == ElementType.UINT8
                    ? MemorySegment.ofArray(levels(warped))
                    : MemorySegment.ofArray(warped));
            writer.finish();
            return outside;
        }
    }

    private static byte[] levels(float[] numbers) {
        byte[] levels = new byte[numbers.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) (int) Math.rint(Math.clamp(numbers[i], 0, BRIGHTEST));
        }
        return levels;
    }
}
