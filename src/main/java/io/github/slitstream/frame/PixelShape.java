package io.github.slitstream.frame;

/**
 * The sample aspect ratio: how wide a pixel is shown to how high. Old television and anamorphic film have pixels that
 * are not square.
 */
public record PixelShape(int width, int height) {
    public static final PixelShape SQUARE = new PixelShape(1, 1);

    /** @throws IllegalArgumentException if a side is not positive */
    public PixelShape {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a pixel of " + width + ":" + height + ": each side must be 1 or more");
        }
    }

    public boolean isSquare() {
        return width == height;
    }

    /** The shape after a quarter turn. */
    public PixelShape turned() {
        int wide = height;
        int high = width;
        return new PixelShape(wide, high);
    }

    /** Width by height. */
    public double ratio() {
        return (double) width / height;
    }

    /** The size in which square pixels show the same: the side whose pixels are longer grows. */
    public FrameSize squared(FrameSize size) {
        return width > height
                ? new FrameSize(side(size.width() * ratio()), size.height())
                : new FrameSize(size.width(), side(size.height() / ratio()));
    }

    private static int side(double length) {
        return Math.clamp(Math.round(length), 1, FrameSize.MAX_SIDE);
    }

    @Override
    public String toString() {
        return width + ":" + height;
    }
}
