package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Delays;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.PixelPlaces;
import io.github.slitstream.kernel.PlaneKernels;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.ValueKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where among all frames each pixel looks, the newest being 0, with {@link Kernels#DELAY_BITS} bits behind the point.
 *
 * <p>
 * {@link #describe} says once a frame, on one thread, what the map should hold; the workers then call {@link #fillRow}
 * for the rows they render, which does nothing where the row already holds it. A map that moves is not kept: each of
 * its rows is written by {@link #writeRow} to where the thread that reads it keeps one row at hand. What is worked out
 * again is what depends on what has changed: the pattern's numbers on its own parameters alone, their shaping on those
 * of all patterns, the delays on the depth. As long as the depth alone moves, shaped numbers are kept as well, where
 * shaping is more than a fold.
 */
public final class DelayMap {
    private final FrameSize size;
    private final PlaneKernels kernels;
    private final Delays delays;
    private final int[] filledIn;
    private final DelayRows rows;
    private final PatternNumbers numbers;
    private @Nullable PatternNumbers shaped;
    private int edition;
    private int fieldEdition;
    private int shapingEdition;

    private final ValueKey fieldOf = new ValueKey();
    private final ValueKey shapingOf = new ValueKey();
    private @Nullable Pattern pattern;
    private List<Parameter<?>> parametersOfPattern = List.of();
    private @Nullable Field field;
    private final Shaping shaping = new Shaping();
    /** For numbers that are shaped already. */
    private final Fold unfolded = new Fold();
    private double phase;
    private MapDepth depth = MapDepth.ofFrames(0);
    private int depthEdition;
    private boolean whole;
    private boolean onlyDepthChanged;
    private boolean changes;
    private boolean changedBefore;

    /** @param kernels for patterns that follow the picture */
    public DelayMap(FrameSize size, PlaneKernels kernels) {
        this.size = size;
        this.kernels = kernels;
        this.delays = new Delays(size.width(), size.height());
        this.filledIn = new int[size.height()];
        this.rows = new DelayRows(size);
        this.numbers = new PatternNumbers(size);
    }

    public FrameSize size() {
        return size;
    }

    /**
     * Says what the map should hold.
     *
     * @param newValues of the pattern's parameters and of {@link Shaping#PARAMETERS}, perhaps among others
     * @param newPhase how far a moving pattern has come, in repeats
     * @param newDepth where numbers lead; read until the next call
     * @param newWhole whether delays are rounded to whole frames (half a frame rounds up)
     * @throws BadValue if a file that the values name cannot be used; the map stays as it was
     */
    public void describe(Pattern newPattern, ParameterValues newValues, double newPhase, MapDepth newDepth,
            boolean newWhole) {
        boolean newField = describeField(newPattern, newValues);
        boolean newShape = describeShaping(newValues, newPhase);
        boolean isDeeper = describeDepth(newDepth, newWhole);
        changedBefore = changes;
        changes = newField || newShape || isDeeper;
        if (changes) {
            edition++;
            onlyDepthChanged = !newField && !newShape;
            if (onlyDepthChanged && shaped == null && !shaping.isFold()) {
                shaped = new PatternNumbers(size);
            }
        }
    }

    private boolean describeField(Pattern newPattern, ParameterValues newValues) {
        if (newPattern.equals(pattern) && fieldOf.matches(newValues)) {
            return false;
        }
        if (field == null || !newPattern.equals(pattern)) {
            Field next = newPattern.field(size, newValues);
            parametersOfPattern = newPattern.parameters();
            pattern = newPattern;
            field = next;
        } else {
            field.take(newValues);
        }
        fieldOf.takeInForce(parametersOfPattern, newValues);
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
            shapingOf.takeInForce(Shaping.SHAPE, newValues);
        }
        phase = newPhase;
        shaping.moveTo(newPhase);
        shapingEdition++;
        return true;
    }

    private boolean describeDepth(MapDepth newDepth, boolean newWhole) {
        if (newDepth.equals(depth) && newDepth.edition() == depthEdition && newWhole == whole) {
            return false;
        }
        depth = newDepth;
        depthEdition = newDepth.edition();
        whole = newWhole;
        shaping.scaleTo(depth.steps(whole), depth.bits(whole));
        unfolded.scaleTo(depth.steps(whole), depth.bits(whole));
        return true;
    }

    /**
     * Shows the picture that is about to be rendered, and the past behind it, to a pattern that follows them, and
     * counts in it where the ramp ends; after {@link #describe}, on the same thread.
     */
    public void update(FrameHistory past) {
        if (field == null) {
            return;
        }
        if (shaping.measureEnds(past, depth.deepest(), depth.seconds())) {
            reshape();
        }
        field.reach(past, depth.frames());
        if (field.update(past.now(), kernels)) {
            fieldEdition++;
            reshape();
        }
    }

    private void reshape() {
        shapingEdition++;
        edition++;
        onlyDepthChanged = false;
        changes = true;
    }

    /** Says where pixels are read, if elsewhere than at their own place, and whether so; after {@link #update}. */
    public boolean place(PixelPlaces places) {
        return field != null && field.place(places);
    }

    /** The pattern that goes over the picture, as of {@link #update}; null while there is none. */
    public @Nullable Field field() {
        return field;
    }

    /** Whether it is another than for the picture before, as it was then. */
    public boolean moves() {
        return changes && changedBefore;
    }

    /** Brings one row up to date. Different threads may fill different rows at once. Allocates nothing. */
    public void fillRow(int row) {
        if (filledIn[row] != edition) {
            writeRow(row, delays);
            filledIn[row] = edition;
        }
    }

    /**
     * Writes one row somewhere else, and leaves the map as it is. Different threads may write different rows at once.
     * Allocates nothing.
     *
     * @param to of the map's width
     */
    public void writeRow(int row, Delays to) {
        Field source = field;
        if (source == null) {
            return;
        }
        writeSteps(source, row, to);
        if (!depth.isPlace()) {
            depth.place(to, row, whole);
        }
    }

    private void writeSteps(Field source, int row, Delays to) {
        boolean isNew = !numbers.isFilled(row, fieldEdition);
        if (isNew) {
            source.fillRow(row, numbers.ofPixels(), numbers.firstPixel(row));
            numbers.setFilled(row, fieldEdition);
        }
        PatternNumbers kept = shaped;
        if (shaping.isFold() && !isNew) {
            rows.write(shaping.fold(), numbers, row, to);
        } else if (!shaping.isFold() && onlyDepthChanged && kept != null) {
            shapeRow(row, kept);
            rows.write(unfolded, kept, row, to);
        } else {
            shaping.toDelays(numbers.ofPixels(), numbers.firstPixel(row), size.width(), to.ofPixels(),
                    to.firstPixel(row));
            to.summarise(row);
        }
    }

    private void shapeRow(int row, PatternNumbers to) {
        if (!to.isFilled(row, shapingEdition)) {
            int first = to.firstPixel(row);
            shaping.shape(numbers.ofPixels(), first, first + size.width(), to.ofPixels());
            to.setFilled(row, shapingEdition);
        }
    }

    /** The delays of one row, kept in the map or, where it moves, written into {@code room}, as wide as it. */
    public Delays row(int row, Delays room) {
        if (moves()) {
            writeRow(row, room);
            return room;
        }
        fillRow(row);
        return delays;
    }

    /** How many frames from now the number 1 leads, whichever way. */
    public double deepest() {
        return depth.frames();
    }

    /** Where now is among all frames, as the delays count. */
    public int now() {
        return depth.now() << Kernels.DELAY_BITS;
    }

    /** The delays of all rows that were filled, to be read only. */
    public Delays delays() {
        return delays;
    }

    /**
     * The delay of one pixel in frames, as last described, below 0 ahead of now. Any thread; while that is being done,
     * and until the rows were filled, it may be of the frame before.
     */
    public double framesAt(int column, int row) {
        int place = moves()
                ? depth.place(shaping.toDelay(numbers.ofPixels()[numbers.firstPixel(row) + column]), whole)
                : delays.ofPixels()[delays.firstPixel(row) + column];
        return place / (double) Kernels.ONE_FRAME - depth.now();
    }
}
