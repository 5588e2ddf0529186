package io.github.slitstream.frame;

/**
 * Width and height of a picture in pixels, each side 1 … {@value #MAX_SIDE}.
 *
 * <p>
 * Pixels are packed 8-bit BGRA, row-major without padding: a pixel is {@value #BYTES_PER_PIXEL} bytes, a row
 * {@link #stride()} bytes.
 */
public record FrameSize(int width, int height) {
    /** Beyond this no encoder or texture that Slitstream talks to can follow. */
    public static final int MAX_SIDE = 16_384;
    public static final int BYTES_PER_PIXEL = 4;

    /** @throws IllegalArgumentException if a side is outside 1 … {@value #MAX_SIDE} */
    public FrameSize {
        if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
            throw new IllegalArgumentException(
                    "picture of " + width + "×" + height + ": each side must be 1 … " + MAX_SIDE + " pixels");
        }
    }

    public int pixels() {
        return width * height;
    }

    /** Bytes from one row to the next. */
    public int stride() {
        return width * BYTES_PER_PIXEL;
    }

    /** Bytes of one whole picture. */
    public long bytes() {
        return (long) stride() * height;
    }

    /** The size after dividing both sides by a whole number, rounded up so that no pixel is lost. */
    public FrameSize dividedBy(int divisor) {
        return new FrameSize(Math.ceilDiv(width, divisor), Math.ceilDiv(height, divisor));
    }

    @Override
    public String toString() {
        return width + "×" + height;
    }
}
