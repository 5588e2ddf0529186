package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Int;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;
import java.util.List;

/**
 * A linear ramp in n moments with ordered dither: ⌊t·(n − 1) + b⌋/(n − 1), where b is Bayer's matrix of 8×8, whose
 * numbers 1/128, 3/128 … 127/128 lie as far from their likes as can be.
 */
final class Dither implements Pattern {
    static final Real ANGLE = Direction.angle("Direction in which moment follows moment; 0 points right, 90 down.");
    static final Int COUNT = Int.of("count", "Count", 2, 64, 4, "How many moments there are.").slider(2, 16);
    static final Int CELL = Int.of("cell", "Grain", 1, 64, 3, "Side of a grain.").in("px").slider(1, 24);

    private static final int SIDE = 8;

    @Override
    public String id() {
        return "dither";
    }

    @Override
    public String label() {
        return "Dither";
    }

    @Override
    public String doc() {
        return "A few moments that dissolve into each other grain by grain, as greys do in print.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(ANGLE, COUNT, CELL);
    }

    @Override
    public Field field(FrameSize size) {
        return new Numbers(size);
    }

    /**
     * Bits of column and row woven into each other, the lowest first: where a grain comes in the order of its block.
     */
    static double threshold(int column, int row) {
        int order = 0;
        for (int bit = 1; bit < SIDE; bit <<= 1) {
            int differs = (column & bit) == 0 == ((row & bit) == 0) ? 0 : 1;
            order = 4 * order + 2 * differs + ((row & bit) == 0 ? 0 : 1);
        }
        return (order + 0.5) / (SIDE * SIDE);
    }

    private static final class Numbers implements Field {
        private final int width;
        private final Ramp ramp;
        private final double[] thresholds = new double[SIDE * SIDE];
        private int last = 1;
        private int cell = 1;

        Numbers(FrameSize size) {
            width = size.width();
            ramp = new Ramp(size);
            for (int i = 0; i < thresholds.length; i++) {
                thresholds[i] = threshold(i % SIDE, i / SIDE);
            }
        }

        @Override
        public void take(ParameterValues values) {
            ramp.turnTo(values.get(ANGLE));
            last = values.get(COUNT) - 1;
            cell = values.get(CELL);
        }

        @Override
        public void fillRow(int row, double[] out, int first) {
            int line = row / cell % SIDE * SIDE;
            for (int column = 0; column < width; column++) {
                double b = thresholds[line + column / cell % SIDE];
                out[first + column] = Math.min(last, Math.floor(ramp.at(column, row) * last + b)) / last;
            }
        }
    }
}
