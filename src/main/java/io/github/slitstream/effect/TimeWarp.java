package io.github.slitstream.effect;

import io.github.slitstream.frame.FlowAxis;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSequence;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Delays;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.MomentRows;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.NamedConstant;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;
import io.github.slitstream.param.Values;
import io.github.slitstream.pattern.Waveform;
import java.util.Arrays;
import java.util.List;

/**
 * Time runs at a pace of its own: the whole picture is a moment between now and the oldest frame, made as between any
 * two frames. At speed v the moment falls behind by 1 − v seconds a second; where the ring ends it goes on as late as
 * that, and where it has caught up it stays with now. By a curve it lies as far back as that says. Told to be now, it
 * catches up and stays.
 */
final class TimeWarp implements Effect {
    /** What says how time runs. */
    enum Pace implements NamedConstant {
        SPEED {
            @Override
            public List<Parameter<?>> parameters() {
                return List.of(TimeWarp.SPEED);
            }
        },
        CURVE {
            @Override
            public List<Parameter<?>> parameters() {
                return List.of(WAVEFORM, PERIOD, REACH);
            }
        },
        NOW
    }

    static final Real SPEED = Real.of("speed", "Speed", -4, 8, 1,
            "1 is as it comes, 0 stands still, below 0 runs back, above 1 catches up with now, as far as the ring reaches.")
            .slider(-1, 3).decimals(2);
    static final Choice<Waveform> WAVEFORM = Choice.of("waveform", "Curve", List.of(Waveform.values()), Waveform.SINE,
            "How far the picture lies back in the course of a period.");
    static final Real PERIOD = Real.of("period", "Period", 0.1, 600, 4, "How long the curve takes.").in("s")
            .slider(0.5, 20).logarithmic();
    static final Real REACH = Real
            .of("reach", "Reach", 0, 600, 1.5, "How far back it goes at most, as far as the ring reaches.").in("s")
            .slider(0, 5);
    private static final Choice<Pace> PACE = Choice.of("pace", "Pace", List.of(Pace.values()), Pace.CURVE,
            "What says how time runs: a speed that is played, a curve that comes again and again, or now, with which it "
                    + "catches up.");
    private static final Choice<TimeInterpolation> INTERPOLATION = Choice.of("interpolation", "Interpolation",
            List.of(TimeInterpolation.values()), TimeInterpolation.FLOW, "How a moment between two frames is made.");

    static final EffectType TYPE = EffectType
            .of("time-warp", "Time warp", "Slows time down, stops it, runs it back and catches up.",
                    Footprint.TEMPORAL, List.of(PACE, INTERPOLATION), TimeWarp::new)
            .offering(offers -> offers.withFlow(values -> values.get(INTERPOLATION).flow(FlowAxis.MOMENTS))
                    .withTempo(new Tempo(TimeWarp::pace, TimeWarp::atPace, values -> values.with(PACE, Pace.NOW)))
                    .withWarmUp(warmUp()));

    private static final double NANOS = 1e9;
    /** The speed at which it becomes now again. */
    private static final double CATCHING_UP = 4;

    private final MomentReaders readers;
    private final PhaseAccumulator cycle = new PhaseAccumulator(1);
    private TimeInterpolation interpolation = TimeInterpolation.FLOW;
    private double secondsBack;
    private long lastNanos = Long.MIN_VALUE;

    private static double pace(Values values) {
        return values.get(PACE) == Pace.SPEED ? values.get(SPEED) : 1;
    }

    private static Values atPace(Values values, double pace) {
        return values.with(PACE, Pace.SPEED).with(SPEED, pace);
    }

    private TimeWarp(FrameSize size, Kernels kernels) {
        readers = new MomentReaders(kernels, Delays.ofAnyRow(size.width()));
    }

    @Override
    public void prepare(FrameHistory input, ParameterValues values) {
        interpolation = values.get(INTERPOLATION);
        long now = input.capturedNanos(0);
        double passed = lastNanos == Long.MIN_VALUE ? 0 : Math.max(0, now - lastNanos) / NANOS;
        lastNanos = now;
        double wanted = switch (values.get(PACE)) {
            case SPEED -> secondsBack + (1 - values.get(SPEED)) * passed;
            case NOW -> secondsBack + (1 - CATCHING_UP) * passed;
            case CURVE -> values.get(REACH) * values.get(WAVEFORM).at(cycle.advance(now, 1 / values.get(PERIOD)));
        };
        double oldest = Math.max(0, input.secondsAt(input.length() - 1)); // where time jumps back, frames are not in
                                                                          // order
        secondsBack = Math.clamp(wanted, 0, oldest);
        lookBack(input.ageOf(secondsBack));
    }

    private void lookBack(double age) {
        int delay = (int) Math.rint(age * Kernels.ONE_FRAME);
        boolean isWhole = interpolation == TimeInterpolation.NEAREST;
        int half = Kernels.ONE_FRAME / 2;
        Arrays.fill(readers.delays().ofPixels(), isWhole ? (delay + half) & -Kernels.ONE_FRAME : delay);
        readers.delays().summarise(0);
    }

    @Override
    public void render(FrameHistory input, Frame output, int fromRow, int toRow) {
        FrameSequence frames = input.moments();
        MomentRows rows = readers.by(interpolation, frames.hasFlow());
        for (int row = fromRow; row < toRow; row++) {
            frames.readRow(rows, row, output);
        }
    }

    private static WarmUpValues warmUp() {
        Values defaults = Values.defaults(List.of(PACE, INTERPOLATION));
        return new WarmUpValues(List.of(defaults), List.of(defaults.with(INTERPOLATION, TimeInterpolation.CUBIC)));
    }
}
