package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import java.util.List;

/** Rings around the middle: min(1, √(x² + y²)). */
final class Radial implements CentredPattern {
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
    public List<Parameter<?>> ownParameters() {
        return List.of();
    }

    @Override
    public Field field(FrameSize size) {
        return new Numbers(size);
    }

    private static final class Numbers implements Field {
        private final CentredPlaces places;

        Numbers(FrameSize size) {
            places = new CentredPlaces(Coordinates.along(size.width()), Coordinates.along(size.height()));
        }

        @Override
        public void take(ParameterValues values) {
            places.take(values);
        }

        @Override
        public void fillRow(int row, double[] out, int first) {
            double y = places.y(row);
            for (int column = 0; column < places.width(); column++) {
                double x = places.x(column);
                out[first + column] = Math.min(1, Math.sqrt(x * x + y * y));
            }
        }
    }
}
