package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Values;
import java.util.List;

/**
 * What the newest picture shows: half the soft rank of its structure tensor, the mean over a window of the products of
 * the brightness gradient. That is 0 where the picture is flat, ½ on straight edges, where brightness changes one way,
 * and 1 on corners and in texture, where it changes all ways.
 */
final class Structure implements Pattern {
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
        return List.of(PatternParameters.SMOOTHING, PatternParameters.EPSILON, PatternParameters.AUTO,
                PatternParameters.TEXTURED_SHARE);
    }

    @Override
    public Field field(FrameSize size, Values values) {
        return new StructureField(size, values);
    }
}
