package io.github.slitstream.param;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What every declaration keeps to. A bad one fails when its class loads, with a message that names it. */
final class Check {
    private static final Predicate<String> ID = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*").asMatchPredicate();

    private Check() {}

    /** @throws IllegalArgumentException naming the parameter, unless the fact holds */
    static void that(boolean holds, String id, String flaw) {
        if (!holds) {
            throw new IllegalArgumentException("parameter '" + id + "': " + flaw);
        }
    }

    static void words(String id, String label, String doc) {
        that(ID.test(id), id, "an id is lower case with dashes, and dots between the parts of a path");
        that(!label.isBlank(), id, "its label is empty");
        that(doc.endsWith("."), id, "its documentation is no sentence: '" + doc + "'");
    }

    static void range(String id, double min, double max, double low, double high, double defaultValue, Curve curve) {
        that(Double.isFinite(min) && Double.isFinite(max) && min < max, id, min + " … " + max + " is no range");
        that(low < high, id, low + " … " + high + " is no range for a slider");
        that(min <= low && high <= max, id,
                "the slider's " + low + " … " + high + " is not within " + min + " … " + max);
        that(min <= defaultValue && defaultValue <= max, id,
                "the default " + defaultValue + " is not within " + min + " … " + max);
        that(curve == Curve.LINEAR || min > 0, id, "a logarithmic range is positive, not " + min + " … " + max);
    }

    static void options(String id, List<? extends Named> options) {
        that(!options.isEmpty(), id, "it has no options");
        for (Named option : options) {
            that(ID.test(option.id()), id, "the option '" + option.id() + "' is not lower case with dashes");
            that(option.doc().isEmpty() || option.doc().endsWith("."), id,
                    "the documentation of " + option.id() + " is no sentence: '" + option.doc() + "'");
            that(!option.label().isBlank(), id, "the option '" + option.id() + "' has no label");
        }
        Set<String> ids = options.stream().map(Named::id).collect(Collectors.toSet());
        that(ids.size() == options.size(), id, "two options have one id among " + ids);
    }
}
