package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Delays;

/**
 * Numbers within 0 … 1 for all pixels, and the smallest and the largest of each row and of every {@link Delays#BLOCK}
 * pixels of it: what lies between these two stays between them wherever a function that only rises, or only falls,
 * takes them.
 *
 * <p>
 * Different threads may work on different rows at once.
 */
final class PatternNumbers {
    private final FrameSize size;
    private final int blocksPerRow;
    private final double[] ofPixels;
    private final double[] smallest;
    private final double[] largest;
    private final double[] smallestOfRow;
    private final double[] largestOfRow;
    private final int[] filledIn;
    private final int[] summarisedIn;

    PatternNumbers(FrameSize size) {
        this.size = size;
        this.blocksPerRow = Math.ceilDiv(size.width(), Delays.BLOCK);
        this.ofPixels = new double[size.pixels()];
        this.smallest = new double[blocksPerRow * size.height()];
        this.largest = new double[blocksPerRow * size.height()];
        this.smallestOfRow = new double[size.height()];
        this.largestOfRow = new double[size.height()];
        this.filledIn = new int[size.height()];
        this.summarisedIn = new int[size.height()];
    }

    /** Row-major. Whoever writes a row calls {@link #setFilled} for it. */
    double[] ofPixels() {
        return ofPixels;
    }

    /** Of the blocks of all rows that were summarised, one row after another. */
    double[] smallest() {
        return smallest;
    }

    double[] largest() {
        return largest;
    }

    /** Of a row that was summarised. */
    double smallest(int row) {
        return smallestOfRow[row];
    }

    double largest(int row) {
        return largestOfRow[row];
    }

    /** Index of a row's first number. */
    int firstPixel(int row) {
        return row * size.width();
    }

    /** Index of a row's first block. */
    int firstBlock(int row) {
        return row * blocksPerRow;
    }

    /** Whether a row holds the numbers of this edition. */
    boolean isFilled(int row, int edition) {
        return filledIn[row] == edition;
    }

    /** Says that a row now holds the numbers of this edition, never 0. */
    void setFilled(int row, int edition) {
        filledIn[row] = edition;
    }

    /** Works out the smallest and the largest of a filled row, unless that was done. */
    void summarise(int row) {
        if (summarisedIn[row] == filledIn[row]) {
            return;
        }
        int block = firstBlock(row);
        int end = firstPixel(row) + size.width();
        double smallestSoFar = 1;
        double largestSoFar = 0;
        for (int from = firstPixel(row); from < end; from += Delays.BLOCK) {
            double low = ofPixels[from];
            double high = low;
            for (int i = from + 1; i < Math.min(from + Delays.BLOCK, end); i++) {
                low = Math.min(low, ofPixels[i]);
                high = Math.max(high, ofPixels[i]);
            }
            smallest[block] = low;
            largest[block++] = high;
            smallestSoFar = Math.min(smallestSoFar, low);
            largestSoFar = Math.max(largestSoFar, high);
        }
        smallestOfRow[row] = smallestSoFar;
        largestOfRow[row] = largestSoFar;
        summarisedIn[row] = filledIn[row];
    }
}
