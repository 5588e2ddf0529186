package io.github.slitstream.pattern;

import io.github.slitstream.param.Choice;
import io.github.slitstream.param.Int;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;
import java.util.List;

/**
 * Declares what may be done to a part of a {@link Mix} before it is mixed, in this order: its numbers are read
 * elsewhere, softened, and quantised.
 */
final class PartShape {
    private static final Choice<PartWarp> WARP = Choice.of("warp", "Warp", PartWarp.ALL, PartWarp.NONE,
            "Where the part is read, before it is mixed.");
    private static final Real SOFTEN = Real
            .of("soften", "Soften", 0, 25, 0, "How far the part is blurred, as a share of the longer side.").in("%")
            .slider(0, 10);
    private static final Int STEPS = Int
            .of("steps", "Steps", 1, 64, 1, "In how many steps the part goes from now to the past; 1 is smooth.")
            .slider(1, 16);

    private final Choice<PartWarp> warp;
    private final Real soften;
    private final Int steps;

    /** @param path of the part within its mix */
    PartShape(String path) {
        warp = WARP.within(path);
        soften = SOFTEN.within(path);
        steps = STEPS.within(path);
    }

    List<Parameter<?>> parameters() {
        return List.of(warp, soften, steps);
    }

    /** The chosen warp as it is declared here, whose parameters these values know. */
    PartWarp warp(ParameterValues values) {
        String chosen = values.get(warp).id();
        for (int i = 0; i < warp.options().size(); i++) {
            if (warp.options().get(i).id().equals(chosen)) {
                return warp.options().get(i);
            }
        }
        throw new IllegalStateException("no warp is called " + chosen);
    }

    static double number(Parameter<?> ofWarp, ParameterValues values) {
        return switch (ofWarp) {
            case Real real -> values.get(real);
            case Int whole -> values.get(whole);
            default -> throw new IllegalStateException(ofWarp.id() + " is no number");
        };
    }

    /** Radius of the blur as a share of the longer side. */
    double softening(ParameterValues values) {
        return values.get(soften) / 100;
    }

    /** 1 is no quantising. */
    int steps(ParameterValues values) {
        return values.get(steps);
    }
}
