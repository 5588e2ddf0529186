package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.Int;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;
import java.util.List;

/**
 * The waveform at arms·(a − angle/360° − twist·r), where a is the direction in turns in which a pixel lies from the
 * middle and r its distance from there, in halves of the longer side.
 */
final class Angular implements CentredPattern {
    static final Real ANGLE = Direction.angle("Direction in which the first arm begins; 0 points right, 90 down.");
    static final Int ARMS = Int.of("arms", "Arms", 1, 64, 3, "How many arms go around the middle.").slider(1, 16);
    static final Real TWIST = Real
            .of("twist", "Twist", -8, 8, 0.4, "How far arms wind on their way out; 0 is straight, + clockwise.")
            .in("turns").slider(-2, 2);
    static final Choice<Waveform> WAVEFORM = Waveform.parameter(
            "How an arm goes from now to the past and back; only saw has an edge.");

    @Override
    public String id() {
        return "angular";
    }

    @Override
    public String label() {
        return "Angular";
    }

    @Override
    public String doc() {
        return "Time sweeps around the middle, in straight or spiral arms.";
    }

    @Override
    public List<Parameter<?>> ownParameters() {
        return List.of(ANGLE, ARMS, TWIST, WAVEFORM);
    }

    @Override
    public Field field(FrameSize size) {
        return new Numbers(size);
    }

    private static final class Numbers extends CentredField {
        private double start;
        private int arms;
        private double twist;
        private Waveform waveform = WAVEFORM.defaultValue();

        Numbers(FrameSize size) {
            super(size);
        }

        @Override
        public void take(ParameterValues values) {
            super.take(values);
            start = values.get(ANGLE) / 360;
            arms = values.get(ARMS);
            twist = values.get(TWIST);
            waveform = values.get(WAVEFORM);
        }

        @Override
        public void fillRow(int row, double[] out, int first) {
            Waveform wave = waveform;
            CentredPlaces places = places();
            double y = places.y(row);
            for (int column = 0; column < places.width(); column++) {
                double x = places.x(column);
                double turns = AngleTable.of(x, y) - start - twist * Math.sqrt(x * x + y * y);
                out[first + column] = wave.at(arms * turns);
            }
        }
    }
}
