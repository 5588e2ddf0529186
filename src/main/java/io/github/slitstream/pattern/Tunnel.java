package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Int;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;
import java.util.List;

/**
 * Outlines of a regular polygon that grow smaller inwards, each by the same factor. With d the distance of a pixel's
 * outline from the middle, 1 where it touches the longer sides, the number is −log₂ d over the octaves shown, and may
 * turn the polygon by a twist for each octave.
 */
final class Tunnel implements CentredPattern {
    static final Int SIDES = Int.of("sides", "Sides", 3, 24, 6, "Sides of the outline.").slider(3, 12);
    static final Real ANGLE = Direction.angle("Direction of the middle of one side; 0 points right, 90 down.");
    static final Real LENGTH = Real.of("length", "Length", 0.5, 12, 3,
            "How often the outline halves until it reaches the past.").slider(1, 8);
    static final Real TWIST = Real.of("twist", "Twist", -2, 2, 0.05, "By how much it turns from each size to its half.")
            .in("turns").slider(-0.5, 0.5);

    private static final double PER_LN2 = 1.4426950408889634;
    private static final double LEAST_DISTANCE = 1e-6;

    @Override
    public String id() {
        return "tunnel";
    }

    @Override
    public String label() {
        return "Tunnel";
    }

    @Override
    public String doc() {
        return "Outlines of a shape move inward, each smaller and older than the one around it.";
    }

    @Override
    public List<Parameter<?>> ownParameters() {
        return List.of(SIDES, ANGLE, LENGTH, TWIST);
    }

    @Override
    public Field field(FrameSize size) {
        return new Numbers(size);
    }

    private static final class Numbers extends CentredField {
        private int sides = SIDES.defaultValue();
        private double start;
        private double octaves = LENGTH.defaultValue();
        private double twist;

        Numbers(FrameSize size) {
            super(size);
        }

        @Override
        public void take(ParameterValues values) {
            super.take(values);
            sides = values.get(SIDES);
            start = values.get(ANGLE) / 360;
            octaves = values.get(LENGTH);
            twist = values.get(TWIST);
        }

        @Override
        public void fillRow(int row, double[] out, int first) {
            CentredPlaces places = places();
            double y = places.y(row);
            for (int column = 0; column < places.width(); column++) {
                double x = places.x(column);
                double distance = Math.max(LEAST_DISTANCE, Math.sqrt(x * x + y * y));
                double halvings = Polynomials.log(distance) * PER_LN2;
                double turns = (AngleTable.of(x, y) - start + twist * halvings) * sides;
                double fromSide = Math.abs(turns - Math.rint(turns)) / sides;
                double inward = -(halvings + Polynomials.log(Sine.ofTurns(0.25 - fromSide)) * PER_LN2);
                out[first + column] = Math.clamp(inward / octaves, 0, 1);
            }
        }
    }
}
