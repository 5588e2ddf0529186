package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Real;
import io.github.slitstream.param.ParameterValues;
import java.util.List;

/** |p|, where p is the {@link Ramp} at the angle. */
final class Mirror implements Pattern {
    static final Real ANGLE = Direction.angle(
            "Direction of the line on which the past grows both ways from the middle; 0 points right, 90 down.");

    @Override
    public String id() {
        return "mirror";
    }

    @Override
    public String label() {
        return "Mirror";
    }

    @Override
    public String doc() {
        return "A line through the middle is now; the past grows away from it on both sides alike.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(ANGLE);
    }

    @Override
    public Field field(FrameSize size) {
        return new Numbers(size);
    }

    private static final class Numbers implements Field {
        private final int width;
        private final Ramp ramp;

        Numbers(FrameSize size) {
            width = size.width();
            ramp = new Ramp(size);
        }

        @Override
        public void take(ParameterValues values) {
            ramp.turnTo(values.get(ANGLE));
        }

        @Override
        public void fillRow(int row, double[] out, int first) {
            for (int column = 0; column < width; column++) {
                out[first + column] = Math.min(1, Math.abs(ramp.signed(column, row)));
            }
        }
    }
}
