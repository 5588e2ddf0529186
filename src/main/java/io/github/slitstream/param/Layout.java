package io.github.slitstream.param;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which declarations are in force under some chosen options.
 *
 * @param inForce by place of the id; null where only options bring it that are not chosen
 * @param parameters all that are in force, those that an option brings right behind the choice
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Layout(Declarations declarations, @Nullable Parameter<?>[] inForce, List<Parameter<?>> parameters) {

    /** @param values by place, of which only those of choices are read */
    static Layout of(Declarations declarations, @Nullable Object[] values) {
        @Nullable
        Parameter<?>[] inForce = new Parameter<?>[values.length];
        List<Parameter<?>> parameters = new ArrayList<>();
        declarations.always().forEach(parameter -> add(parameter, declarations, values, parameters));
        parameters.forEach(parameter -> inForce[declarations.place(parameter.id())] = parameter);
        return new Layout(declarations, inForce, List.copyOf(parameters));
    }

    /** A choice that has no value yet is about to get its default. */
    private static void add(Parameter<?> parameter, Declarations declarations, @Nullable Object[] values,
            List<Parameter<?>> parameters) {
        parameters.add(parameter);
        if (parameter instanceof Choice<?> choice && choice.bringsParameters()) {
            Object value = values[declarations.place(choice.id())];
            Named chosen = value == null ? choice.defaultValue() : choice.near(value);
            chosen.parameters().forEach(own -> add(own, declarations, values, parameters));
        }
    }

    /**
     * @throws IllegalArgumentException if the very declaration is not in force
     */
    @SuppressWarnings("ReferenceEquality") // nearly always the same, and asked for every picture
    int place(Parameter<?> parameter) {
        int place = declarations.place(parameter.id());
        Parameter<?> here = inForce[place];
        if (parameter == here || parameter.equals(here)) {
            return place;
        }
        throw new IllegalArgumentException(
                "this " + parameter.id() + " has no say under the options that are chosen: " + parameter.doc());
    }

    /**
     * Values of another layout as they are in this one. What was at its default goes to the default of the declaration
     * that is now in force; what was changed stays as near to what it was as that declaration allows, and is kept while
     * none is in force.
     *
     * @param values by place; null where none is in force and nothing is kept
     */
    @Nullable
    Object[] adopt(Layout before, @Nullable Object[] values) {
        @Nullable
        Object[] adopted = values.clone();
        for (int place = 0; place < values.length; place++) {
            adopted[place] = adopt(values[place], before.inForce[place], inForce[place]);
        }
        return adopted;
    }

    private static @Nullable Object adopt(@Nullable Object value, @Nullable Parameter<?> before,
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
