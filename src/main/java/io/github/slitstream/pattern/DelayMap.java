package io.github.slitstream.pattern;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Delays;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.param.Values;
import org.jspecify.annotations.Nullable;

/**
 * How far back each pixel looks, in frames with {@link Kernels#DELAY_BITS} bits behind the point.
 *
 * <p>
 * {@link #describe} says once a frame, on one thread, what the map should hold; the workers then call {@link #fillRow}
 * for the rows they render, which does nothing where the row already holds it. A still pattern is thus filled once, and
 * of a moving one only the shaping is worked out again.
 */
public final class DelayMap {
    private final FrameSize size;
    private final Delays delays;
    private final int[] filledIn;
    private final double[] shapes;
    private final int[] shapedIn;
    private int edition;
    private int fieldEdition;

    private @Nullable Pattern pattern;
    private @Nullable Values values;
    private @Nullable Field field;
    private double phase;
    private double deepest;
    private boolean whole;
    private @Nullable Shaping shaping;

    public DelayMap(FrameSize size) {
        this.size = size;
        this.delays = new Delays(size.width(), size.height());
        this.filledIn = new int[size.height()];
        this.shapes = new double[size.pixels()];
        this.shapedIn = new int[size.height()];
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
    public void describe(Pattern newPattern, Values newValues, double newPhase, double newDeepest, boolean newWhole) {
        boolean sameField = newPattern.equals(pattern) && newValues.equals(values);
        if (sameField && newPhase == phase && newDeepest == deepest && newWhole == whole) {
            return;
        }
        if (!sameField) {
            Field next = newPattern.field(size, newValues);
            if (field != null) {
                next.comesAfter(field);
            }
            field = next;
            shaping = Shaping.of(newValues);
            pattern = newPattern;
            values = newValues;
            fieldEdition++;
        }
        phase = newPhase;
        deepest = newDeepest;
        whole = newWhole;
        edition++;
    }

    /**
     * Shows the picture that is about to be rendered to a pattern that follows it; after {@link #describe}, on the same
     * thread.
     */
    public void look(Frame picture) {
        if (field != null && field.look(picture)) {
            fieldEdition++;
            edition++;
        }
    }

    /** Brings one row up to date. Different threads may fill different rows at once. Allocates nothing. */
    public void fillRow(int row) {
        Field source = field;
        Shaping shaped = shaping;
        if (filledIn[row] == edition || source == null || shaped == null) {
            return;
        }
        int first = row * size.width();
        if (shapedIn[row] != fieldEdition) {
            source.fillRow(row, shapes, first);
            shapedIn[row] = fieldEdition;
        }
        shaped.toDelays(shapes, first, first + size.width(), phase, whole ? deepest : deepest * Kernels.ONE_FRAME,
                whole ? Kernels.DELAY_BITS : 0, delays.ofPixels());
        delays.summarise(row);
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
