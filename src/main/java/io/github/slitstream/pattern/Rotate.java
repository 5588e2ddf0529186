package io.github.slitstream.pattern;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.PixelPlaces;
import io.github.slitstream.kernel.PlaneKernels;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;
import java.util.List;

/**
 * A plane through the cube that frames make when they lie behind one another, turned about an axis in their plane. With
 * u a pixel's signed place along a direction, −1 … 1, the number is moment + u·sin(turn)/2, clamped to 0 … 1, and the
 * pixel is read at u·cos(turn): at 0° the picture of one moment, at 90° one line of all of them.
 */
final class Rotate implements Pattern {
    static final Real ANGLE = Direction
            .angle(0, "Direction in which the picture tips into the past; 0 points right, 90 down.");
    static final Real TURN = Real.of("turn", "Turn", -360, 360, 60, "How far it is turned; at 90 it shows one line.")
            .in("°").slider(-180, 180).decimals(1);
    static final Real SPIN = Real.of("spin", "Spin", -3600, 3600, 0, "Turns on by itself; 0 stands still.").in("°/s")
            .slider(-90, 90).decimals(1);
    static final Real MOMENT = Real.of("moment", "Moment", 0, 1, 0.5, "Where in time the axis lies; 0 is now.");

    private static final double TURN_AROUND = 360;

    @Override
    public String id() {
        return "rotate";
    }

    @Override
    public String label() {
        return "Turned cube";
    }

    @Override
    public String doc() {
        return "Frames make a cube, one behind another; it is cut by a plane that turns.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(ANGLE, TURN, SPIN, MOMENT);
    }

    @Override
    public Field field(FrameSize size) {
        return new Numbers(size);
    }

    private static final class Numbers implements Field {
        private final int width;
        private final Ramp ramp;
        private final ElapsedTime time = new ElapsedTime();
        private double turn = TURN.defaultValue();
        private double spin;
        private double moment;
        private double turned;
        private double cos;
        private double sin;

        Numbers(FrameSize size) {
            width = size.width();
            ramp = new Ramp(size);
        }

        @Override
        public void take(ParameterValues values) {
            ramp.turnTo(values.get(ANGLE));
            turn = values.get(TURN);
            spin = values.get(SPIN);
            moment = values.get(MOMENT);
            aim();
        }

        @Override
        public boolean update(Frame picture, PlaneKernels kernels) {
            double seconds = time.advance(picture.capturedNanos());
            turned = (turned + spin * seconds) % TURN_AROUND;
            aim();
            return spin != 0;
        }

        private void aim() {
            cos = Direction.cos(turn + turned);
            sin = Direction.sin(turn + turned);
        }

        @Override
        public boolean place(PixelPlaces places) {
            ramp.place(cos, 0, places);
            return true;
        }

        @Override
        public void fillRow(int row, double[] out, int first) {
            for (int column = 0; column < width; column++) {
                out[first + column] = Math.clamp(moment + ramp.signed(column, row) * sin / 2, 0, 1);
            }
        }
    }
}
