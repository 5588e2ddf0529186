package io.github.slitstream.effect;

import io.github.slitstream.frame.FlowAxis;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSequence;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.Int;
import io.github.slitstream.param.NamedConstant;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;
import io.github.slitstream.param.Values;
import io.github.slitstream.pattern.MapDepth;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Along what a time displacement looks, and how far. */
final class TimeReach {
    /** What the depth is measured in. */
    enum DepthUnit implements NamedConstant {
        FRAMES, SECONDS
    }

    /** What the pattern runs along. */
    enum Along implements NamedConstant {
        TIME {
            @Override
            public List<Parameter<?>> parameters() {
                return List.of(DEPTH_UNIT, AHEAD);
            }

            @Override
            FlowAxis axis() {
                return FlowAxis.MOMENTS;
            }

            @Override
            FrameSequence frames(FrameHistory input) {
                return input.around();
            }

            @Override
            int first(FrameHistory input) {
                return input.ahead();
            }
        },
        CAMERAS {
            @Override
            public String label() {
                return "Cameras of a rig";
            }

            @Override
            FlowAxis axis() {
                return FlowAxis.VIEWS;
            }

            @Override
            FrameSequence frames(FrameHistory input) {
                return input.views();
            }

            @Override
            int first(FrameHistory input) {
                return 0;
            }
        };

        /** Between which of a ring's frames that is. */
        abstract FlowAxis axis();

        /** All the frames that it runs along. */
        abstract FrameSequence frames(FrameHistory input);

        /** Place among them where the delay is 0. */
        abstract int first(FrameHistory input);
    }

    static final Real DEPTH = Real
            .of("depth", "Depth", -2000, 2000, 0,
                    "How far back the pattern reaches, or below 0, into what will happen; 0 is the whole ring, or all cameras.")
            .slider(0, 120).decimals(1);
    static final Choice<DepthUnit> DEPTH_UNIT = Choice.of("depth-unit", "Depth in", List.of(DepthUnit.values()),
            DepthUnit.FRAMES, "Whether depth counts frames, now included, or seconds of capture time.");
    static final Int AHEAD = Int.of("ahead", "Ahead", 0, 1999, 0,
            "How many frames the picture stays behind the newest, so that a depth below 0 has something to show: live it "
                    + "comes so much later. A render sees to that by itself.")
            .in("frames").slider(0, 60);
    static final Choice<Along> ALONG = Choice.of("along", "Along", List.of(Along.values()), Along.TIME,
            "Whether the pattern runs back in time or, in the newest moment, from the first camera of a rig "
                    + "to the last; depth then counts cameras. Without a rig, and behind other effects, there is one camera.");

    private TimeReach() {}

    static DelayUnit unit(ParameterValues values) {
        if (values.get(ALONG) == Along.CAMERAS) {
            return DelayUnit.CAMERAS;
        }
        return values.get(DEPTH_UNIT) == DepthUnit.SECONDS ? DelayUnit.SECONDS : DelayUnit.FRAMES;
    }

    /** By how many frames the picture stays behind. */
    static int ahead(ParameterValues values) {
        return values.get(ALONG) == Along.TIME ? values.get(AHEAD) : 0;
    }

    /**
     * The values under which the picture stays as far behind as the depth reaches ahead: a frame more, for moments that
     * are made of those around them.
     *
     * @param furthest how many frames ahead it looks at most under a depth of so many
     */
    static Values farEnoughBehind(Values values, DoubleUnaryOperator furthest) {
        double depth = values.get(DEPTH);
        if (values.get(ALONG) != Along.TIME || depth >= 0) {
            return values;
        }
        if (unit(values) == DelayUnit.SECONDS) {
            return values.with(AHEAD, AHEAD.max()); // how many frames that is, only their times tell
        }
        return values.with(AHEAD, (int) Math.clamp(Math.ceil(furthest.applyAsDouble(-depth)), 0, AHEAD.max()));
    }

    /** Tells how far a pattern of 1 leads. Allocates nothing. */
    static void take(FrameHistory input, ParameterValues values, MapDepth depth) {
        double asked = values.get(DEPTH);
        if (asked != 0 && unit(values) == DelayUnit.SECONDS) {
            depth.takeSeconds(input, asked);
            return;
        }
        // now, or the first camera, counts as well
        double frames = asked == 0 ? Integer.MAX_VALUE : Math.copySign(Math.max(0, Math.abs(asked) - 1), asked);
        if (values.get(ALONG) == Along.CAMERAS) {
            depth.takeFrames(frames, 0, 0, input.views().capacity() - 1);
        } else {
            depth.takeFrames(frames, input.ahead(), input.around().capacity() - input.capacity(),
                    input.capacity() - 1);
        }
    }
}
