package io.github.slitstream.effect;

import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;
import java.util.List;

/**
 * Brightness, contrast, saturation and hue as one linear mixture of the channels: first hue and saturation around the
 * grey axis with the luma weights of BT.709, then contrast around mid grey, then brightness.
 */
// The example to copy: src/docs/extending.md goes through it. Package-private, as only the catalog needs to know it.
final class Colour {
    // Each parameter is declared once. Window, command line, presets, messages and effects.md all read this
    // declaration:
    // the id is what people type and keep in files, so it never changes; the last text is its documentation.
    private static final Real BRIGHTNESS = Real.of("brightness", "Brightness", -1, 1, 0,
            "Adds light; 1 makes black white.");
    // What is legal (0 … 4) may reach further than the slider (0 … 2): a number that is typed may go there.
    private static final Real CONTRAST = Real
            .of("contrast", "Contrast", 0, 4, 1, "Spreads tones around mid grey; 0 is flat grey.")
            .slider(0, 2);
    private static final Real SATURATION = Real
            .of("saturation", "Saturation", 0, 4, 1, "Strength of the colours; 0 is black and white.")
            .slider(0, 2);
    private static final Real HUE = Real.of("hue", "Hue", -180, 180, 0, "Rotates all colours around the grey axis.")
            .in("°").decimals(1);

    // What the catalog lists. Parameters appear in this order. Each pixel depends on itself alone and linearly, so a
    // matrix says everything: PointEffect brings loops, wide registers and work in place.
    static final EffectType TYPE = PointEffect.byMatrix("colour", "Colour", "Brightness, contrast, saturation and hue.",
            List.of(BRIGHTNESS, CONTRAST, SATURATION, HUE), Colour::mix);

    private static final double MID_GREY = 127.5;

    private Colour() {}

    // Called on the render thread, only when a value has changed. That may be every picture, so nothing is allocated.
    private static void mix(ParameterValues values, ColourMatrix matrix) {
        double saturation = values.get(SATURATION);
        double contrast = values.get(CONTRAST);
        double hue = Math.toRadians(values.get(HUE));
        double cos = Math.cos(hue);
        double sin = Math.sin(hue) / Math.sqrt(3);
        double lift = MID_GREY - contrast * MID_GREY + 255 * values.get(BRIGHTNESS);
        for (int to = 0; to < 3; to++) {
            for (int from = 0; from < 3; from++) {
                double chroma = rotated(to, from, cos, sin) - lumaRotated(from, cos, sin);
                matrix.weight(to, from, contrast * (ColourMatrix.luma(from) + saturation * chroma));
            }
            matrix.constant(to, lift);
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
            sum += ColourMatrix.luma(to) * rotated(to, from, cos, sin);
        }
        return sum;
    }
}
