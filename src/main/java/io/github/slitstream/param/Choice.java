package io.github.slitstream.param;

import java.util.List;

/** One of several things, each with an id of its own. */
public record Choice<T extends Named>(String id, String label, String doc, List<T> options, T defaultValue)
        implements
            Parameter<T> {

    public Choice {
        options = List.copyOf(options);
        Check.words(id, label, doc);
        Check.options(id, options);
        Check.that(options.contains(defaultValue), id,
                "the default '" + defaultValue.id() + "' is none of its options");
    }

    public static <T extends Named> Choice<T> of(String id, String label, List<T> options, T defaultValue, String doc) {
        return new Choice<>(id, label, doc, options, defaultValue);
    }

    /** Whether any of its options has parameters of its own. */
    public boolean bringsParameters() {
        return options.stream().anyMatch(option -> !option.parameters().isEmpty());
    }

    @Override
    @SuppressWarnings("unchecked") // an option is of the same class wherever it lies
    public Choice<T> within(String path) {
        return new Choice<>(Path.id(path, id), Path.label(path, label), doc,
                options.stream().map(option -> (T) option.within(path)).toList(), (T) defaultValue.within(path));
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
        throw new BadValue(
                "'" + text + "' is not a value of " + id + BadValue.meant(wanted, ids()) + ": it takes " + allowed());
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
