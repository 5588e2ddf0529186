package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Values;
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
    public void fillRow(int row, FrameSize size, Values values, double[] out) {
        double y = Coordinates.at(row, size.height());
        for (int column = 0; column < size.width(); column++) {
            double x = Coordinates.at(column, size.width());
            out[column] = Math.min(1, Math.sqrt(x * x + y * y));
        }
    }
}
