package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Int;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Real;
import io.github.slitstream.param.ParameterValues;
import java.util.List;

/**
 * A linear ramp in n steps: min(n − 1, ⌊n·t⌋) / (n − 1), so that the first bar is 0 and the last 1; a single bar is 0.
 */
final class Bars implements Pattern {
    static final Real ANGLE = Direction.angle("Direction in which bar follows bar; 0 points right, 90 down.");
    static final Int COUNT = Int.of("count", "Count", 1, 256, 8, "How many bars lie side by side.").slider(1, 48)
            .logarithmic();

    @Override
    public String id() {
        return "bars";
    }

    @Override
    public String label() {
        return "Bars";
    }

    @Override
    public String doc() {
        return "Straight bars, each of them a moment of its own.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(ANGLE, COUNT);
    }

    @Override
    public Field field(FrameSize size, ParameterValues values) {
        int width = size.width();
        int count = values.get(COUNT);
        int last = count - 1;
        double step = last == 0 ? 0 : 1.0 / last;
        Ramp ramp = new Ramp(size, Direction.of(values.get(ANGLE)));
        return (row, out, first) -> {
            for (int column = 0; column < width; column++) {
                int bar = Math.min(last, (int) (ramp.at(column, row) * count));
                out[first + column] = Math.min(1, bar * step);
            }
        };
    }
}
