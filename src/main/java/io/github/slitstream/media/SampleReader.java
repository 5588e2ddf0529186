package io.github.slitstream.media;

import java.awt.image.Raster;

/** Reads a row of samples as numbers, all bands of a pixel one after another. */
@FunctionalInterface
interface SampleReader {
    /** Integers without a sign, and floats of 32 and 64 bits. */
    SampleReader NUMBERS = (raster, y, row) -> raster.getPixels(0, y, raster.getWidth(), 1, row);

    /** Floats of 16 bits that came as integers. */
    SampleReader HALF_FLOATS = (raster, y, row) -> {
        raster.getPixels(0, y, raster.getWidth(), 1, row);
        for (int i = 0; i < row.length; i++) {
            row[i] = Float.float16ToFloat((short) (int) row[i]);
        }
    };

    void read(Raster raster, int y, double[] row);
}
