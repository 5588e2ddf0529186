package io.github.slitstream.effect;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.param.Flag;
import io.github.slitstream.param.Int;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * Noise as of film, other for every picture and the same for the same time and seed: to each channel the difference of
 * two random bytes is added, scaled to the amount.
 */
final class Grain implements Effect {
    private static final Real AMOUNT = Real.of("amount", "Amount", 0, 1, 0.15,
            "How strong it is; 1 reaches over all levels.").slider(0, 0.6);
    private static final Int SIZE = Int.of("size", "Size", 1, 64, 2, "Side of a grain.").in("px").slider(1, 8);
    private static final Flag COLOURED = Flag.of("coloured", "Coloured", false,
            "Gives each channel a grain of its own.");
    private static final Int SEED = Int.of("seed", "Seed", 0, 999_999, 1, "Another seed is another grain.").slider(0,
            99);

    static final EffectType TYPE = EffectType.of("grain", "Grain", "Noise as of film.", Footprint.POINT,
            List.of(AMOUNT, SIZE, COLOURED, SEED), Grain::new);

    /** The amount has so many bits behind the point. */
    private static final int BITS = 16;
    private static final int HALF = 1 << (BITS - 1);
    /** Odd, and far from any pattern: the fractional parts of the golden ratio and of √3, as whole numbers. */
    private static final int GOLDEN = 0x9E3779B9;
    private static final int ROOT_OF_THREE = 0xBB67AE85;

    private final FrameSize size;
    private int scale;
    private int side = 1;
    private boolean coloured;
    private int seed;

    private Grain(FrameSize size, Kernels unused) {
        this.size = size;
    }

    @Override
    public void prepare(FrameHistory input, ParameterValues values) {
        scale = (int) Math.rint(values.get(AMOUNT) * (1 << BITS));
        side = values.get(SIZE);
        coloured = values.get(COLOURED);
        seed = mixed(values.get(SEED) * GOLDEN + Long.hashCode(input.capturedNanos(0)));
    }

    @Override
    public void render(FrameHistory input, Frame output, int fromRow, int toRow) {
        for (int row = fromRow; row < toRow; row++) {
            renderRow(input.now().pixels(), output.pixels(), row);
        }
    }

    private void renderRow(MemorySegment in, MemorySegment out, int row) {
        int ofRow = mixed(seed + row / side * ROOT_OF_THREE);
        long at = (long) row * size.stride();
        for (int left = 0, grain = 0; left < size.width(); left += side, grain++) {
            int random = mixed(ofRow + grain * GOLDEN);
            int blue = noise(random);
            int green = coloured ? noise(mixed(random + 1)) : blue;
            int red = coloured ? noise(mixed(random + 2)) : blue;
            for (int column = left; column < Math.min(left + side, size.width()); column++) {
                long place = at + (long) column * Pixel.BYTES;
                int pixel = Pixel.get(in, place);
                Pixel.set(out, place, Pixel.of(Math.clamp(Pixel.blue(pixel) + blue, 0, 255),
                        Math.clamp(Pixel.green(pixel) + green, 0, 255), Math.clamp(Pixel.red(pixel) + red, 0, 255),
                        pixel));
            }
        }
    }

    /** The difference of two bytes of a number, scaled and rounded. */
    private int noise(int random) {
        return (((random & 0xff) - ((random >>> 8) & 0xff)) * scale + HALF) >> BITS;
    }

    /** Each bit of the result depends on all of the input: the finaliser of MurmurHash3. */
    private static int mixed(int bits) {
        int a = (bits ^ (bits >>> 16)) * 0x85EBCA6B;
        int b = (a ^ (a >>> 13)) * 0xC2B2AE35;
        return b ^ (b >>> 16);
    }
}
