package io.github.slitstream.effect;

import io.github.slitstream.param.Values;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * The pace of time of an effect that is played by keys: 1 as it comes, 0 stands still, below 0 runs back, above 1
 * catches up with now.
 *
 * @param pace under some values; 1 where something else than a pace says how time runs
 * @param setter the values under which it runs at another
 * @param now the values under which it catches up with now and stays there
 */
public record Tempo(ToDoubleFunction<Values> pace, Setter setter, UnaryOperator<Values> now) {
    /** Changes values so that time runs at a pace. */
    @FunctionalInterface
    public interface Setter {
        Values at(Values values, double pace);
    }
}
