package io.github.slitstream.effect;

import io.github.slitstream.param.Choice;
import io.github.slitstream.param.Flag;
import io.github.slitstream.param.Int;
import io.github.slitstream.param.NamedConstant;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;
import java.util.List;

/** Gamma, then few steps, then the negative, of all channels or of one. */
final class Levels {
    /** Which channels change. */
    enum Channel implements NamedConstant {
        ALL(-1), RED(2), GREEN(1), BLUE(0);

        private final int index;

        Channel(int index) {
            this.index = index;
        }

        boolean includes(int channel) {
            return this == ALL || index == channel;
        }
    }

    private static final Real GAMMA = Real
            .of("gamma", "Gamma", 0.1, 10, 1, "Bends the tones: above 1 middle tones get lighter, below 1 darker.")
            .slider(0.2, 5).logarithmic();
    private static final Int STEPS = Int
            .of("steps", "Steps", 2, 256, 256, "How many levels are left of each channel; 256 keeps all.")
            .logarithmic();
    private static final Flag NEGATIVE = Flag.of("negative", "Negative", false, "Swaps light and dark.");
    private static final Choice<Channel> CHANNEL = Choice.of("channel", "Channel", List.of(Channel.values()),
            Channel.ALL, "Which channels change.");

    static final EffectType TYPE = PointEffect.byLevel("levels", "Levels",
            "Gamma, posterizing to few steps, and the negative.",
            List.of(GAMMA, STEPS, NEGATIVE, CHANNEL), Levels::level);

    private static final double BRIGHTEST = 255;

    private Levels() {}

    private static double level(ParameterValues values, int channel, int level) {
        if (!values.get(CHANNEL).includes(channel)) {
            return level;
        }
        // Math, as StrictMath.pow allocates at every call.
        double bent = Math.pow(level / BRIGHTEST, 1 / values.get(GAMMA));
        double last = values.get(STEPS) - 1.0;
        double stepped = Math.rint(bent * last) / last;
        return BRIGHTEST * (values.get(NEGATIVE) ? 1 - stepped : stepped);
    }
}
