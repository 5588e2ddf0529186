package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Values;
import java.util.List;

/** The waveform at count·p + bend·sin(2π·q), where p is the linear ramp at the angle and q the one across it. */
final class Waves implements Pattern {
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
        return List.of(PatternParameters.ANGLE, PatternParameters.COUNT, PatternParameters.BEND,
                PatternParameters.WAVEFORM);
    }

    @Override
    public Field field(FrameSize size, Values values) {
        int width = size.width();
        int count = values.get(PatternParameters.COUNT);
        double bend = values.get(PatternParameters.BEND);
        Waveform waveform = values.get(PatternParameters.WAVEFORM);
        Direction direction = Direction.of(values.get(PatternParameters.ANGLE));
        Ramp along = new Ramp(size, direction);
        Ramp across = new Ramp(size, direction.perpendicular());
        return (row, out, first) -> {
            for (int column = 0; column < width; column++) {
                double swing = bend * Sine.ofTurns(across.at(column, row));
                out[first + column] = waveform.at(count * along.at(column, row) + swing);
            }
        };
    }
}
