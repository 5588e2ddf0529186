package io.github.slitstream.effect;

/** What is seen behind a picture. */
@FunctionalInterface
interface BackPixels {
    /** As {@link Pixel} has it, opaque. Any thread. */
    int pixel(int row, int column);
}
