package io.github.slitstream.param;

import java.util.List;
import java.util.Optional;

/**
 * One of several things, each with an id of its own.
 *
 * @param missing what people may look for among the options in vain
 */
public record Choice<T extends Named>(String id, String label, String doc, List<T> options, T defaultValue,
        Optional<Missing> missing) implements Parameter<T> {

    /**
     * An option that is left out.
     *
     * @param reason why, in words that stand alone
     */
    public record Missing(String option, String reason) {}

    public Choice {
        options = List.copyOf(options);
        Check.words(id, label, doc);
        Check.options(id, options);
        Check.that(options.contains(defaultValue), id,
                "the default '" + defaultValue.id() + "' is none of its options");
    }

    public static <T extends Named> Choice<T> of(String id, String label, List<T> options, T defaultValue, String doc) {
        return new Choice<>(id, label, doc, options, defaultValue, Optional.empty());
    }

    /** The same, with a word to those who look for an option that it does not have. */
    public Choice<T> without(Missing option) {
        return new Choice<>(id, label, doc, options, defaultValue, Optional.of(option));
    }

    /** Whether any of its options has parameters of its own. */
    public boolean bringsParameters() {
        return options.stream().anyMatch(option -> !option.parameters().isEmpty());
    }

    @Override
    @SuppressWarnings("unchecked") // an option is of the same class wherever it lies
    public Choice<T> within(String path) {
        return new Choice<>(Path.id(path, id), Path.label(path, label), doc,
                options.stream().map(option -> (T) option.within(path)).toList(), (T) defaultValue.within(path),
                missing);
    }

    @Override
    public String allowed() {
        return "one of " + String.join(", ", ids());
    }

    @Override
    public T parse(String text) {
        String wanted = text.strip();
        for (T option : options) {
            if (option.id().equals(wanted)) {
                return option;
            }
        }
        String reason = missing.filter(left -> left.option().equals(wanted)).map(left -> left.reason() + "; ")
                .orElse("");
        throw new BadValue("'" + text + "' is not a value of " + id + BadValue.meant(wanted, ids()) + ": " + reason
                + "it takes " + allowed());
    }

    @Override
    public String format(T value) {
        return value.id();
    }

    @Override
    public T check(T value) {
        if (options.contains(value)) {
            return value;
        }
        throw BadValue.of(this, value.id());
    }

    @Override
    public T near(Object value) {
        return options.stream().filter(option -> value instanceof Named named && option.id().equals(named.id()))
                .findFirst().orElse(defaultValue);
    }

    private List<String> ids() {
        return options.stream().map(Named::id).toList();
    }
}
