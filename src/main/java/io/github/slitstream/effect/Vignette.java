package io.github.slitstream.effect;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;
import io.github.slitstream.param.ValueKey;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;

/**
 * Darkens a picture towards its corners, or lightens it. At distance d from the middle, 1 at the corners, a channel
 * keeps 1 − amount·s of its level, or of what is missing to white, where s rises smoothly from 0 at the radius to 1 a
 * softness further out.
 */
final class Vignette implements Effect {
    private static final Real AMOUNT = Real.of("amount", "Amount", -1, 1, 0.6,
            "How dark the corners get; below 0 they get light.");
    private static final Real RADIUS = Real.of("radius", "Radius", 0, 1.5, 0.4,
            "Where it begins: 0 in the middle, 1 at the corners.").slider(0, 1);
    private static final Real SOFTNESS = Real.of("softness", "Softness", 0, 2, 0.6,
            "How far it takes until all of it is there.").slider(0, 1);
    private static final Real ROUNDNESS = Real.of("roundness", "Roundness", 0, 1, 0,
            "0 has the shape of the picture, 1 is a circle.");

    static final EffectType TYPE = EffectType.of("vignette", "Vignette", "Darkens the corners.", Footprint.POINT,
            List.of(AMOUNT, RADIUS, SOFTNESS, ROUNDNESS), Vignette::new);

    private static final int BITS = 16;
    private static final int ONE = 1 << BITS;
    private static final int HALF = ONE / 2;

    private final FrameSize size;
    /** What each pixel keeps. */
    private final int[] kept;
    private final boolean[] filled;
    private final ValueKey madeOf = new ValueKey();
    private double amount;
    private double radius;
    private double softness;
    private double reachX;
    private double reachY;
    /** What is kept of the distance to this level: black, or white. */
    private int towards;

    private Vignette(FrameSize size, Kernels unused) {
        this.size = size;
        this.kept = new int[size.pixels()];
        this.filled = new boolean[size.height()];
    }

    @Override
    public void prepare(FrameHistory input, ParameterValues values) {
        if (madeOf.matches(values)) {
            return;
        }
        amount = Math.abs(values.get(AMOUNT));
        towards = values.get(AMOUNT) < 0 ? 255 : 0;
        radius = values.get(RADIUS);
        softness = values.get(SOFTNESS);
        double roundness = values.get(ROUNDNESS);
        double halfWidth = Math.max(1, size.width() - 1) / 2.0;
        double halfHeight = Math.max(1, size.height() - 1) / 2.0;
        double round = Math.sqrt((halfWidth * halfWidth + halfHeight * halfHeight) / 2);
        reachX = Math.sqrt(2) * (halfWidth + (round - halfWidth) * roundness);
        reachY = Math.sqrt(2) * (halfHeight + (round - halfHeight) * roundness);
        Arrays.fill(filled, false);
        madeOf.take(TYPE.declared(), values);
    }

    @Override
    public void render(FrameHistory input, Frame output, int fromRow, int toRow) {
        for (int row = fromRow; row < toRow; row++) {
            if (!filled[row]) {
                fill(row);
                filled[row] = true;
            }
            write(input.now().pixels(), output.pixels(), row);
        }
    }

    private void fill(int row) {
        double y = (row - (size.height() - 1) / 2.0) / reachY;
        for (int column = 0; column < size.width(); column++) {
            double x = (column - (size.width() - 1) / 2.0) / reachX;
            double beyond = Math.sqrt(x * x + y * y) - radius;
            double share = beyond <= 0 ? 0 : beyond >= softness ? 1 : beyond / softness;
            double smooth = share * share * (3 - 2 * share);
            kept[row * size.width() + column] = (int) Math.rint((1 - amount * smooth) * ONE);
        }
    }

    private void write(MemorySegment in, MemorySegment out, int row) {
        long at = (long) row * size.stride();
        int first = row * size.width();
        for (int i = 0; i < size.width(); i++) {
            int pixel = Pixel.get(in, at + (long) i * Pixel.BYTES);
            int keep = kept[first + i];
            int rest = towards * (ONE - keep) + HALF;
            Pixel.set(out, at + (long) i * Pixel.BYTES,
                    Pixel.of((Pixel.blue(pixel) * keep + rest) >>> BITS, (Pixel.green(pixel) * keep + rest) >>> BITS,
                            (Pixel.red(pixel) * keep + rest) >>> BITS, pixel));
        }
    }
}
