package io.github.slitstream.effect;

import io.github.slitstream.param.Flag;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;
import java.util.List;

/** Black below a level of luma (BT.709) and white above, with a ramp from one to the other as wide as the softness. */
final class Threshold {
    private static final Real LEVEL = Real.of("level", "Level", 0, 255, 128, "What is lighter gets white.")
            .in("levels").decimals(0);
    private static final Real SOFTNESS = Real.of("softness", "Softness", 0, 255, 16, "How wide the step is.")
            .in("levels").slider(0, 128).decimals(0);
    private static final Flag NEGATIVE = Flag.of("negative", "Negative", false, "Swaps black and white.");

    static final EffectType TYPE = PointEffect.byGreyLevel("threshold", "Threshold",
            "Black below a level, white above.", List.of(LEVEL, SOFTNESS, NEGATIVE), Threshold::level);

    private static final double WHITE = 255;

    private Threshold() {}

    private static double level(ParameterValues values, int channel, int level) {
        double above = level - values.get(LEVEL);
        double softness = values.get(SOFTNESS);
        double share = softness == 0 ? above >= 0 ? 1 : 0 : Math.clamp(above / softness + 0.5, 0, 1);
        return WHITE * (values.get(NEGATIVE) ? 1 - share : share);
    }
}
