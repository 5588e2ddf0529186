package io.github.slitstream.media;

import io.github.slitstream.frame.FrameSize;

/**
 * The dark behind the demo: a slanting gradient with a glow in it, whose colours drift. Where a pixel lies in the
 * gradient is computed once; a picture is then one look-up per pixel.
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
        double[] across = glow(size.width(), size.height(), DemoScene.WHEEL_PLACE * aspect);
        double[] down = glow(size.height(), size.height(), 0.5);
        for (int row = 0; row < size.height(); row++) {
            double left = 0.08 + 0.30 * (row + 0.5) / size.height();
            for (int column = 0; column < size.width(); column++) {
                double slant = left + 0.34 * (column + 0.5) / size.width();
                double light = Math.min(1, slant + 0.36 * down[row] * across[column]);
                double dither = (BAYER[(row % 4) * 4 + column % 4] + 0.5) / BAYER.length - 0.5;
                long shade = Math.round(light * (SHADES - 1) + dither);
                shadeOf[row * size.width() + column] = (byte) Math.clamp(shade, 0, SHADES - 1);
            }
        }
    }

    /** Takes the colours of a moment. */
    void colour(double seconds) {
        float drift = (float) (0.5 + 0.5 * Math.sin(seconds * 0.21));
        for (int shade = 0; shade < SHADES; shade++) {
            float light = shade / (float) (SHADES - 1);
            float hue = 0.63f + 0.08f * drift + 0.17f * light;
            palette[shade] = argb(hue, 0.86f - 0.20f * light, 0.08f + 0.42f * light);
        }
    }

    /**
     * Fills a part of the picture.
     *
     * @param first number of its first pixel
     * @param pixels begins with it
     */
    void fill(int first, int count, int[] pixels) {
        for (int index = 0; index < count; index++) {
            pixels[index] = palette[shadeOf[first + index] & 0xFF];
        }
    }

    /** The glow around the wheel along one side of the picture; at a point it is the product of both sides'. */
    private static double[] glow(int count, int height, double centre) {
        double[] glow = new double[count];
        for (int index = 0; index < count; index++) {
            double distance = (index + 0.5) / height - centre;
            glow[index] = Math.exp(-5 * distance * distance);
        }
        return glow;
    }

    /** An opaque colour; saturation and brightness are 0 … 1, the hue at least 0. */
    static int argb(float hue, float saturation, float brightness) {
        return 0xFF << 24 | channel(5, hue, saturation, brightness) << 16
                | channel(3, hue, saturation, brightness) << 8 | channel(1, hue, saturation, brightness);
    }

    /**
     * Around the circle of hues a channel fades in one sixth, is away for two, returns in the next and stays for two.
     *
     * @param phase where red is on this way, in sixths
     */
    private static int channel(int phase, float hue, float saturation, float brightness) {
        float sixth = (phase + 6 * hue) % 6;
        float lack = Math.clamp(Math.min(sixth, 4 - sixth), 0f, 1f);
        return (int) (255 * brightness * (1 - saturation * lack) + 0.5f);
    }
}
