package io.github.slitstream.pattern;

import io.github.slitstream.param.Int;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;
import java.util.Objects;

/**
 * The values of a nested pattern, as it would have them by itself. Those of a mix within a mix are looked up in the
 * outermost values as well, whose declarations know the whole path. Reading a number allocates nothing.
 */
final class NestedValues implements ParameterValues {
    private final ParameterValues outermost;
    private final NestedPattern nested;

    private NestedValues(ParameterValues outermost, NestedPattern nested) {
        this.outermost = outermost;
        this.nested = nested;
    }

    /** @param values of the pattern around it */
    static NestedValues of(ParameterValues values, NestedPattern nested) {
        return new NestedValues(outermost(values), nested);
    }

    /** Whether it is made of these very values. */
    boolean shows(ParameterValues values, NestedPattern of) {
        return outermost.equals(values) && nested.equals(of);
    }

    /** Those that know whole paths. */
    static ParameterValues outermost(ParameterValues values) {
        return values instanceof NestedValues within ? within.outermost : values;
    }

    @Override
    @SuppressWarnings("unchecked") // what lies within has the type it had
    public <T> T get(Parameter<T> parameter) {
        return (T) outermost.get(outer(parameter));
    }

    @Override
    public double get(Real parameter) {
        return outermost.get((Real) outer(parameter));
    }

    @Override
    public int get(Int parameter) {
        return outermost.get((Int) outer(parameter));
    }

    private Parameter<?> outer(Parameter<?> own) {
        return Objects.requireNonNull(nested.byOwnId().get(own.id()), own.id());
    }
}
