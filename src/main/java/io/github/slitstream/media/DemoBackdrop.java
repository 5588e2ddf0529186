package io.github.slitstream.media;

import io.github.slitstream.frame.FrameSize;
import java.awt.Color;

/**
 * The dark behind the demo: a slanting gradient with a glow in it, whose colours drift. Where a pixel lies in the gradient
 * is computed once; a picture is then one look-up per pixel.
 */
final class DemoBackdrop {
    private static final int SHADES = 256;
    /** Scatters the borders between shades so that the eye sees none. */
    private static final int[] BAYER = {0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5};

    private final byte[] shadeOf;
    private final int[] palette = new int[SHADES];

    DemoBackdrop(FrameSize size) {
        shadeOf = new byte[size.pixels()];
        double aspect = size.width() / (double) size.height();
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                double x = (column + 0.5) / size.height();
                double y = (row + 0.5) / size.height();
                double dither = (BAYER[(row % 4) * 4 + column % 4] + 0.5) / BAYER.length - 0.5;
                double shade = lightness(x / aspect, y, x - 0.335 * aspect, y - 0.5) * (SHADES - 1);
                shadeOf[row * size.width() + column] = (byte) Math.clamp(Math.round(shade + dither), 0, SHADES - 1);
            }
        }
    }

    void fill(double seconds, int[] pixels) {
        float drift = (float) (0.5 + 0.5 * Math.sin(seconds * 0.21));
        for (int shade = 0; shade < SHADES; shade++) {
            float light = shade / (float) (SHADES - 1);
            float hue = 0.60f + 0.12f * drift + 0.16f * light;
            palette[shade] = Color.HSBtoRGB(hue, 0.82f - 0.22f * light, 0.07f + 0.36f * light);
        }
        for (int index = 0; index < pixels.length; index++) {
            pixels[index] = palette[shadeOf[index] & 0xFF];
        }
    }

    /** 0 … 1: lighter toward the lower right, and around the wheel. */
    private static double lightness(double x, double y, double fromWheelX, double fromWheelY) {
        double slant = 0.08 + 0.34 * x + 0.30 * y;
        double distance = Math.hypot(fromWheelX, fromWheelY);
        return Math.min(1, slant + 0.36 * Math.exp(-distance * distance * 5));
    }
}
