package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Delays;

/**
 * Rows of delays made of numbers whose blocks are summarised: what the delays of a block have in common follows from
 * its smallest and its largest number, without looking at the delays. Allocates nothing but once for each thread.
 *
 * <p>
 * Different threads may write different rows at once.
 */
final class DelayRows {
    private final int width;
    private final ThreadLocal<Ends> ends;

    /** The delays of the smallest and of the largest number of each block of a row. */
    private static final class Ends {
        private final int[] ofSmallest;
        private final int[] ofLargest;

        Ends(int blocks) {
            ofSmallest = new int[blocks];
            ofLargest = new int[blocks];
        }
    }

    DelayRows(FrameSize size) {
        int blocks = Math.ceilDiv(size.width(), Delays.BLOCK);
        this.width = size.width();
        this.ends = ThreadLocal.withInitial(() -> new Ends(blocks));
    }

    /** Makes delays of a row, and says what their blocks have in common. */
    void write(Fold fold, PatternNumbers numbers, int row, Delays to) {
        numbers.summarise(row);
        double slope = fold.slope(numbers.smallest(row), numbers.largest(row));
        Ends own = ends.get();
        int blocks = own.ofSmallest.length;
        int firstBlock = numbers.firstBlock(row);
        fold.toDelays(numbers.ofPixels(), numbers.firstPixel(row), width, slope, to.ofPixels(), to.firstPixel(row));
        fold.toDelays(numbers.smallest(), firstBlock, blocks, slope, own.ofSmallest, 0);
        fold.toDelays(numbers.largest(), firstBlock, blocks, slope, own.ofLargest, 0);
        if (Double.isNaN(slope)) {
            lookAtBends(fold, numbers, row, own, to);
        }
        to.summarise(row, own.ofSmallest, own.ofLargest);
    }

    /** Where a block goes over a bend of the fold, its newest and oldest pixels may lie within. */
    private void lookAtBends(Fold fold, PatternNumbers numbers, int row, Ends own, Delays to) {
        int firstBlock = numbers.firstBlock(row);
        for (int i = 0; i < own.ofSmallest.length; i++) {
            double slope = fold.slope(numbers.smallest()[firstBlock + i], numbers.largest()[firstBlock + i]);
            if (Double.isNaN(slope)) {
                look(to.ofPixels(), to.firstPixel(row) + i * Delays.BLOCK,
                        Math.min(Delays.BLOCK, width - i * Delays.BLOCK), own, i);
            }
        }
    }

    private static void look(int[] delays, int first, int count, Ends own, int block) {
        int smallest = delays[first];
        int largest = smallest;
        for (int i = first + 1; i < first + count; i++) {
            smallest = Math.min(smallest, delays[i]);
            largest = Math.max(largest, delays[i]);
        }
        own.ofSmallest[block] = smallest;
        own.ofLargest[block] = largest;
    }
}
