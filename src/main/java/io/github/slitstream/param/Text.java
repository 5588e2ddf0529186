package io.github.slitstream.param;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A line of text that has to keep to a syntax. Examples have names, which {@link #parse} takes for their text.
 *
 * @param examples texts that are worth a try
 */
public record Text(String id, String label, String doc, Syntax syntax, List<Example> examples,
        String defaultValue) implements Parameter<String> {

    /** A text under a name. */
    public record Example(String id, String label, String text) {}

    public Text {
        examples = List.copyOf(examples);
        Check.words(id, label, doc);
        Set<String> ids = examples.stream().map(Example::id).collect(Collectors.toSet());
        Check.that(ids.size() == examples.size(), id, "two examples have one id among " + ids);
        for (Example example : examples) {
            Check.that(syntax.flaw(example.text()).isEmpty(), id, "the example " + example.id() + " has a flaw: "
                    + syntax.flaw(example.text()).map(Syntax.Flaw::words).orElse(""));
        }
        Check.that(syntax.flaw(defaultValue).isEmpty(), id, "the default has a flaw");
    }

    @Override
    public Text within(String path) {
        return new Text(Path.id(path, id), Path.label(path, label), doc, syntax, examples, defaultValue);
    }

    @Override
    public String allowed() {
        return syntax.allowed() + ", or one of "
                + examples.stream().map(Example::id).collect(Collectors.joining(", "));
    }

    /** Line breaks are blanks. */
    @Override
    public String parse(String text) {
        String line = text.strip().replaceAll("\\R", " ");
        return check(examples.stream().filter(example -> example.id().equals(line)).map(Example::text).findFirst()
                .orElse(line));
    }

    @Override
    public String format(String value) {
        return value;
    }

    @Override
    public String check(String value) {
        Optional<Syntax.Flaw> flaw = syntax.flaw(value);
        if (flaw.isPresent()) {
            throw new BadValue(id + ": " + flaw.get().words()
                    + BadValue.meant(value, examples.stream().map(Example::id).toList()));
        }
        return value;
    }

    @Override
    public String near(Object value) {
        return value instanceof String text && syntax.flaw(text).isEmpty() ? text : defaultValue;
    }
}
