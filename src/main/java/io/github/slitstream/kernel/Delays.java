package io.github.slitstream.kernel;

/**
 * How far back each pixel of a picture looks, in frames with {@link Kernels#DELAY_BITS} bits behind the point, and for
 * every {@value #BLOCK} pixels of a row the whole ages between which they look: what a kernel must know before it can
 * choose how to read them.
 *
 * <p>
 * Different threads may write and read different rows at once.
 */
public final class Delays {
    /** Pixels of a block: a cache line of them. */
    public static final int BLOCK = 16;
    /**
     * Bits of a block's summary that hold its newest age; the others hold how many whole frames older its oldest one
     * is.
     */
    private static final int AGE_BITS = 16;

    private final int width;
    private final int blocksOfRow;
    private final int pixelsPerRow;
    private final int blocksPerRow;
    private final int flagsPerRow;
    private final int[] ofPixels;
    private final int[] ofBlocks;
    private final boolean[] uniform;

    /** All pixels look at now. */
    public Delays(int width, int height) {
        this(width, height, 1);
    }

    /** @param step from one row to the next, in rows */
    private Delays(int width, int height, int step) {
        int blocks = Math.ceilDiv(width, BLOCK);
        this.width = width;
        this.blocksOfRow = blocks;
        this.pixelsPerRow = step * width;
        this.blocksPerRow = step * blocks;
        this.flagsPerRow = step;
        this.ofPixels = new int[width * height];
        this.ofBlocks = new int[blocks * height];
        this.uniform = new boolean[height];
    }

    /** Room for one row, whichever it is, that one thread writes and then reads. */
    public static Delays ofAnyRow(int width) {
        return new Delays(width, 1, 0);
    }

    public int width() {
        return width;
    }

    /**
     * The delays of all pixels, row-major, within 0 … 65,535 frames. Whoever writes a row calls {@link #summarise(int)}
     * for it.
     */
    public int[] ofPixels() {
        return ofPixels;
    }

    /** Index of a row's first delay. */
    public int firstPixel(int row) {
        return row * pixelsPerRow;
    }

    /** Works out what the blocks of a row have in common, after its delays were written. Allocates nothing. */
    public void summarise(int row) {
        int first = firstPixel(row);
        int end = first + width;
        int smallestOfRow = ofPixels[first];
        int largestOfRow = ofPixels[first];
        int block = firstBlock(row);
        for (int from = first; from < end; from += BLOCK) {
            int smallest = ofPixels[from];
            int largest = smallest;
            for (int i = from + 1; i < Math.min(from + BLOCK, end); i++) {
                smallest = Math.min(smallest, ofPixels[i]);
                largest = Math.max(largest, ofPixels[i]);
            }
            summarise(block++, smallest, largest);
            smallestOfRow = Math.min(smallestOfRow, smallest);
            largestOfRow = Math.max(largestOfRow, largest);
        }
        uniform[row * flagsPerRow] = smallestOfRow == largestOfRow;
    }

    /**
     * Takes over what the blocks of a row have in common, from who knows it already. Allocates nothing. Two loops
     * without branches, so that Java makes vector instructions of them.
     *
     * @param ends of each block its smallest delay or its largest
     * @param otherEnds the other one of the two
     */
    public void summarise(int row, int[] ends, int[] otherEnds) {
        int block = firstBlock(row);
        for (int i = 0; i < blocksOfRow; i++) {
            int newest = Math.min(ends[i], otherEnds[i]) >> Kernels.DELAY_BITS;
            int oldest = Math.max(ends[i], otherEnds[i]) >> Kernels.DELAY_BITS;
            ofBlocks[block + i] = newest | (oldest - newest) << AGE_BITS;
        }
        int smallest = Integer.MAX_VALUE;
        int largest = 0;
        for (int i = 0; i < blocksOfRow; i++) {
            smallest = Math.min(smallest, Math.min(ends[i], otherEnds[i]));
            largest = Math.max(largest, Math.max(ends[i], otherEnds[i]));
        }
        uniform[row * flagsPerRow] = smallest == largest;
    }

    /** Tells the smallest and the largest delay of each block of a row. Allocates nothing. */
    void findEnds(int row, int[] smallest, int[] largest) {
        int first = firstPixel(row);
        for (int block = 0; block < blocksOfRow; block++) {
            int from = first + block * BLOCK;
            int end = Math.min(from + BLOCK, first + width);
            int least = ofPixels[from];
            int most = least;
            for (int i = from + 1; i < end; i++) {
                least = Math.min(least, ofPixels[i]);
                most = Math.max(most, ofPixels[i]);
            }
            smallest[block] = least;
            largest[block] = most;
        }
    }

    private void summarise(int block, int smallest, int largest) {
        int newest = smallest >> Kernels.DELAY_BITS;
        ofBlocks[block] = newest | ((largest >> Kernels.DELAY_BITS) - newest) << AGE_BITS;
    }

    /** Whether all pixels of a row have the same delay. */
    public boolean isUniform(int row) {
        return uniform[row * flagsPerRow];
    }

    /** The blocks' summaries, row after row, to be read by {@link #newest} and {@link #span}. */
    public int[] ofBlocks() {
        return ofBlocks;
    }

    /** Index of a row's first block. */
    public int firstBlock(int row) {
        return row * blocksPerRow;
    }

    /** The whole age of the newest pixel of a block. */
    public static int newest(int block) {
        return block & (1 << AGE_BITS) - 1;
    }

    /** How many whole frames older the oldest pixel of a block looks than its newest. */
    public static int span(int block) {
        return block >>> AGE_BITS;
    }
}
