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
    public Field field(FrameSize size) {
        return new Numbers(size);
    }

    private static final class Numbers implements Field {
        private final int width;
        private final Ramp ramp;
        private int count = 1;

        Numbers(FrameSize size) {
            width = size.width();
            ramp = new Ramp(size);
        }

        @Override
        public void take(ParameterValues values) {
            ramp.turnTo(values.get(ANGLE));
            count = values.get(COUNT);
        }

        @Override
        public void fillRow(int row, double[] out, int first) {
            int last = count - 1;
            double step = last == 0 ? 0 : 1.0 / last;
            for (int column = 0; column < width; column++) {
                int bar = Math.min(last, (int) (ramp.at(column, row) * count));
                out[first + column] = Math.min(1, bar * step);
            }
        }
    }
}
