package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Values;
import java.util.List;

/**
 * A ramp across the picture: (p + 1)/2 with p = (x·cos + y·sin) / (|cos| + |sin|), so that at every angle one corner or
 * side is 0 and the opposite one 1. 0° grows to the right, 90° downwards.
 */
final class Linear implements Pattern {
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
        return List.of(PatternParameters.ANGLE);
    }

    @Override
    public void fillRow(int row, FrameSize size, Values values, double[] out) {
        Direction direction = Direction.of(values.get(PatternParameters.ANGLE));
        double reach = Math.abs(direction.cos()) + Math.abs(direction.sin());
        double down = Coordinates.at(row, size.height()) * direction.sin();
        for (int column = 0; column < size.width(); column++) {
            double along = Coordinates.at(column, size.width()) * direction.cos() + down;
            out[column] = Math.clamp((along / reach + 1) / 2, 0, 1);
        }
    }
}
