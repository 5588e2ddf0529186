package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.Int;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Real;
import io.github.slitstream.param.ParameterValues;
import java.util.List;

/** The waveform at count·p + bend·sin(2π·q), where p is the linear ramp at the angle and q the one across it. */
final class Waves implements Pattern {
    static final Real ANGLE = Direction.angle("Direction in which wave follows wave; 0 points right, 90 down.");
    static final Int COUNT = Int.of("count", "Count", 1, 256, 8, "How many waves lie across the picture.").slider(1, 48)
            .logarithmic();
    static final Real BEND = Real
            .of("bend", "Bend", -4, 4, 1, "How far waves wind sideways, in waves; 0 is straight.").slider(-2, 2);
    static final Choice<Waveform> WAVEFORM = Waveform.parameter(
            "How a wave goes from now to the past and back; only saw has an edge.");

    @Override
    public String id() {
        return "waves";
    }

    @Override
    public String label() {
        return "Waves";
    }

    @Override
    public String doc() {
        return "Bands that swing from now to the past and back, straight or winding.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(ANGLE, COUNT, BEND,
                WAVEFORM);
    }

    @Override
    public Field field(FrameSize size) {
        return new Numbers(size);
    }

    private static final class Numbers implements Field {
        private final int width;
        private final Ramp along;
        private final Ramp across;
        private int count;
        private double bend;
        private Waveform waveform = WAVEFORM.defaultValue();

        Numbers(FrameSize size) {
            width = size.width();
            along = new Ramp(size);
            across = new Ramp(size);
        }

        @Override
        public void take(ParameterValues values) {
            double angle = values.get(ANGLE);
            along.turnTo(angle);
            across.turnTo(-Direction.sin(angle), Direction.cos(angle));
            count = values.get(COUNT);
            bend = values.get(BEND);
            waveform = values.get(WAVEFORM);
        }

        @Override
        public void fillRow(int row, double[] out, int first) {
            Waveform wave = waveform;
            for (int column = 0; column < width; column++) {
                double swing = bend * Sine.ofTurns(across.at(column, row));
                out[first + column] = wave.at(count * along.at(column, row) + swing);
            }
        }
    }
}
