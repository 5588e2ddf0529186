package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Flag;
import io.github.slitstream.param.Int;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Real;
import java.util.List;

/**
 * What the newest picture shows: half the soft rank of its structure tensor, the mean over a window of the products of
 * the brightness gradient. That is 0 where the picture is flat, ½ on straight edges, where brightness changes one way,
 * and 1 on corners and in texture, where it changes all ways.
 */
final class Structure implements Pattern {
    static final Int SMOOTHING = Int.of("smoothing", "Smoothing", 0, StructureTensor.LARGEST_RADIUS, 6,
            "How far around each pixel the picture is looked at.").in("px");
    static final Real EPSILON = Real
            .of("epsilon", "Epsilon", 0.5, 255, 8, "How much brightness must change from pixel to pixel to count.")
            .in("levels/px").slider(0.5, 64).decimals(1).logarithmic();
    static final Flag AUTO = Flag.of("auto", "Find epsilon", true,
            "Looks for the epsilon at which the wanted share of the picture counts as textured; "
                    + "begins at the one given.");
    static final Real TEXTURED_SHARE = Real.of("textured-share", "Textured share", 0.01, 0.99, 0.35,
            "The mean of the pattern that epsilon is looked for, 1 being corners everywhere.");

    @Override
    public String id() {
        return "structure";
    }

    @Override
    public String label() {
        return "Structure";
    }

    @Override
    public String doc() {
        return "Follows the picture: flat areas are now, edges half way back, corners and texture the past.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(SMOOTHING, EPSILON, AUTO,
                TEXTURED_SHARE);
    }

    @Override
    public Field field(FrameSize size) {
        return new StructureField(size);
    }
}
