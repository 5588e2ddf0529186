package io.github.slitstream.param;

import java.util.List;
import java.util.Objects;

/** A value, key or name that is not allowed; the message names it and what is allowed, in one line. */
public final class BadValue extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public BadValue(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    static BadValue of(Parameter<?> parameter, String given) {
        return new BadValue(
                "'" + given + "' is not a value of " + parameter.id() + ": it takes " + parameter.allowed());
    }

    /**
     * A name that nothing has; the message lists those there are and says which was probably meant.
     *
     * @param kind what was looked for, such as {@code effect}
     */
    public static BadValue unknown(String kind, String given, List<String> known) {
        return unknown(kind, given, known, known);
    }

    /**
     * A name that nothing has, where there are too many names to list them.
     *
     * @param listed what the message lists instead
     */
    public static BadValue unknown(String kind, String given, List<String> known, List<String> listed) {
        return unknown(kind, given, known,
                "there " + (listed.isEmpty() ? "is none" : "are " + String.join(", ", listed)));
    }

    /** @param listing where a person finds them all */
    static BadValue unknown(String kind, String given, List<String> known, String listing) {
        return new BadValue("no " + kind + " is called '" + given + "'" + meant(given, known) + ": " + listing);
    }

    /** A question to put behind a name that nothing has; empty where none is near. */
    static String meant(String given, List<String> known) {
        return Suggestion.near(given, known).map(name -> " (did you mean '" + name + "'?)").orElse("");
    }
}
