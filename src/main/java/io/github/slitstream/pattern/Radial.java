package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Parameter;
import java.util.List;

/** Rings around the middle: min(1, √(x² + y²)). */
final class Radial implements Pattern {
    @Override
    public String id() {
        return "radial";
    }

    @Override
    public String label() {
        return "Radial";
    }

    @Override
    public String doc() {
        return "The middle is now; the past spreads from it in circles.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of();
    }

    @Override
    public Field field(FrameSize size) {
        double[] xs = Coordinates.along(size.width());
        double[] ys = Coordinates.along(size.height());
        return (row, out, first) -> {
            double y = ys[row];
            for (int column = 0; column < xs.length; column++) {
                double x = xs[column];
                out[first + column] = Math.min(1, Math.sqrt(x * x + y * y));
            }
        };
    }
}
