package io.github.slitstream.effect;

import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Values;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/**
 * How an effect shows what will happen: its pictures stay behind what comes in.
 *
 * @param frames by how many frames they do under some values; allocates nothing
 * @param enough the values under which they stay so far behind that nothing is missing of what is to come
 */
public record Lookahead(ToIntFunction<ParameterValues> frames, UnaryOperator<Values> enough) {
    /** Nothing is shown but what has happened. */
    static final Lookahead NONE = new Lookahead(values -> 0, values -> values);
}
