package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Int;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import java.util.List;

/** Every pixel its own number, all equally likely. */
final class Noise implements Pattern {
    static final Int SEED = Hash.seed("Another number gives every pixel another moment.");

    @Override
    public String id() {
        return "noise";
    }

    @Override
    public String label() {
        return "Pixel noise";
    }

    @Override
    public String doc() {
        return "Every pixel is a random moment of its own.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(SEED);
    }

    @Override
    public Field field(FrameSize size) {
        return new Numbers(size.width());
    }

    private static final class Numbers implements Field {
        private final int width;
        private long seed;

        Numbers(int width) {
            this.width = width;
        }

        @Override
        public void take(ParameterValues values) {
            seed = values.get(SEED);
        }

        @Override
        public void fillRow(int row, double[] out, int first) {
            long own = seed;
            for (int column = 0; column < width; column++) {
                out[first + column] = Hash.unit(own, column, row);
            }
        }
    }
}
