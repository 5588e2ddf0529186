package io.github.slitstream.effect;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSequence;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.RowReader;
import io.github.slitstream.kernel.ComposedRows;
import io.github.slitstream.kernel.Delays;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.MomentDelays;
import io.github.slitstream.kernel.MomentKernels;
import io.github.slitstream.kernel.MomentRows;
import io.github.slitstream.kernel.PixelPlaces;
import io.github.slitstream.kernel.PlaneKernels;
import io.github.slitstream.kernel.PlacedRows;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.Int;
import io.github.slitstream.param.NamedConstant;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Real;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Values;
import io.github.slitstream.pattern.DelayMap;
import io.github.slitstream.pattern.Field;
import io.github.slitstream.pattern.MapDepth;
import io.github.slitstream.pattern.Pattern;
import io.github.slitstream.pattern.Patterns;
import io.github.slitstream.pattern.Shaping;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every pixel from its own moment: with delay v in frames, a = ⌊v⌋ and x = v − a, the result is (1 − x)·frame[a] +
 * x·frame[a + 1], rounded to nearest, within one grey level of exact arithmetic; along the flow both frames are read
 * where it leads ({@link Kernels#flowRow}), as far as the input's past keeps it, and a curve goes through two frames
 * more ({@link MomentKernels#cubicRow}). An exposure is the mean of several such moments, and colours may each have
 * their own ({@link MomentDelays}). Along the cameras of a rig, frame[a] is what camera a sees now: one moment, seen
 * from everywhere.
 */
public final class TimeDisplacement implements Effect {
    /** Whether all colours look at the same moment. */
    enum Colours implements NamedConstant {
        TOGETHER, APART {
            @Override
            public List<Parameter<?>> parameters() {
                return ColourDelay.PARAMETERS;
            }
        }
    }

    public static final Choice<Pattern> PATTERN = Choice.of("pattern", "Pattern", Patterns.ALL, Patterns.LINEAR,
            "Where in time each pixel looks.");
    static final Choice<TimeInterpolation> INTERPOLATION = Choice.of("interpolation", "Interpolation",
            List.of(TimeInterpolation.values()), TimeInterpolation.LINEAR, "How a moment between two frames is made.");
    static final Real SHUTTER = Real.of("shutter", "Shutter", 0, 360, 0,
            "How long each moment is exposed: 360 is the time from one frame to the next, 0 no time at all. Costs as many "
                    + "pictures as moments are averaged, one for each 45, at least two.")
            .in("°").decimals(0);
    static final Choice<Colours> COLOURS = Choice.of("colours", "Colours", List.of(Colours.values()), Colours.TOGETHER,
            "Whether blue, green and red look at the same moment. Apart costs three pictures.");

    public static final EffectType TYPE = new EffectType("time-displacement", "Time displacement",
            "Shows every pixel at its own moment of the recent past.", 1, Footprint.TEMPORAL,
            Values.defaults(parameters()), values -> parameter -> true,
            values -> values.get(PATTERN).check(values), TimeDisplacement::new)
            .offering(offers -> offers.withDelays(new DelayLegend(Optional.of(TimeReach.DEPTH), TimeReach::unit))
                    .withFlow(values -> values.get(INTERPOLATION).flow(values.get(TimeReach.ALONG).axis()))
                    .withAhead(new Lookahead(TimeReach::ahead, TimeDisplacement::farEnoughBehind))
                    .withHandlesOfOptions(PatternHandles::of)
                    .withWarmUp(warmUp()));

    private final FrameSize size;
    private final PlaneKernels planes;
    private final DelayMap map;
    private final MapDepth depth = new MapDepth();
    private final PixelPlaces places;
    private final Reading ofMap;
    private final ThreadLocal<Reading> ofRows;
    private final MomentDelays moments = new MomentDelays();
    private final ThreadLocal<Composition> composed;
    private TimeInterpolation interpolation = TimeInterpolation.LINEAR;
    private TimeReach.Along along = TimeReach.Along.TIME;
    private boolean placed;
    private @Nullable Field drawing;
    private @Nullable Field watching;
    /** Whether it was to look ahead, where nothing is. */
    private volatile boolean isBlind;
    /** Two repeats: one forwards, one backwards where repeats are mirrored. */
    private final PhaseAccumulator motion = new PhaseAccumulator(2);

    private TimeDisplacement(FrameSize size, Kernels kernels) {
        this.size = size;
        this.planes = kernels.planes();
        this.map = new DelayMap(size, planes);
        this.places = new PixelPlaces(size.width(), size.height());
        this.ofMap = new Reading(kernels, map.delays(), places);
        this.ofRows = ThreadLocal.withInitial(() -> new Reading(kernels, Delays.ofAnyRow(size.width()), places));
        this.composed = ThreadLocal.withInitial(() -> new Composition(kernels, moments, size.width(), places));
    }

    /** How rows of several moments are read. */
    private record Composition(Reading reading, ComposedRows rows) {
        Composition(Kernels kernels, MomentDelays moments, int width, PixelPlaces places) {
            this(kernels, moments, new Reading(kernels, Delays.ofAnyRow(width), places));
        }

        private Composition(Kernels kernels, MomentDelays moments, Reading shifted) {
            this(shifted, new ComposedRows(kernels.moments(), moments, shifted.delays(), shifted.elsewhere));
        }
    }

    /** How rows are read by some delays. */
    private record Reading(MomentReaders between, MomentRows elsewhere) {
        Reading(Kernels kernels, Delays delays, PixelPlaces places) {
            this(new MomentReaders(kernels, delays), new PlacedRows(kernels.moments(), delays, places));
        }

        Delays delays() {
            return between.delays();
        }
    }

    @Override
    public Optional<DelayMap> delayMap() {
        return Optional.of(map);
    }

    @Override
    public Optional<String> note() {
        if (isBlind) {
            return Optional.of("nothing ahead of now can be shown: raise Ahead");
        }
        Field pattern = map.field();
        return pattern == null ? Optional.empty() : pattern.note();
    }

    @Override
    public boolean trigger() {
        Field pattern = map.field();
        return pattern != null && pattern.trigger();
    }

    private static Values farEnoughBehind(Values values) {
        boolean isApart = values.get(COLOURS) == Colours.APART;
        return TimeReach.farEnoughBehind(values,
                frames -> isApart ? ColourDelay.furthestAhead(frames, values) : frames);
    }

    @Override
    public void prepare(FrameHistory input, ParameterValues values) {
        double phase = motion.advance(input.capturedNanos(0), values.get(Shaping.SPEED));
        interpolation = values.get(INTERPOLATION);
        along = values.get(TimeReach.ALONG);
        TimeReach.take(input, values, depth);
        isBlind = values.get(TimeReach.DEPTH) < 0 && TimeReach.ahead(values) == 0;
        describeMoments(input, values);
        map.describe(values.get(PATTERN), values, phase, depth,
                interpolation == TimeInterpolation.NEAREST && moments.areSingle());
        map.update(input);
        placed = map.place(places);
        Field pattern = map.field();
        drawing = pattern != null && pattern.draws() ? pattern : null;
        watching = pattern != null && pattern.watches() ? pattern : null;
    }

    private void describeMoments(FrameHistory input, ParameterValues values) {
        moments.expose(values.get(SHUTTER), interpolation == TimeInterpolation.NEAREST,
                along.first(input), along.frames(input).capacity() - 1);
        if (values.get(COLOURS) == Colours.TOGETHER) {
            moments.keepTogether();
            return;
        }
        for (int i = 0; i < ColourDelay.ALL.size(); i++) {
            ColourDelay colour = ColourDelay.ALL.get(i);
            moments.setApart(colour.place(), values.get(colour.scale()), values.get(colour.offset()));
        }
    }

    @Override
    public void render(FrameHistory input, Frame output, int fromRow, int toRow) {
        FrameSequence frames = along.frames(input);
        if (frames.length() == 1 && !placed) {
            // Every delay leads to now: the first picture need not wait for its map.
            long first = (long) fromRow * size.stride();
            MemorySegment.copy(input.now().pixels(), first, output.pixels(), first,
                    (long) (toRow - fromRow) * size.stride());
        } else {
            renderDisplaced(frames, output, fromRow, toRow);
        }
        for (int row = fromRow; watching != null && row < toRow; row++) {
            watching.watchRow(row, output, planes);
        }
    }

    private void renderDisplaced(FrameSequence frames, Frame output, int fromRow, int toRow) {
        if (map.moves()) {
            renderMoving(frames, output, fromRow, toRow);
        } else {
            renderStill(frames, output, fromRow, toRow);
        }
        for (int row = fromRow; drawing != null && row < toRow; row++) {
            drawing.drawRow(row, output);
        }
    }

    private void renderStill(FrameSequence frames, Frame output, int fromRow, int toRow) {
        for (int row = fromRow; row < toRow; row++) {
            map.fillRow(row);
            frames.readRow(reader(ofMap, frames), row, output);
        }
    }

    /** A row of delays at a time, which stays in the nearest cache until it is read. */
    private void renderMoving(FrameSequence frames, Frame output, int fromRow, int toRow) {
        Reading own = ofRows.get();
        for (int row = fromRow; row < toRow; row++) {
            map.writeRow(row, own.delays());
            frames.readRow(reader(own, frames), row, output);
        }
    }

    /** Between places of their own, pixels are blended: flow is known where they are, not where they are read. */
    private RowReader reader(Reading reading, FrameSequence frames) {
        if (moments.areSingle()) {
            return way(reading, frames);
        }
        Composition own = composed.get();
        return own.rows.by(way(own.reading, frames), reading.delays());
    }

    private MomentRows way(Reading reading, FrameSequence frames) {
        return placed ? reading.elsewhere : reading.between.by(interpolation, frames.hasFlow());
    }

    private static List<Parameter<?>> parameters() {
        List<Parameter<?>> all = new ArrayList<>(List.of(PATTERN, TimeReach.DEPTH));
        all.addAll(Shaping.PARAMETERS);
        all.addAll(List.of(TimeReach.ALONG, INTERPOLATION, SHUTTER, COLOURS));
        return all;
    }

    /** Rows of one delay, of few ages, of many lead to different kernels; a map that moves is filled all the time. */
    private static WarmUpValues warmUp() {
        return new WarmUpValues(
                Stream.concat(warmUp(List.of(Patterns.LINEAR, Patterns.RADIAL, Patterns.NOISE),
                        List.of(TimeInterpolation.NEAREST, TimeInterpolation.LINEAR, TimeInterpolation.FLOW)),
                        severalMoments())
                        .toList(),
                warmUp(Patterns.ALL.stream().filter(pattern -> !pattern.opensSource()).toList(),
                        List.of(TimeInterpolation.LINEAR)).toList());
    }

    private static Stream<Values> severalMoments() {
        return warmUp(List.of(Patterns.RADIAL), List.of(TimeInterpolation.CUBIC))
                .map(values -> values.with(SHUTTER, 90.0).with(COLOURS, Colours.APART));
    }

    private static Stream<Values> warmUp(List<Pattern> patterns, List<TimeInterpolation> ways) {
        Values moving = Values.defaults(parameters()).with(Shaping.SPEED, 1.0);
        return patterns.stream().flatMap(pattern -> ways.stream()
                .map(way -> moving.with(PATTERN, pattern).with(INTERPOLATION, way)));
    }
}
