package io.github.slitstream.effect;

import io.github.slitstream.param.Choice;
import io.github.slitstream.param.NamedConstant;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Real;
import io.github.slitstream.param.Values;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where an effect is seen, by the delay map of the last effect before it in the chain that has one. With the amount k
 * and a pixel that looks back a share m of the depth, the effect counts there as 1 − k·(1 − m) where the past is masked
 * in, as 1 − k·m where now is; the rest is the picture as it came. The chain sees to it, so that effects know nothing
 * of it.
 */
public enum DelayMask implements NamedConstant {
    OFF {
        @Override
        public List<Parameter<?>> parameters() {
            return List.of();
        }
    },
    NEAR,
    FAR;

    /** What is said where no map is there. */
    public static final String NO_MAP = "the mask does nothing, the effect is seen everywhere: put a time displacement "
            + "before it that is on, or switch the mask off";
    /** What is said where what came and what became of it are of different sizes. */
    public static final String OTHER_SIZE = "the mask does nothing, since the picture gets another size: keep the size, "
            + "or switch the mask off";

    public static final Real AMOUNT = Real.of("mask-amount", "Mask amount", 0, 1, 1,
            "How much the mask takes away; 0 is nothing.");
    public static final Choice<DelayMask> MASK = Choice.of("mask", "Mask", List.of(values()), OFF,
            "Where it is seen, by the delay map of the last time displacement before it: everywhere, near now or far "
                    + "back. Without one before it, everywhere. A map of another size is stretched.");

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(AMOUNT);
    }

    static Values addedTo(Values defaults) {
        return Values.defaults(Stream.concat(defaults.always().stream(), Stream.of(MASK)).toList());
    }
}
