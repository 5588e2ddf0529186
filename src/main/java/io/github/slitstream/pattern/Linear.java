package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Real;
import java.util.List;

/** A ramp across the picture: (p + 1)/2, where p is the {@link Ramp} at the angle. */
final class Linear implements Pattern {
    static final Real ANGLE = Direction.angle("Direction in which time runs; 0 points right, 90 down.");

    @Override
    public String id() {
        return "linear";
    }

    @Override
    public String label() {
        return "Linear";
    }

    @Override
    public String doc() {
        return "A straight ramp from now to the past, as in a slit-scan.";
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
                out[first + column] = ramp.at(column, row);
            }
        }
    }
}
