package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Delays;

/**
 * Numbers of a pattern after their shaping, kept for as long as only the depth moves. For every block of
 * {@link Delays#BLOCK} pixels it knows the smallest and the largest, from which that of the delays follow: more depth
 * never brings a smaller number behind a larger one. Memory is taken when the first row is shaped.
 *
 * <p>
 * Different threads may work on different rows at once.
 */
final class ShapedNumbers {
    private final FrameSize size;
    private final int blocksPerRow;
    private final int[] shapedIn;
    private double[] numbers = new double[0];
    private double[] smallest = new double[0];
    private double[] largest = new double[0];

    ShapedNumbers(FrameSize size) {
        this.size = size;
        this.blocksPerRow = Math.ceilDiv(size.width(), Delays.BLOCK);
        this.shapedIn = new int[size.height()];
    }

    /** Takes the memory. One thread, before rows are shaped. */
    void reserve() {
        if (numbers.length == 0) {
            numbers = new double[size.pixels()];
            smallest = new double[blocksPerRow * size.height()];
            largest = new double[blocksPerRow * size.height()];
        }
    }

    /**
     * Shapes a row unless it was already.
     *
     * @param from the pattern's numbers, row-major
     * @param edition another for every other result
     */
    void shapeRow(int row, double[] from, Shaping shaping, double phase, int edition) {
        if (shapedIn[row] == edition) {
            return;
        }
        int first = row * size.width();
        int end = first + size.width();
        shaping.shape(from, first, end, phase, numbers);
        int block = row * blocksPerRow;
        for (int at = first; at < end; at += Delays.BLOCK) {
            double low = numbers[at];
            double high = low;
            for (int i = at + 1; i < Math.min(at + Delays.BLOCK, end); i++) {
                low = Math.min(low, numbers[i]);
                high = Math.max(high, numbers[i]);
            }
            smallest[block] = low;
            largest[block++] = high;
        }
        shapedIn[row] = edition;
    }

    /** Makes delays of a shaped row, as {@link Shaping#toDelays} does. */
    void toDelays(int row, double steps, int bits, Delays delays) {
        int first = row * size.width();
        int[] out = delays.ofPixels();
        for (int i = first; i < first + size.width(); i++) {
            out[i] = (int) (numbers[i] * steps + 0.5) << bits;
        }
        int block = row * blocksPerRow;
        int newest = Integer.MAX_VALUE;
        int oldest = 0;
        for (int i = block; i < block + blocksPerRow; i++) {
            int low = (int) (smallest[i] * steps + 0.5) << bits;
            int high = (int) (largest[i] * steps + 0.5) << bits;
            delays.summarise(i, low, high);
            newest = Math.min(newest, low);
            oldest = Math.max(oldest, high);
        }
        delays.setUniform(row, newest == oldest);
    }
}
