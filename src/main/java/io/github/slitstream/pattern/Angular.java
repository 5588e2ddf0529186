package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Values;
import java.util.List;

/**
 * The waveform at arms·(a − angle/360° − twist·r), where a is the direction in turns in which a pixel lies from the
 * middle and r its distance from there, in halves of the longer side.
 */
final class Angular implements Pattern {
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
    public List<Parameter<?>> parameters() {
        return List.of(PatternParameters.ANGLE, PatternParameters.ARMS, PatternParameters.TWIST,
                PatternParameters.WAVEFORM);
    }

    @Override
    public Field field(FrameSize size, Values values) {
        double start = values.get(PatternParameters.ANGLE) / 360;
        int arms = values.get(PatternParameters.ARMS);
        double twist = values.get(PatternParameters.TWIST);
        Waveform waveform = values.get(PatternParameters.WAVEFORM);
        double[] xs = Coordinates.square(size.width(), size);
        double[] ys = Coordinates.square(size.height(), size);
        return (row, out, first) -> {
            double y = ys[row];
            for (int column = 0; column < xs.length; column++) {
                double x = xs[column];
                double turns = Turns.of(x, y) - start - twist * Math.sqrt(x * x + y * y);
                out[first + column] = waveform.at(arms * turns);
            }
        };
    }
}
