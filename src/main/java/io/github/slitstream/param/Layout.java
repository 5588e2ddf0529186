package io.github.slitstream.param;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which declarations are in force under some chosen options.
 *
 * @param parameters all that are in force, by place, those that an option brings right behind the choice
 * @param places by id
 */
record Layout(Declarations declarations, List<Parameter<?>> parameters, Map<String, Integer> places) {

    /** @param values of the parameters; of those of choices it is known then what they bring */
    static Layout of(Declarations declarations, Function<Parameter<?>, Object> values) {
        List<Parameter<?>> parameters = new ArrayList<>();
        declarations.always().forEach(parameter -> add(parameter, values, parameters));
        Map<String, Integer> places = new HashMap<>();
        parameters.forEach(parameter -> places.put(parameter.id(), places.size()));
        return new Layout(declarations, List.copyOf(parameters), Map.copyOf(places));
    }

    private static void add(Parameter<?> parameter, Function<Parameter<?>, Object> values,
            List<Parameter<?>> parameters) {
        parameters.add(parameter);
        if (parameter instanceof Choice<?>) {
            ((Named) values.apply(parameter)).parameters().forEach(own -> add(own, values, parameters));
        }
    }

    /** The declaration that is in force for an id, if one is. */
    @Nullable
    Parameter<?> inForce(String id) {
        Integer place = places.get(id);
        return place == null ? null : parameters.get(place);
    }

    /**
     * @throws IllegalArgumentException if the very declaration is not in force
     */
    @SuppressWarnings("ReferenceEquality") // nearly always the same, and asked for every picture
    int place(Parameter<?> parameter) {
        Integer place = places.get(parameter.id());
        if (place != null) {
            Parameter<?> here = parameters.get(place);
            if (parameter == here || parameter.equals(here)) {
                return place;
            }
        }
        throw new IllegalArgumentException("this " + parameter.id()
                + " is not declared here, or has no say under the options that are chosen: " + parameter.doc());
    }

    /**
     * What becomes of a value from one layout to another. What was at its default goes to the default of the
     * declaration that is now in force; what was changed stays as near to what it was as that declaration allows, and
     * is kept while none is in force.
     *
     * @param before what was in force, if anything; null as well where the value was kept
     * @param now what is in force
     * @return null where nothing is kept
     */
    static @Nullable Object adopted(@Nullable Object value, @Nullable Parameter<?> before,
            @Nullable Parameter<?> now) {
        if (before != null && before.equals(now)) {
            return value;
        }
        Object changed = before != null && before.defaultValue().equals(value) ? null : value;
        if (now == null) {
            return changed;
        }
        return changed == null ? now.defaultValue() : now.near(changed);
    }
}
