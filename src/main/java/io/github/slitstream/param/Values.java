package io.github.slitstream.param;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Immutable values of a fixed list of parameters. Reading one allocates nothing. */
public final class Values {
    private final List<Parameter<?>> parameters;
    private final Map<String, Integer> positions;
    private final Object[] values;

    private Values(List<Parameter<?>> parameters, Map<String, Integer> positions, Object[] values) {
        this.parameters = parameters;
        this.positions = positions;
        this.values = values;
    }

    /** Every parameter at its default. */
    public static Values defaults(List<? extends Parameter<?>> parameters) {
        Map<String, Integer> positions = new HashMap<>();
        for (Parameter<?> parameter : parameters) {
            if (positions.put(parameter.id(), positions.size()) != null) {
                throw new IllegalArgumentException("two parameters are called " + parameter.id());
            }
        }
        Object[] values = parameters.stream().map(Parameter::defaultValue).toArray();
        return new Values(List.copyOf(parameters), Map.copyOf(positions), values);
    }

    /** The parameters in the order of their declaration. */
    public List<Parameter<?>> parameters() {
        return parameters;
    }

    @SuppressWarnings("unchecked") // with() let in nothing but a T
    public <T> T get(Parameter<T> parameter) {
        return (T) values[position(parameter.id())];
    }

    /** @throws BadValue if the value is not allowed */
    public <T> Values with(Parameter<T> parameter, T value) {
        Object[] changed = values.clone();
        changed[position(parameter.id())] = parameter.check(value);
        return new Values(parameters, positions, changed);
    }

    /**
     * The same with one value read from text.
     *
     * @throws BadValue if there is no such parameter or the text is not a value of it
     */
    public Values with(String id, String text) {
        return withParsed(parameter(id), text);
    }

    /** @throws BadValue if there is no parameter of that id; the message lists those there are */
    public Parameter<?> parameter(String id) {
        Integer position = positions.get(id);
        if (position == null) {
            throw BadValue.unknown("parameter", id, parameters.stream().map(Parameter::id).toList());
        }
        return parameters.get(position);
    }

    /** A value as text, as {@link #with(String, String)} reads it. */
    public <T> String text(Parameter<T> parameter) {
        return parameter.format(get(parameter));
    }

    private <T> Values withParsed(Parameter<T> parameter, String text) {
        return with(parameter, parameter.parse(text));
    }

    private int position(String id) {
        Integer position = positions.get(id);
        if (position == null) {
            throw new IllegalArgumentException("parameter " + id + " is not declared here");
        }
        return position;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (other == this) {
            return true;
        }
        return other instanceof Values that && parameters.equals(that.parameters) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return parameters.stream().map(parameter -> parameter.id() + "=" + text(parameter))
                .collect(Collectors.joining(","));
    }
}
