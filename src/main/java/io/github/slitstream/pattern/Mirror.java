package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Real;
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

    private static final class Numbers extends RampField {
        Numbers(FrameSize size) {
            super(ANGLE, size);
        }

        @Override
        public void fillRow(int row, double[] out, int first) {
            Ramp ramp = ramp();
            for (int column = 0; column < width(); column++) {
                out[first + column] = Math.min(1, Math.abs(ramp.signed(column, row)));
            }
        }
    }
}
