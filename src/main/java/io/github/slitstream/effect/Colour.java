package io.github.slitstream.effect;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.param.Real;
import io.github.slitstream.param.ParameterValues;
import java.util.List;

/**
 * Brightness, contrast, saturation and hue as one linear mixture of the channels: first hue and saturation around the
 * grey axis with the luma weights of BT.709, then contrast around mid grey, then brightness.
 */
final class Colour implements Effect {
    private static final Real BRIGHTNESS = Real.of("brightness", "Brightness", -1, 1, 0,
            "Adds light; 1 makes black white.");
    private static final Real CONTRAST = Real
            .of("contrast", "Contrast", 0, 4, 1, "Spreads tones around mid grey; 0 is flat grey.")
            .slider(0, 2);
    private static final Real SATURATION = Real
            .of("saturation", "Saturation", 0, 4, 1, "Strength of the colours; 0 is black and white.")
            .slider(0, 2);
    private static final Real HUE = Real.of("hue", "Hue", -180, 180, 0, "Rotates all colours around the grey axis.")
            .in("°").decimals(1);

    static final EffectType TYPE = EffectType.of("colour", "Colour", "Brightness, contrast, saturation and hue.",
            Footprint.POINT, List.of(BRIGHTNESS, CONTRAST, SATURATION, HUE), Colour::new);

    /** BT.709 luma, in the order blue, green, red. */
    private static final double[] LUMA = {0.0722, 0.7152, 0.2126};
    private static final double MID_GREY = 127.5;

    private final FrameSize size;
    private final Kernels kernels;
    private final int[] matrix = new int[12];

    private Colour(FrameSize size, Kernels kernels) {
        this.size = size;
        this.kernels = kernels;
    }

    @Override
    public void prepare(FrameHistory input, ParameterValues values) {
        double saturation = values.get(SATURATION);
        double contrast = values.get(CONTRAST);
        double hue = Math.toRadians(values.get(HUE));
        double cos = Math.cos(hue);
        double sin = Math.sin(hue) / Math.sqrt(3);
        double lift = MID_GREY - contrast * MID_GREY + 255 * values.get(BRIGHTNESS);
        for (int to = 0; to < 3; to++) {
            for (int from = 0; from < 3; from++) {
                double chroma = rotated(to, from, cos, sin) - lumaRotated(from, cos, sin);
                matrix[4 * to + from] = fixed(contrast * (LUMA[from] + saturation * chroma));
            }
            matrix[4 * to + 3] = fixed(lift);
        }
    }

    @Override
    public void render(FrameHistory input, Frame output, int fromRow, int toRow) {
        for (int row = fromRow; row < toRow; row++) {
            long at = (long) row * size.stride();
            kernels.colourRow(input.now().pixels(), at, matrix, output.pixels(), at, size.width());
        }
    }

    /** The rotation around the axis of greys by Rodrigues' formula; {@code sin} is already divided by √3. */
    private static double rotated(int to, int from, double cos, double sin) {
        double along = (1 - cos) / 3;
        if (to == from) {
            return cos + along;
        }
        boolean next = Math.floorMod(to - from, 3) == 1;
        return next ? along - sin : along + sin;
    }

    /** What a channel adds to the luma of the rotated colour, to be taken out so that brightness stays. */
    private static double lumaRotated(int from, double cos, double sin) {
        double sum = 0;
        for (int to = 0; to < 3; to++) {
            sum += LUMA[to] * rotated(to, from, cos, sin);
        }
        return sum;
    }

    private static int fixed(double weight) {
        return (int) Math.rint(weight * (1 << Kernels.COLOUR_BITS));
    }
}
