package io.github.slitstream.kernel;

/**
 * One row of delays, scaled and moved again and again. Delays keep their order then, so that what the blocks of the row
 * have in common is worked out once. One thread; allocates nothing while it works.
 */
final class MovedDelays {
    private final Delays moved;
    private final int[] smallest;
    private final int[] largest;
    private final int[] movedSmallest;
    private final int[] movedLargest;
    private Delays from;
    private int row;

    /** @param moved room for one row, where moved ones are written */
    MovedDelays(Delays moved) {
        int blocks = Math.ceilDiv(moved.width(), Delays.BLOCK);
        this.moved = moved;
        this.from = moved;
        this.smallest = new int[blocks];
        this.largest = new int[blocks];
        this.movedSmallest = new int[blocks];
        this.movedLargest = new int[blocks];
    }

    /** Takes the row that is moved from now on. */
    void take(Delays delays, int ofRow) {
        from = delays;
        row = ofRow;
        delays.findEnds(ofRow, smallest, largest);
    }

    /**
     * Writes the row with every delay d as {@code ⌊scale·d + added⌋}, within 0 and the largest.
     *
     * @param mask of the bits that are kept
     */
    void move(double scale, double added, int largestDelay, int mask) {
        move(from.ofPixels(), from.firstPixel(row), moved.ofPixels(), moved.width(), scale, added, largestDelay, mask);
        move(smallest, 0, movedSmallest, smallest.length, scale, added, largestDelay, mask);
        move(largest, 0, movedLargest, largest.length, scale, added, largestDelay, mask);
        moved.summarise(row, movedSmallest, movedLargest);
    }

    private static void move(int[] in, int first, int[] out, int count, double scale, double added, int largestDelay,
            int mask) {
        if (scale == 1) {
            shift(in, first, out, count, (int) Math.floor(added), largestDelay, mask);
            return;
        }
        for (int i = 0; i < count; i++) {
            int delay = (int) Math.max(0, in[first + i] * scale + added);
            out[i] = Math.min(largestDelay, delay) & mask;
        }
    }

    /** Without a branch, so that Java makes vector instructions of it. */
    private static void shift(int[] in, int first, int[] out, int count, int added, int largestDelay, int mask) {
        for (int i = 0; i < count; i++) {
            out[i] = Math.min(largestDelay, Math.max(0, in[first + i] + added)) & mask;
        }
    }
}
