package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.param.Named;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import java.util.List;
import java.util.Optional;

/**
 * A picture of delays: one number per pixel, 0 = now … 1 = the oldest moment that the depth allows, before the shaping
 * that all patterns share. A pattern keeps no state: the same size and values give the same numbers on every machine
 * and thread.
 */
public interface Pattern extends Named {
    /** One sentence that says what it looks like. */
    @Override
    String doc();

    /** What it reads, beside the {@link Shaping} that all patterns share. */
    @Override
    List<Parameter<?>> parameters();

    /**
     * Finds out, before the values are played, whether what they name is there. Whoever takes values over from a
     * person, a preset or a command line calls this; it may read files, so never on the render thread.
     *
     * @param values of {@link #parameters()}, perhaps among others
     * @throws BadValue if a file they name cannot be used
     */
    default void check(ParameterValues values) {}

    /** What it is made of under some values, if it is made of other patterns. */
    default List<PatternPart> parts(ParameterValues values) {
        return List.of();
    }

    /** Its middle, if that can be moved under some values. */
    default Optional<Centre> centre(ParameterValues values) {
        return Optional.empty();
    }

    /** Whether it opens a source, which is not done only to get kernels compiled. */
    default boolean opensSource() {
        return false;
    }

    /** Works out everything that depends on the size alone. Its numbers mean nothing before it takes values. */
    Field field(FrameSize size);

    /** A field that has taken values, as {@link Field#take} does. */
    default Field field(FrameSize size, ParameterValues values) {
        Field field = field(size);
        field.take(values);
        return field;
    }
}
