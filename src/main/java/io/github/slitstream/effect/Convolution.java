package io.github.slitstream.effect;

import io.github.slitstream.effect.ConvolutionFilter.Weighting;
import io.github.slitstream.effect.ConvolutionParameters.Channels;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.Mask;
import io.github.slitstream.kernel.PlaneKernels;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.ValueKey;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every pixel as a weighted sum of the pixels around it: ⌊S/divisor + bias + ½⌋ within 0 … 255, with S = Σ
 * kernel[y][x]·pixel[row + y − rows/2][column + x − columns/2]. That is a correlation: the kernel is not turned around.
 *
 * <p>
 * S is exact for kernels of whole numbers whose magnitudes add up to at most {@value #EXACT_SUM}; then the picture is
 * exact for whole divisors up to 1000 and whole biases. Otherwise S is summed in floats, which moves a result by at
 * most (taps + 2)·2⁻²⁴·255·Σ|kernel|/divisor grey levels before it is rounded.
 */
public final class Convolution implements Effect {
    /** The largest sum of magnitudes with which 255 times it is still a whole float: 2²⁴/255. */
    static final int EXACT_SUM = 65_793;
    /**
     * Rounds halves up, also those that the multiplication left a little below: no other quotient by up to 1000 is as
     * near to one.
     */
    private static final double HALF = 0.5 + 0x1p-12;

    private static final Choice<ConvolutionFilter> FILTER = Choice.of("filter", "Filter",
            List.of(ConvolutionFilter.values()), ConvolutionFilter.CUSTOM, "Where the weights come from.");

    static final EffectType TYPE = EffectType.of("convolution", "Convolution",
            "Blurs, sharpens, finds edges: each pixel becomes a weighted sum of those around it.", Footprint.GEOMETRIC,
            List.of(FILTER, ConvolutionParameters.CHANNELS, ConvolutionParameters.BORDER), Convolution::new);

    private final FrameSize size;
    private final PlaneKernels kernels;
    private final ThreadLocal<Scratch> scratches = ThreadLocal.withInitial(Scratch::new);
    private final ValueKey madeOf = new ValueKey();
    private @Nullable ConvolutionFilter made;
    private Weighting weighting = ConvolutionFilter.CUSTOM.of(TYPE.defaults());
    private Channels channels = Channels.EACH;
    private ConvolutionBorder border = ConvolutionBorder.CLAMP;
    private float scale = 1;
    private float lift;

    private Convolution(FrameSize size, Kernels kernels) {
        this.size = size;
        this.kernels = kernels.planes();
    }

    @Override
    public void prepare(FrameHistory input, ParameterValues values) {
        channels = values.get(ConvolutionParameters.CHANNELS);
        border = values.get(ConvolutionParameters.BORDER);
        ConvolutionFilter filter = values.get(FILTER);
        if (!filter.equals(made) || !madeOf.matches(values)) {
            weighting = filter.of(values);
            made = filter;
            madeOf.take(filter.ofWeights(), values);
        }
        double unit = channels == Channels.EACH ? 1 : PlaneKernels.LUMA_UNIT;
        scale = (float) Math.min(filter.scale(values, weighting) / unit, Float.MAX_VALUE);
        lift = (float) (filter.bias(values) + HALF);
    }

    @Override
    public void render(FrameHistory input, Frame output, int fromRow, int toRow) {
        Scratch scratch = scratches.get();
        Neighbourhood around = scratch.around();
        around.begin();
        for (int row = fromRow; row < toRow; row++) {
            around.moveTo(input, row);
            sum(around, scratch);
            write(around, scratch, input, output, (long) row * size.stride());
        }
    }

    private void sum(Neighbourhood around, Scratch scratch) {
        List<Mask> masks = weighting.masks();
        for (int plane = 0; plane < channels.planes(); plane++) {
            around.sum(masks.getFirst(), plane, scratch.sums, plane * size.width());
            if (masks.size() > 1) {
                around.sum(masks.getLast(), plane, scratch.otherSums, plane * size.width());
            }
        }
        if (masks.size() > 1) {
            kernels.magnitudeRow(scratch.sums, scratch.otherSums, 0, channels.planes() * size.width());
        }
    }

    private void write(Neighbourhood around, Scratch scratch, FrameHistory input, Frame output, long at) {
        MemorySegment picture = input.now().pixels();
        if (channels == Channels.LUMA) {
            kernels.relightRow(scratch.sums, 0, scale, lift, around.memory(), around.currentRow(), picture, at,
                    output.pixels(), at, size.width());
        } else {
            int step = channels == Channels.EACH ? size.width() : 0;
            kernels.joinRow(scratch.sums, 0, step, scale, lift, picture, at, output.pixels(), at, size.width());
        }
    }

    /** What one thread works with. */
    private final class Scratch {
        private final float[] sums = new float[3 * size.width()];
        private final float[] otherSums = new float[3 * size.width()];
        private @Nullable Neighbourhood around;

        Neighbourhood around() {
            Mask mask = weighting.masks().getFirst();
            Neighbourhood current = around;
            if (current == null || !current.suits(border, channels.planes(), mask)) {
                current = new Neighbourhood(size, kernels, border, channels.planes(), mask.rows(), mask.columns());
                around = current;
            }
            return current;
        }
    }
}
