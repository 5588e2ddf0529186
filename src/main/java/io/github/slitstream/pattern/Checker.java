package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Int;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;
import java.util.List;

/**
 * Squares, every second of them the past: with u and v counting squares from the left upper corner and s = sin πu · sin
 * πv, the number is s ≥ 0 where edges are hard, otherwise ½ + s/(2·softness), clamped.
 */
final class Checker implements Pattern {
    static final Int COUNT = Int.of("count", "Count", 1, 256, 8, "How many squares lie along the longer side.")
            .slider(1, 48).logarithmic();
    static final Real SOFTNESS = Real.of("softness", "Softness", 0, 1, 0,
            "How far squares run into each other; 1 leaves no edge.");

    @Override
    public String id() {
        return "checker";
    }

    @Override
    public String label() {
        return "Checker";
    }

    @Override
    public String doc() {
        return "Squares of now and squares of the past, as on a chess board.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(COUNT, SOFTNESS);
    }

    @Override
    public Field field(FrameSize size) {
        return new Numbers(size);
    }

    private static final class Numbers implements Field {
        private final FrameSize size;
        private final double[] across;
        private final double[] down;
        private double softness;

        Numbers(FrameSize size) {
            this.size = size;
            this.across = new double[size.width()];
            this.down = new double[size.height()];
        }

        @Override
        public void take(ParameterValues values) {
            double squaresPerPixel = values.get(COUNT) / (double) Coordinates.longer(size);
            softness = values.get(SOFTNESS);
            swing(across, squaresPerPixel);
            swing(down, squaresPerPixel);
        }

        /** In the middle of each pixel. */
        private static void swing(double[] out, double squaresPerPixel) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Sine.ofTurns((i + 0.5) * squaresPerPixel / 2);
            }
        }

        @Override
        public void fillRow(int row, double[] out, int first) {
            double y = down[row];
            double slope = softness == 0 ? 0 : 0.5 / softness;
            for (int column = 0; column < across.length; column++) {
                double s = across[column] * y;
                double hard = s < 0 ? 0 : 1;
                out[first + column] = slope == 0 ? hard : Math.clamp(0.5 + s * slope, 0, 1);
            }
        }
    }
}
