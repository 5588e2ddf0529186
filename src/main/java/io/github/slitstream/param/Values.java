package io.github.slitstream.param;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Immutable values of a fixed list of parameters, and of those that the chosen options bring. Reading one allocates
 * nothing.
 *
 * <p>
 * Whoever goes from one option to another finds what was at its default at the default of the new one; what was changed
 * stays, as near as the new one allows, under every id that both bring. What only options bring that are not chosen is
 * kept until one is chosen that brings it.
 */
public final class Values implements ParameterValues {
    private final Declarations declarations;
    private final Layout layout;
    private final @Nullable Object[] values;

    private Values(Layout layout, @Nullable Object[] values) {
        this.declarations = layout.declarations();
        this.layout = layout;
        this.values = values;
    }

    /**
     * Every parameter at its default.
     *
     * @throws IllegalArgumentException naming the parameter whose id is not its own
     */
    public static Values defaults(List<? extends Parameter<?>> parameters) {
        Declarations declarations = Declarations.of(parameters);
        @Nullable
        Object[] values = new Object[declarations.ids().size()];
        parameters.forEach(parameter -> values[declarations.place(parameter.id())] = parameter.defaultValue());
        Layout layout = Layout.of(declarations, values);
        for (Parameter<?> parameter : layout.parameters()) {
            values[declarations.place(parameter.id())] = parameter.defaultValue();
        }
        return new Values(layout, values);
    }

    /** The parameters that have a say, in the order of their declaration, those of an option behind their choice. */
    public List<Parameter<?>> parameters() {
        return layout.parameters();
    }

    /** The parameters that have a say whatever is chosen. */
    public List<Parameter<?>> always() {
        return declarations.always();
    }

    /** Everything that {@link #with(String, String)} takes, also what has no say at present. */
    public List<String> ids() {
        return declarations.ids();
    }

    /** Declarations of what has no say at present but was changed when it had, and is kept. */
    public List<Parameter<?>> kept() {
        return IntStream.range(0, values.length)
                .filter(place -> layout.inForce()[place] == null && values[place] != null)
                .<Parameter<?>>mapToObj(place -> declarations.first(place)).toList();
    }

    /** @throws IllegalArgumentException if the parameter has no say under the options that are chosen */
    @Override
    @SuppressWarnings("unchecked") // with() let in nothing but a T
    public <T> T get(Parameter<T> parameter) {
        return (T) Objects.requireNonNull(values[layout.place(parameter)]);
    }

    @Override
    public double get(Real parameter) {
        return (Double) Objects.requireNonNull(values[layout.place(parameter)]);
    }

    @Override
    public int get(Int parameter) {
        return (Integer) Objects.requireNonNull(values[layout.place(parameter)]);
    }

    /**
     * @throws BadValue if the value is not allowed
     * @throws IllegalArgumentException if the parameter has no say under the options that are chosen
     */
    public <T> Values with(Parameter<T> parameter, T value) {
        return with(layout.place(parameter), parameter.check(value));
    }

    /**
     * The same with one value read from text.
     *
     * @throws BadValue if there is no such parameter or the text is not a value of it
     */
    public Values with(String id, String text) {
        if (!declarations.has(id)) {
            throw BadValue.unknown("parameter", id, ids(), listed());
        }
        int place = declarations.place(id);
        Parameter<?> inForce = layout.inForce()[place];
        return inForce == null ? keeping(place, text) : with(place, inForce.parse(text));
    }

    /**
     * The same with values read from texts that somebody gives together, in whatever order.
     *
     * @param texts by id
     * @throws BadValue as {@link #with(String, String)} does, and if one has no say under the options that are then
     *     chosen; the message names what these take
     */
    public Values with(Map<String, String> texts) {
        Values given = this;
        for (String id : inOrder(texts.keySet())) {
            given = given.with(id, Objects.requireNonNull(texts.get(id)));
        }
        for (String id : texts.keySet()) {
            if (given.layout.inForce()[declarations.place(id)] == null) {
                throw Belonging.refusal(id, given);
            }
        }
        return given;
    }

    /** Without those of parts, which are many and go by the same names. */
    private List<String> listed() {
        return ids().stream().filter(id -> id.indexOf('.') < 0).toList();
    }

    /** Ids in the order in which they must be set: choices before what their options bring. */
    public List<String> inOrder(Collection<String> given) {
        return given.stream().sorted(Comparator.comparingInt(declarations::level)).toList();
    }

    /** @throws BadValue if no parameter of that id has a say; the message lists those that have */
    public Parameter<?> parameter(String id) {
        return parameters().stream().filter(parameter -> parameter.id().equals(id)).findFirst().orElseThrow(
                () -> BadValue.unknown("parameter", id, parameters().stream().map(Parameter::id).toList()));
    }

    /** A value as text, as {@link #with(String, String)} reads it. */
    @SuppressWarnings("unchecked") // with() let in nothing but a T
    public <T> String text(Parameter<T> parameter) {
        return parameter.format((T) Objects.requireNonNull(values[declarations.place(parameter.id())]));
    }

    /** How many places there are: one for each id, also of what has no say at present. */
    int size() {
        return values.length;
    }

    /** What stands at a place, if anything. */
    @Nullable
    Object at(int place) {
        return values[place];
    }

    /** @throws IllegalArgumentException if the parameter has no say under the options that are chosen */
    int place(Parameter<?> parameter) {
        return layout.place(parameter);
    }

    private Values with(int place, Object value) {
        @Nullable
        Object[] changed = values.clone();
        changed[place] = value;
        if (!(value instanceof Named) || value.equals(values[place])) {
            return new Values(layout, changed);
        }
        Layout next = Layout.of(declarations, changed);
        return new Values(next, next.adopt(layout, changed));
    }

    /** Keeps a value for an option that is not chosen, as the first takes it that can. */
    private Values keeping(int place, String text) {
        @Nullable
        Object[] changed = values.clone();
        changed[place] = declarations.parse(place, text);
        return new Values(layout, changed);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (other == this) {
            return true;
        }
        return other instanceof Values that && Arrays.equals(values, that.values)
                && declarations.always().equals(that.declarations.always());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return parameters().stream().map(parameter -> parameter.id() + "=" + text(parameter))
                .collect(Collectors.joining(","));
    }
}
