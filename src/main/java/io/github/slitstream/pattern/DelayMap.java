package io.github.slitstream.pattern;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Delays;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.PlaneKernels;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.ValueKey;
import org.jspecify.annotations.Nullable;

/**
 * How far back each pixel looks, in frames with {@link Kernels#DELAY_BITS} bits behind the point.
 *
 * <p>
 * {@link #describe} says once a frame, on one thread, what the map should hold; the workers then call {@link #fillRow}
 * for the rows they render, which does nothing where the row already holds it. What is worked out again is what depends
 * on what has changed: the pattern's numbers on its own parameters alone, their shaping on those of all patterns, the
 * delays on the depth. As long as the depth alone moves, shaped numbers are kept as well.
 */
public final class DelayMap {
    private final FrameSize size;
    private final PlaneKernels kernels;
    private final Delays delays;
    private final int[] filledIn;
    private final double[] numbers;
    private final int[] numbersIn;
    private final ShapedNumbers shaped;
    private int edition;
    private int fieldEdition;
    private int shapingEdition;

    private final ValueKey fieldOf = new ValueKey();
    private final ValueKey shapingOf = new ValueKey();
    private @Nullable Pattern pattern;
    private @Nullable Field field;
    private final Shaping shaping = new Shaping();
    private double phase;
    private double deepest;
    private boolean whole;
    private boolean onlyDepthMoves;

    /** @param kernels for patterns that follow the picture */
    public DelayMap(FrameSize size, PlaneKernels kernels) {
        this.size = size;
        this.kernels = kernels;
        this.delays = new Delays(size.width(), size.height());
        this.filledIn = new int[size.height()];
        this.numbers = new double[size.pixels()];
        this.numbersIn = new int[size.height()];
        this.shaped = new ShapedNumbers(size);
    }

    public FrameSize size() {
        return size;
    }

    /**
     * Says what the map should hold.
     *
     * @param newValues of the pattern's parameters and of {@link Shaping#PARAMETERS}, perhaps among others
     * @param newPhase how far a moving pattern has come, in repeats
     * @param newDeepest delay in frames where the pattern is 1
     * @param newWhole whether delays are rounded to whole frames (half a frame rounds up)
     * @throws BadValue if a file that the values name cannot be used; the map stays as it was
     */
    public void describe(Pattern newPattern, ParameterValues newValues, double newPhase, double newDeepest,
            boolean newWhole) {
        boolean newField = describeField(newPattern, newValues);
        boolean newShape = describeShaping(newValues, newPhase);
        boolean newDepth = newDeepest != deepest || newWhole != whole;
        deepest = newDeepest;
        whole = newWhole;
        if (newField || newShape || newDepth) {
            onlyDepthMoves = !newField && !newShape;
            if (onlyDepthMoves) {
                shaped.reserve();
            }
            edition++;
        }
    }

    private boolean describeField(Pattern newPattern, ParameterValues newValues) {
        if (newPattern.equals(pattern) && fieldOf.matches(newValues)) {
            return false;
        }
        Field next = newPattern.field(size, newValues);
        if (field != null) {
            next.continueFrom(field);
        }
        field = next;
        pattern = newPattern;
        fieldOf.take(newPattern.parameters(), newValues);
        fieldEdition++;
        shapingEdition++;
        return true;
    }

    private boolean describeShaping(ParameterValues newValues, double newPhase) {
        boolean sameShaping = shapingOf.matches(newValues);
        if (sameShaping && newPhase == phase) {
            return false;
        }
        if (!sameShaping) {
            shaping.take(newValues);
            shapingOf.take(Shaping.SHAPE, newValues);
        }
        phase = newPhase;
        shapingEdition++;
        return true;
    }

    /**
     * Shows the picture that is about to be rendered to a pattern that follows it; after {@link #describe}, on the same
     * thread.
     */
    public void update(Frame picture) {
        if (field != null && field.update(picture, kernels)) {
            fieldEdition++;
            shapingEdition++;
            edition++;
            onlyDepthMoves = false;
        }
    }

    /** Brings one row up to date. Different threads may fill different rows at once. Allocates nothing. */
    public void fillRow(int row) {
        Field source = field;
        if (filledIn[row] == edition || source == null) {
            return;
        }
        int first = row * size.width();
        if (numbersIn[row] != fieldEdition) {
            source.fillRow(row, numbers, first);
            numbersIn[row] = fieldEdition;
        }
        double steps = whole ? deepest : deepest * Kernels.ONE_FRAME;
        int bits = whole ? Kernels.DELAY_BITS : 0;
        if (onlyDepthMoves) {
            shaped.shapeRow(row, numbers, shaping, phase, shapingEdition);
            shaped.toDelays(row, steps, bits, delays);
        } else {
            shaping.toDelays(numbers, first, first + size.width(), phase, steps, bits, delays.ofPixels());
            delays.summarise(row);
        }
        filledIn[row] = edition;
    }

    /** The delays of all rows that were filled, to be read only. */
    public Delays delays() {
        return delays;
    }

    /**
     * The delay of one pixel in frames, as last filled. Any thread; while the map is being filled it may be of the
     * frame before.
     */
    public double framesAt(int column, int row) {
        return delays.ofPixels()[delays.firstPixel(row) + column] / (double) Kernels.ONE_FRAME;
    }
}
