package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.PixelPlaces;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;
import java.util.List;

/**
 * One line of every frame, side by side, as in a photo finish. With s a pixel's place along a direction, 0 … 1 as
 * {@link Linear} has it, and e where the newest line enters, the number is |s − e|/max(e, 1 − e), and every pixel is
 * read where s is the slit's place.
 */
final class Slit implements Pattern {
    static final Real ANGLE = Direction.angle(0, "Direction in which lines move away; 0 points right, 90 down.");
    static final Real SLIT = Real.of("slit", "Slit", 0, 1, 0.5,
            "Where frames are seen through the slit, along the direction.");
    static final Real ENTRY = Real.of("entry", "Entry", 0, 1, 0,
            "Where the newest line enters; between the edges lines move away to both sides.");

    @Override
    public String id() {
        return "slit";
    }

    @Override
    public String label() {
        return "Slit";
    }

    @Override
    public String doc() {
        return "One line of every frame, moving away side by side, as in a photo finish.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(ANGLE, SLIT, ENTRY);
    }

    @Override
    public Field field(FrameSize size) {
        return new Numbers(size);
    }

    private static final class Numbers implements Field {
        private final int width;
        private final Ramp ramp;
        private double slit = SLIT.defaultValue();
        private double entry;

        Numbers(FrameSize size) {
            width = size.width();
            ramp = new Ramp(size);
        }

        @Override
        public void take(ParameterValues values) {
            ramp.turnTo(values.get(ANGLE));
            slit = values.get(SLIT);
            entry = values.get(ENTRY);
        }

        @Override
        public boolean place(PixelPlaces places) {
            ramp.place(0, 2 * slit - 1, places);
            return true;
        }

        @Override
        public void fillRow(int row, double[] out, int first) {
            double longest = Math.max(entry, 1 - entry);
            for (int column = 0; column < width; column++) {
                out[first + column] = Math.min(1, Math.abs(ramp.at(column, row) - entry) / longest);
            }
        }
    }
}
