package io.github.slitstream.effect;

import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Real;
import java.util.List;

/**
 * A point on the picture of an effect, to be pulled there instead of being given as two numbers.
 *
 * @param name what people call it, such as {@code Top left corner}
 * @param x 0 at the left edge of the picture, 1 at the right
 * @param y 0 at the upper edge, 1 at the lower
 */
public record Handle(String name, Real x, Real y) {
    List<Parameter<?>> parameters() {
        return List.of(x, y);
    }
}
