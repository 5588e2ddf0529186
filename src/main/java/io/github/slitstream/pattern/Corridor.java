package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.NamedConstant;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;
import java.util.List;
import java.util.Optional;

/**
 * Walls that run away from the viewer. With d the distance from where they meet, 1 at the border of a picture in whose
 * middle that is, and e the width of the slit there, the number is (1/max(d, e) − 1)/(1/e − 1): as far away as a wall
 * looks that far from the middle.
 */
final class Corridor implements Pattern {
    /** How many walls there are. */
    enum Walls implements NamedConstant {
        ONE("One, as a floor"), TWO("Two, one on each side"), FOUR("Four, all around");

        private final String label;

        Walls(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    private static final CentredOption<Walls> TWO = CentredOption.plain(Walls.TWO);
    static final Choice<CentredOption<Walls>> WALLS = Choice.of("walls", "Walls",
            List.of(CentredOption.plain(Walls.ONE), TWO,
                    CentredOption.centred(Walls.FOUR, CentredPlaces.PARAMETERS)),
            TWO, "How many walls run away from the viewer.");
    static final Real ANGLE = Direction
            .angle("Direction in which one wall or two come nearer; 0 points right, 90 down; four stand straight.");
    static final Real SLIT = Real.of("slit", "Slit", 0.01, 0.9, 0.12,
            "Width of the slit far away, where walls meet; the narrower, the longer is the corridor.")
            .slider(0.02, 0.5).logarithmic();

    @Override
    public String id() {
        return "corridor";
    }

    @Override
    public String label() {
        return "Corridor";
    }

    @Override
    public String doc() {
        return "Walls run away from the viewer into the past, as at the end of a space film.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(WALLS, ANGLE, SLIT);
    }

    @Override
    public Optional<Centre> centre(ParameterValues values) {
        return values.get(WALLS).constant() == Walls.FOUR ? Optional.of(Centre.OF_PATTERN) : Optional.empty();
    }

    @Override
    public Field field(FrameSize size) {
        return new Numbers(size);
    }

    private static final class Numbers implements Field {
        private final CentredPlaces places;
        private final Ramp ramp;
        private Walls walls = Walls.TWO;
        private double slit = SLIT.defaultValue();

        Numbers(FrameSize size) {
            places = new CentredPlaces(Coordinates.along(size.width()), Coordinates.along(size.height()));
            ramp = new Ramp(size);
        }

        @Override
        public void take(ParameterValues values) {
            walls = values.get(WALLS).constant();
            if (walls == Walls.FOUR) {
                places.take(values);
            }
            slit = values.get(SLIT);
            ramp.turnTo(values.get(ANGLE));
        }

        @Override
        public void fillRow(int row, double[] out, int first) {
            double scale = 1 / (1 / slit - 1);
            for (int column = 0; column < places.width(); column++) {
                double nearness = Math.clamp(distance(column, row), slit, 1);
                out[first + column] = Math.clamp((1 / nearness - 1) * scale, 0, 1);
            }
        }

        private double distance(int column, int row) {
            return switch (walls) {
                case ONE -> ramp.at(column, row);
                case TWO -> Math.abs(ramp.signed(column, row));
                case FOUR -> Math.max(Math.abs(places.x(column)), Math.abs(places.y(row)));
            };
        }
    }
}
