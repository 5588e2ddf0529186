package io.github.slitstream.view.chain;

/**
 * Colours that stand for delays: bright is now, deep blue the past. Lightness falls evenly, so that it reads without
 * hue too.
 */
final class TimeColours {
    private static final int COUNT = 256;
    private static final int OPAQUE = 0xff000000;
    /** From now to the past: red, green, blue. */
    private static final int[][] STOPS = {{255, 244, 214}, {255, 196, 112}, {240, 118, 92}, {168, 62, 122},
        {84, 40, 124}, {22, 20, 66}};

    private static final int[] COLOURS = colours();

    private TimeColours() {}

    /** The colour as 0xAARRGGBB of a share of the deepest delay, 0 … 1. */
    static int of(double share) {
        return COLOURS[(int) Math.clamp(share * (COUNT - 1) + 0.5, 0, COUNT - 1)];
    }

    /** The same as a gradient for a style sheet, from left to right. */
    static String gradient() {
        StringBuilder css = new StringBuilder("linear-gradient(to right");
        for (int[] stop : STOPS) {
            css.append(", rgb(").append(stop[0]).append(", ").append(stop[1]).append(", ").append(stop[2]).append(')');
        }
        return css.append(')').toString();
    }

    private static int[] colours() {
        int[] colours = new int[COUNT];
        for (int i = 0; i < COUNT; i++) {
            double place = (double) i / (COUNT - 1) * (STOPS.length - 1);
            int stop = Math.min((int) place, STOPS.length - 2);
            int argb = OPAQUE;
            for (int channel = 0; channel < 3; channel++) {
                double from = STOPS[stop][channel];
                double to = STOPS[stop + 1][channel];
                argb |= (int) Math.round(from + (to - from) * (place - stop)) << (16 - 8 * channel);
            }
            colours[i] = argb;
        }
        return colours;
    }
}
