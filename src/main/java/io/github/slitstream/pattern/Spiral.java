package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.Int;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;
import java.util.List;

/**
 * The waveform at arms·a − tightness·log₂ r, where a is the direction in turns in which a pixel lies from the middle
 * and r its distance from there, in halves of the longer side: a logarithmic spiral, which looks the same from near and
 * far.
 */
final class Spiral implements CentredPattern {
    static final Int ARMS = Int.of("arms", "Arms", 0, 64, 2, "How many arms wind in; 0 is rings.").slider(0, 12);
    static final Real TIGHTNESS = Real.of("tightness", "Tightness", -16, 16, 1.5,
            "How often an arm passes between a distance and half of it; below 0 it winds the other way.")
            .slider(-6, 6);
    static final Choice<Waveform> WAVEFORM = Waveform.parameter(
            "How an arm goes from now to the past and back; only saw has an edge.");

    /** Nearer to the middle arms are finer than pixels. */
    private static final double LEAST_DISTANCE = 1e-4;
    private static final double PER_LN2 = 1.4426950408889634;

    @Override
    public String id() {
        return "spiral";
    }

    @Override
    public String label() {
        return "Spiral";
    }

    @Override
    public String doc() {
        return "Arms wind into the middle, ever tighter, as in a shell.";
    }

    @Override
    public List<Parameter<?>> ownParameters() {
        return List.of(ARMS, TIGHTNESS, WAVEFORM);
    }

    @Override
    public Field field(FrameSize size) {
        return new Numbers(size);
    }

    private static final class Numbers extends CentredField {
        private int arms;
        private double tightness;
        private Waveform waveform = WAVEFORM.defaultValue();

        Numbers(FrameSize size) {
            super(size);
        }

        @Override
        public void take(ParameterValues values) {
            super.take(values);
            arms = values.get(ARMS);
            tightness = values.get(TIGHTNESS);
            waveform = values.get(WAVEFORM);
        }

        @Override
        public void fillRow(int row, double[] out, int first) {
            Waveform wave = waveform;
            CentredPlaces places = places();
            double y = places.y(row);
            for (int column = 0; column < places.width(); column++) {
                double x = places.x(column);
                double octaves = Polynomials.log(Math.max(LEAST_DISTANCE, Math.sqrt(x * x + y * y))) * PER_LN2;
                out[first + column] = wave.at(arms * AngleTable.of(x, y) - tightness * octaves);
            }
        }
    }
}
