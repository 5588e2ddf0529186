package io.github.slitstream.lab;

import io.github.slitstream.array.Shape;
import io.github.slitstream.param.BadValue;

/**
 * Which patches are taken from an array of images, (N, C, H, W): one of {@code height × width} at every
 * {@code stride}-th place in both directions, from all channels, with a border of {@code pad} zeros all around.
 *
 * @param images of so many images, (N, C, H, W)
 * @param height of a patch, as is width
 */
public record Patches(Shape images, int height, int width, int stride, int pad) {
    /** Larger sides could not be counted in arrays of Java. */
    private static final int LARGEST_SIDE = 1 << 20;

    /** @throws BadValue if no patch fits; the message says what does */
    public Patches {
        if (images.dimensions() != 4) {
            throw new BadValue("an array of shape " + images
                    + " is no batch of images: it takes four dimensions, (N, C, H, W); reshape it with numpy.reshape");
        }
        require(height >= 1 && width >= 1, "a kernel of " + height + "×" + width + " is empty: it takes 1×1 or more");
        require(stride >= 1, "a stride of " + stride + " goes nowhere: it takes 1 or more");
        require(pad >= 0 && pad < LARGEST_SIDE,
                "a pad of " + pad + " is no border: it takes 0 … " + (LARGEST_SIDE - 1));
        require(images.size(2) < LARGEST_SIDE && images.size(3) < LARGEST_SIDE,
                "images of " + images.size(2) + "×" + images.size(3) + " are too large: it takes sides below "
                        + LARGEST_SIDE);
        require(height <= images.size(2) + 2L * pad && width <= images.size(3) + 2L * pad,
                "a kernel of " + height + "×" + width + " does not fit images of " + images.size(2) + "×"
                        + images.size(3) + " with a pad of " + pad + ": take a smaller kernel or a larger pad");
        require((double) images.size(1) * height * width <= Integer.MAX_VALUE,
                "patches of " + images.size(1) + "×" + height + "×" + width
                        + " are too large: they take less than 2^31 elements; take a smaller kernel");
    }

    private static void require(boolean fulfilled, String words) {
        if (!fulfilled) {
            throw new BadValue(words);
        }
    }

    public int channels() {
        return Math.toIntExact(images.size(1));
    }

    public int imageHeight() {
        return (int) images.size(2);
    }

    public int imageWidth() {
        return (int) images.size(3);
    }

    /** Rows of patches in one image: {@code (H + 2·pad − height)/stride + 1}, rounded down. */
    public int outHeight() {
        return (imageHeight() + 2 * pad - height) / stride + 1;
    }

    /** Columns of patches in one image. */
    public int outWidth() {
        return (imageWidth() + 2 * pad - width) / stride + 1;
    }

    /** Elements of one image. */
    public long imageElements() {
        return images.size(1) * images.size(2) * images.size(3);
    }

    /** Elements of one patch: {@code C·height·width}. */
    public int patchElements() {
        return Math.multiplyExact(channels(), Math.multiplyExact(height, width));
    }

    /**
     * Of the matrix that has a patch in every row: {@code (N·out_h·out_w, C·height·width)}.
     *
     * @throws BadValue if it had more than 2⁶³ − 1 elements
     */
    public Shape matrix() {
        try {
            return Shape.of(Math.multiplyExact(images.size(0), (long) outHeight() * outWidth()), patchElements());
        } catch (ArithmeticException tooMany) {
            throw new BadValue("images of shape " + images + " with a pad of " + pad
                    + " have more patches than can be counted: take a smaller kernel or a smaller pad");
        }
    }

    /** Of what so many filters make of the images: {@code (N, filters, out_h, out_w)}. */
    public Shape convolved(long filters) {
        return Shape.of(images.size(0), filters, outHeight(), outWidth());
    }
}
