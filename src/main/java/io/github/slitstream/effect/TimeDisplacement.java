package io.github.slitstream.effect;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Delays;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.PackedFrames;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.Named;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Real;
import io.github.slitstream.param.Values;
import io.github.slitstream.pattern.DelayMap;
import io.github.slitstream.pattern.Pattern;
import io.github.slitstream.pattern.PatternParameters;
import io.github.slitstream.pattern.Patterns;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Every pixel from its own moment: with delay v in frames, a = ⌊v⌋ and x = v − a, the result is (1 − x)·frame[a] +
 * x·frame[a + 1], rounded to nearest, within one grey level of exact arithmetic. Along the cameras of a rig, frame[a]
 * is what camera a sees now: one moment, seen from everywhere.
 */
public final class TimeDisplacement implements Effect {
    /** How a moment between two frames is made. */
    public enum Interpolation implements Named {
        NEAREST("nearest", "Nearest frame"), LINEAR("linear", "Blend of two frames");

        private final String id;
        private final String label;

        Interpolation(String id, String label) {
            this.id = id;
            this.label = label;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** What the depth is measured in. */
    public enum DepthUnit implements Named {
        FRAMES("frames", "Frames"), SECONDS("seconds", "Seconds");

        private final String id;
        private final String label;

        DepthUnit(String id, String label) {
            this.id = id;
            this.label = label;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** What the pattern runs along. */
    public enum Along implements Named {
        TIME("time", "Time"), CAMERAS("cameras", "Cameras of a rig");

        private final String id;
        private final String label;

        Along(String id, String label) {
            this.id = id;
            this.label = label;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String label() {
            return label;
        }
    }

    public static final Choice<Pattern> PATTERN = Choice.of("pattern", "Pattern", Patterns.ALL, Patterns.LINEAR,
            "Where in time each pixel looks.");
    public static final Real DEPTH = Real
            .of("depth", "Depth", 0, 2000, 0, "How far back the pattern reaches; 0 is the whole ring, or all cameras.")
            .slider(0, 120).decimals(1);
    public static final Choice<DepthUnit> DEPTH_UNIT = Choice.of("depth-unit", "Depth in", List.of(DepthUnit.values()),
            DepthUnit.FRAMES, "Whether depth counts frames, now included, or seconds of capture time.");
    public static final Choice<Along> ALONG = Choice.of("along", "Along", List.of(Along.values()), Along.TIME,
            "Whether the pattern runs back in time or, in the newest moment, from the first camera of a rig to the last; depth"
                    + " then counts cameras. Without a rig, and behind other effects, there is one camera.");
    public static final Choice<Interpolation> INTERPOLATION = Choice.of("interpolation", "Interpolation",
            List.of(Interpolation.values()), Interpolation.LINEAR, "How a moment between two frames is made.");

    public static final EffectType TYPE = new EffectType("time-displacement", "Time displacement",
            "Shows every pixel at its own moment of the recent past.", 1, Footprint.TEMPORAL,
            Values.defaults(parameters()), TimeDisplacement::relevant,
            values -> values.get(PATTERN).check(values), TimeDisplacement::new);

    private final Kernels kernels;
    private final FrameSize size;
    private final DelayMap map;
    private long[] ageOffsets = new long[0];
    private boolean blend;
    /** Whether the past is one frame, so that every delay leads there: the first picture need not wait for its map. */
    private boolean nothingButNow;
    /** Two repeats: one forwards, one backwards where repeats are mirrored. */
    private final Clockwork motion = new Clockwork(2);

    private TimeDisplacement(FrameSize size, Kernels kernels) {
        this.size = size;
        this.kernels = kernels;
        this.map = new DelayMap(size);
    }

    /** The map as last rendered, for those who want to show it. */
    public DelayMap map() {
        return map;
    }

    /**
     * The delay in frames, counted back from now or on from the first camera, that a pattern of 1 gives under these
     * values.
     */
    private static double deepest(FrameHistory input, Values values) {
        double depth = values.get(DEPTH);
        int last = steps(input, values) - 1;
        if (depth == 0) {
            return last;
        }
        boolean inSeconds = values.get(ALONG) == Along.TIME && values.get(DEPTH_UNIT) == DepthUnit.SECONDS;
        return Math.clamp(inSeconds ? input.ageOf(depth) : depth - 1, 0, last);
    }

    /** How many frames the pattern can reach. */
    private static int steps(FrameHistory input, Values values) {
        return switch (values.get(ALONG)) {
            case TIME -> input.capacity();
            case CAMERAS -> input.views();
        };
    }

    @Override
    public void prepare(FrameHistory input, Values values) {
        double phase = motion.advance(input.capturedNanos(0), values.get(PatternParameters.SPEED));
        Interpolation interpolation = values.get(INTERPOLATION);
        blend = interpolation == Interpolation.LINEAR;
        map.describe(values.get(PATTERN), values, phase, deepest(input, values), !blend);
        map.look(input.now());
        int steps = steps(input, values);
        if (ageOffsets.length != steps + 1) {
            ageOffsets = new long[steps + 1];
        }
        boolean alongCameras = values.get(ALONG) == Along.CAMERAS;
        nothingButNow = input.length() == 1 && !alongCameras && !input.isPacked();
        for (int step = 0; step <= steps; step++) {
            ageOffsets[step] = alongCameras ? input.offset(0, step) : input.offset(step, 0);
        }
    }

    @Override
    public void render(FrameHistory input, Frame output, int fromRow, int toRow) {
        if (nothingButNow) {
            long first = (long) fromRow * size.stride();
            MemorySegment.copy(input.memory(), ageOffsets[0] + first, output.pixels(), first,
                    (long) (toRow - fromRow) * size.stride());
            return;
        }
        Delays delays = map.delays();
        for (int row = fromRow; row < toRow; row++) {
            map.fillRow(row);
            long at = (long) row * size.stride();
            if (input.isPacked()) {
                kernels.displacePackedRow(input.memory(), ageOffsets, delays, row, PackedFrames.luma(size, row),
                        PackedFrames.chroma(size, row), output.pixels(), at);
            } else if (delays.isUniform(row)) {
                uniformRow(input, output, delays.ofPixels()[delays.firstPixel(row)], at);
            } else if (blend) {
                kernels.displaceRow(input.memory(), ageOffsets, delays, row, at, output.pixels(), at);
            } else {
                kernels.pickRow(input.memory(), ageOffsets, delays, row, at, output.pixels(), at);
            }
        }
    }

    private void uniformRow(FrameHistory input, Frame output, int delay, long at) {
        int age = delay >> Kernels.DELAY_BITS;
        int weight = delay & (Kernels.ONE_FRAME - 1);
        if (weight == 0) {
            MemorySegment.copy(input.memory(), ageOffsets[age] + at, output.pixels(), at, size.stride());
        } else {
            kernels.blendRow(input.memory(), ageOffsets[age] + at, input.memory(), ageOffsets[age + 1] + at, weight,
                    output.pixels(), at, size.width());
        }
    }

    private static List<Parameter<?>> parameters() {
        List<Parameter<?>> all = new ArrayList<>(List.of(PATTERN, DEPTH));
        all.addAll(PatternParameters.ALL);
        all.addAll(List.of(DEPTH_UNIT, ALONG, INTERPOLATION));
        return all;
    }

    /** A pattern's own parameters matter only while that pattern is chosen; cameras are not counted in seconds. */
    private static Predicate<Parameter<?>> relevant(Values values) {
        List<Parameter<?>> own = values.get(PATTERN).parameters();
        boolean alongCameras = values.get(ALONG) == Along.CAMERAS;
        return parameter -> own.contains(parameter) || PatternParameters.SHAPING.contains(parameter)
                || !(PatternParameters.ALL.contains(parameter) || (alongCameras && parameter.equals(DEPTH_UNIT)));
    }
}
