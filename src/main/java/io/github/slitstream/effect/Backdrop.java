package io.github.slitstream.effect;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.param.FileName;
import java.util.Arrays;
import java.util.List;

/** A still picture of the size of a frame that is seen behind another. */
final class Backdrop implements BackPixels {
    private static final String DUSK = "dusk";
    static final FileName FILE = new FileName("file", "Picture behind", "The picture that is seen in its place.",
            List.of(DUSK), List.of("png", "jpg", "jpeg", "bmp", "gif", "tif", "tiff"), DUSK);

    /** Blue, green and red of the sky after sunset, above and at the horizon. */
    private static final int[] ABOVE = {66, 22, 28};
    private static final int[] HORIZON = {84, 128, 240};

    private final String name;
    private final int width;
    private final int[] pixels;

    private Backdrop(String name, int width, int[] pixels) {
        this.name = name;
        this.width = width;
        this.pixels = pixels;
    }

    /** @throws BadValue if the file that is named cannot be read */
    static void check(String name) {
        if (!name.equals(DUSK)) {
            CoveringPicture.check(name);
        }
    }

    /** @throws BadValue as {@link #check} */
    static Backdrop read(String name, FrameSize size) {
        return new Backdrop(name, size.width(), name.equals(DUSK) ? dusk(size) : CoveringPicture.read(name, size));
    }

    private static int[] dusk(FrameSize size) {
        int[] sky = new int[size.pixels()];
        for (int row = 0; row < size.height(); row++) {
            double down = (row + 0.5) / size.height();
            int pixel = Pixel.of(between(0, down), between(1, down), between(2, down), Pixel.OPAQUE);
            Arrays.fill(sky, row * size.width(), (row + 1) * size.width(), pixel);
        }
        return sky;
    }

    private static int between(int channel, double down) {
        return (int) Math.rint(ABOVE[channel] + (HORIZON[channel] - ABOVE[channel]) * down);
    }

    boolean isOf(String other) {
        return name.equals(other);
    }

    @Override
    public int pixel(int row, int column) {
        return pixels[row * width + column];
    }
}
