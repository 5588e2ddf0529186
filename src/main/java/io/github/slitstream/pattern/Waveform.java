package io.github.slitstream.pattern;

import io.github.slitstream.param.Choice;
import io.github.slitstream.param.NamedConstant;
import java.util.List;

/** How a wave goes from now to the past and back. */
public enum Waveform implements NamedConstant {
    SINE {
        @Override
        public double at(double waves) {
            return Math.clamp(0.5 - 0.5 * Sine.ofTurns(waves + 0.25), 0, 1);
        }
    },
    TRIANGLE {
        @Override
        public double at(double waves) {
            return 1 - Math.abs(2 * (waves - Math.floor(waves)) - 1);
        }
    },
    SAW {
        @Override
        public double at(double waves) {
            return waves - Math.floor(waves);
        }
    };

    static Choice<Waveform> parameter(String doc) {
        return Choice.of("waveform", "Waveform", List.of(values()), SINE, doc);
    }

    /**
     * @param waves how many waves have gone by; whole numbers are now
     * @return 0 … 1
     */
    public abstract double at(double waves);
}
