package io.github.slitstream.param;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    /** By place. */
    private final Object[] values;
    /** Of what has no say at present, by id, in its order. */
    private final SortedMap<String, Object> kept;

    private Values(Layout layout, Object[] values, SortedMap<String, Object> kept) {
        this.declarations = layout.declarations();
        this.layout = layout;
        this.values = values;
        this.kept = kept;
    }

    /**
     * Every parameter at its default.
     *
     * @throws IllegalArgumentException naming the parameter whose id is not its own
     */
    public static Values defaults(List<? extends Parameter<?>> parameters) {
        return of(Declarations.of(parameters), Parameter::defaultValue, Collections.emptySortedMap());
    }

    private static Values of(Declarations declarations, Function<Parameter<?>, Object> values,
            SortedMap<String, Object> kept) {
        Layout layout = Layout.of(declarations, values);
        return new Values(layout, layout.parameters().stream().map(values).toArray(), kept);
    }

    /** The parameters that have a say, in the order of their declaration, those of an option behind their choice. */
    public List<Parameter<?>> parameters() {
        return layout.parameters();
    }

    /** The parameters that have a say whatever is chosen. */
    public List<Parameter<?>> always() {
        return declarations.always();
    }

    /** Whether {@link #with(String, String)} takes an id, also of what has no say at present. */
    public boolean has(String id) {
        return declarations.has(id);
    }

    /**
     * What is said of an id that {@link #with(String, String)} does not take: which was probably meant, and what there
     * is.
     *
     * @param kind what was looked for, such as {@code parameter}
     * @param more what else it might have been
     */
    public BadValue unknown(String kind, String id, List<String> more) {
        return declarations.unknown(kind, id, more);
    }

    /** Declarations of what has no say at present but was changed when it had, and is kept. */
    public List<Parameter<?>> kept() {
        return kept.keySet().stream().<Parameter<?>>map(id -> declarations.find(id).declared().getFirst()).toList();
    }

    /** @throws IllegalArgumentException if the parameter has no say under the options that are chosen */
    @Override
    @SuppressWarnings("unchecked") // with() let in nothing but a T
    public <T> T get(Parameter<T> parameter) {
        return (T) values[layout.place(parameter)];
    }

    @Override
    public double get(Real parameter) {
        return (Double) values[layout.place(parameter)];
    }

    @Override
    public int get(Int parameter) {
        return (Integer) values[layout.place(parameter)];
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
        Parameter<?> inForce = layout.inForce(id);
        if (inForce == null) {
            return keeping(id, text);
        }
        try {
            return with(layout.place(inForce), inForce.parse(text));
        } catch (BadValue e) {
            throw new BadValue(e.getMessage() + Belonging.elsewhere(id, text, this));
        }
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
            if (given.layout.inForce(id) == null) {
                throw Belonging.refusal(id, given);
            }
        }
        return given;
    }

    /** Ids in the order in which they must be set: choices before what their options bring. */
    public List<String> inOrder(Collection<String> given) {
        return given.stream().sorted(Comparator.comparingInt(id -> declarations.find(id).level())).toList();
    }

    /** @throws BadValue if no parameter of that id has a say; the message lists those that have */
    public Parameter<?> parameter(String id) {
        return parameters().stream().filter(parameter -> parameter.id().equals(id)).findFirst().orElseThrow(
                () -> BadValue.unknown("parameter", id, parameters().stream().map(Parameter::id).toList()));
    }

    /** A value as text, as {@link #with(String, String)} reads it, also one that is kept. */
    @SuppressWarnings("unchecked") // with() let in nothing but a T
    public <T> String text(Parameter<T> parameter) {
        Object value = kept.get(parameter.id());
        return parameter.format((T) (value == null ? values[layout.place(parameter)] : value));
    }

    /** How many places there are: one for each parameter that has a say. */
    int size() {
        return values.length;
    }

    /** What stands at a place. */
    Object at(int place) {
        return values[place];
    }

    /** @throws IllegalArgumentException if the parameter has no say under the options that are chosen */
    int place(Parameter<?> parameter) {
        return layout.place(parameter);
    }

    private Values with(int place, Object value) {
        Object[] changed = values.clone();
        changed[place] = value;
        Values next = new Values(layout, changed, kept);
        return !(value instanceof Named) || value.equals(values[place]) ? next : next.arranged();
    }

    /** The same after another option was chosen: with what it brings, and without what only others do. */
    private Values arranged() {
        Map<String, Object> all = new HashMap<>(kept);
        for (int place = 0; place < values.length; place++) {
            all.put(layout.parameters().get(place).id(), values[place]);
        }
        Values next = of(declarations, now -> Objects.requireNonNull(
                Layout.adopted(all.get(now.id()), layout.inForce(now.id()), now)), kept);
        SortedMap<String, Object> left = new TreeMap<>();
        all.forEach((id, value) -> {
            Object stays = next.layout.inForce(id) == null
                    ? Layout.adopted(value, layout.inForce(id), null)
                    : null;
            if (stays != null) {
                left.put(id, stays);
            }
        });
        return new Values(next.layout, next.values, left);
    }

    /** Keeps a value for an option that is not chosen, as the first takes it that can. */
    private Values keeping(String id, String text) {
        List<Parameter<?>> candidates = declarations.find(id).declared();
        if (candidates.isEmpty()) {
            throw unknown("parameter", id, List.of());
        }
        SortedMap<String, Object> more = new TreeMap<>(kept);
        more.put(id, Declarations.parse(candidates, text));
        return new Values(layout, values, more);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (other == this) {
            return true;
        }
        return other instanceof Values that && Arrays.equals(values, that.values) && kept.equals(that.kept)
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
