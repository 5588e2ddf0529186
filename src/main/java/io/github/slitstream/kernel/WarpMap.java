package io.github.slitstream.kernel;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * Where every pixel of an output reads a canvas, worked out once for as long as the projection stays the same, and how
 * many of them lie outside. One thread describes, then any number fill and gather rows, each its own.
 */
public final class WarpMap {
    /** How a pixel is made of those around its point. */
    public enum Sampling {
        /** The one whose column and row are the coordinates without what is behind the point. */
        NEAREST,
        /** Two by two. */
        LINEAR,
        /** Four by four. */
        CUBIC
    }

    private final int width;
    private final int[] sources;
    private final int[] outside;
    private final boolean[] filled;
    private int[] fractions = new int[0];
    private Sampling sampling = Sampling.NEAREST;
    private Projection projection = new Projection(Homography.identity(), 1, 1, Border.CLAMP);

    /** @param width of the output in pixels, at least 1; the output has less than 2³¹ pixels */
    public WarpMap(int width, int height) {
        this.width = width;
        this.sources = new int[Math.multiplyExact(width, height)];
        this.outside = new int[height];
        this.filled = new boolean[height];
    }

    /** Takes over what is wanted; rows that were filled for something else are void. */
    public void describe(Projection wanted, Sampling wantedSampling) {
        if (wanted.equals(projection) && wantedSampling == sampling) {
            return;
        }
        take(wanted);
        sampling = wantedSampling;
        if (isBlended() && fractions.length == 0) {
            fractions = new int[sources.length];
        }
        Arrays.fill(filled, false);
    }

    /** Keeps a matrix of its own, since the one that is wanted may be changed in place for the next picture. */
    private void take(Projection wanted) {
        boolean same = wanted.width() == projection.width() && wanted.height() == projection.height()
                && wanted.border() == projection.border();
        if (!same) {
            projection = new Projection(Homography.identity(), wanted.width(), wanted.height(), wanted.border());
        }
        projection.matrix().set(wanted.matrix());
    }

    /** Works out where a row reads, unless that is known. */
    public void fillRow(int row, Kernels kernels) {
        if (filled[row]) {
            return;
        }
        int first = row * width;
        outside[row] = isBlended()
                ? kernels.blendedSourceRow(projection, 0, row, sources, fractions, first, width)
                : kernels.sourceRow(projection, 0, row, sources, first, width);
        filled[row] = true;
    }

    /**
     * Makes a filled row from a canvas of packed BGRA.
     *
     * @param inOffset where the canvas begins, in bytes
     * @param fill the pixel for what lies outside, blue in its lowest byte
     */
    public void gatherRow(int row, Kernels kernels, MemorySegment in, long inOffset, int fill, MemorySegment out,
            long outOffset) {
        int first = row * width;
        int canvasWidth = projection.width();
        int canvasHeight = projection.height();
        switch (sampling) {
            case NEAREST -> kernels.gatherRow(in, inOffset, sources, first, fill, out, outOffset, width);
            case LINEAR -> kernels.gatherLinearRow(in, inOffset, canvasWidth, canvasHeight, sources, fractions, first,
                    fill, out, outOffset, width);
            case CUBIC -> kernels.gatherCubicRow(in, inOffset, canvasWidth, canvasHeight, sources, fractions, first,
                    fill, out, outOffset, width);
        }
    }

    /**
     * How many pixels of the whole output lie outside the canvas; of rows that were not filled since, as many as
     * before.
     */
    public long outside() {
        long sum = 0;
        for (int ofRow : outside) {
            sum += ofRow;
        }
        return sum;
    }

    /** Pixels of the output. */
    public int pixels() {
        return sources.length;
    }

    private boolean isBlended() {
        return sampling != Sampling.NEAREST;
    }
}
