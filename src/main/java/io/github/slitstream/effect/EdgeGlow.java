package io.github.slitstream.effect;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.Mask;
import io.github.slitstream.kernel.PlaneKernels;
import io.github.slitstream.param.Int;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;
import java.util.List;

/**
 * Light of one colour along the edges of the picture, over what is left of the picture itself: with the gradient g of
 * the luma (Sobel's, in grey levels per pixel), a channel is picture·level + colour·min(1, max(0, g − threshold)·
 * amount/{@value #FULL}).
 */
final class EdgeGlow implements Effect {
    private static final int FULL = 64;
    private static final Real AMOUNT = Real.of("amount", "Amount", 0, 20, 2, "How bright the edges get.").slider(0, 8);
    private static final Real THRESHOLD = Real
            .of("threshold", "Threshold", 0, 255, 4, "Weaker edges, such as noise, are left out.").in("levels")
            .slider(0, 64).decimals(1);
    private static final Real PICTURE = Real.of("picture", "Picture", 0, 1, 0.35,
            "How much is left of the picture beside the edges.");
    private static final Int RED = Int.of("red", "Red", 0, 255, 64, "Of the light.");
    private static final Int GREEN = Int.of("green", "Green", 0, 255, 220, "Of the light.");
    private static final Int BLUE = Int.of("blue", "Blue", 0, 255, 255, "Of the light.");

    static final EffectType TYPE = EffectType.of("edge-glow", "Edge glow", "Light along the edges of things.",
            Footprint.GEOMETRIC, List.of(AMOUNT, THRESHOLD, PICTURE, RED, GREEN, BLUE), EdgeGlow::new);

    private static final Mask ACROSS = Mask.of(3, 3, -1, 0, 1, -2, 0, 2, -1, 0, 1);
    private static final Mask DOWN = Mask.of(3, 3, -1, -2, -1, 0, 0, 0, 1, 2, 1);
    /** What a slope of one level a pixel gives in sums of Sobel's masks over {@link PlaneKernels#lumaRow}. */
    private static final float LEVEL = 8f * PlaneKernels.LUMA_UNIT;

    private final FrameSize size;
    private final PlaneKernels kernels;
    private final ThreadLocal<Scratch> scratches = ThreadLocal.withInitial(Scratch::new);
    private float scale;
    private float threshold;
    private float picture;
    private float blue;
    private float green;
    private float red;

    private EdgeGlow(FrameSize size, Kernels kernels) {
        this.size = size;
        this.kernels = kernels.planes();
    }

    @Override
    public void prepare(FrameHistory input, ParameterValues values) {
        scale = (float) (values.get(AMOUNT) / (FULL * LEVEL));
        threshold = (float) (values.get(THRESHOLD) * LEVEL);
        picture = (float) values.get(PICTURE);
        blue = values.get(BLUE);
        green = values.get(GREEN);
        red = values.get(RED);
    }

    @Override
    public void render(FrameHistory input, Frame output, int fromRow, int toRow) {
        Scratch scratch = scratches.get();
        scratch.around.begin();
        for (int row = fromRow; row < toRow; row++) {
            scratch.around.moveTo(input, row);
            scratch.around.sum(ACROSS, 0, scratch.gradient, 0);
            scratch.around.sum(DOWN, 0, scratch.down, 0);
            kernels.magnitudeRow(scratch.gradient, scratch.down, 0, size.width());
            light(scratch.gradient, input.now(), output, (long) row * size.stride());
        }
    }

    private void light(float[] gradient, Frame in, Frame out, long at) {
        for (int i = 0; i < size.width(); i++) {
            float glow = Math.min(1, Math.max(0, gradient[i] - threshold) * scale);
            int pixel = Pixel.get(in.pixels(), at + (long) i * Pixel.BYTES);
            Pixel.set(out.pixels(), at + (long) i * Pixel.BYTES,
                    Pixel.of(lit(Pixel.blue(pixel), blue * glow), lit(Pixel.green(pixel), green * glow),
                            lit(Pixel.red(pixel), red * glow), pixel));
        }
    }

    private int lit(int level, float light) {
        return (int) Math.min(255, level * picture + light + 0.5f);
    }

    /** What one thread works with. */
    private final class Scratch {
        private final Neighbourhood around = new Neighbourhood(size, kernels, ConvolutionBorder.CLAMP, 1, 3, 3);
        private final float[] gradient = new float[size.width()];
        private final float[] down = new float[size.width()];
    }
}
