package io.github.slitstream.param;

import java.util.List;

/**
 * A file by path, or one of a few that are built in by name.
 *
 * @param builtIn names that need no file
 * @param extensions what a file chooser offers, without the dot
 * @param use what the file is to the one who asks for it
 */
public record FileName(String id, String label, String doc, List<String> builtIn, List<String> extensions,
        String defaultValue, Use use) implements Parameter<String> {

    /** What a file is to the one who asks for it. */
    public enum Use {
        /** Read as it is. */
        READ,
        /** A map that can be painted. */
        PAINTED,
        /** Played, so that it may as well be something that is no file: a URL or a camera. */
        PLAYED
    }

    public FileName {
        builtIn = List.copyOf(builtIn);
        extensions = List.copyOf(extensions);
        Check.words(id, label, doc);
        Check.that(builtIn.contains(defaultValue), id, "the default '" + defaultValue + "' is not built in");
    }

    /** A file that is made elsewhere. */
    public FileName(String id, String label, String doc, List<String> builtIn, List<String> extensions,
            String defaultValue) {
        this(id, label, doc, builtIn, extensions, defaultValue, Use.READ);
    }

    /** The same as a map that can be painted. */
    public FileName paintable(String newDoc) {
        return new FileName(id, label, newDoc, builtIn, extensions, defaultValue, Use.PAINTED);
    }

    /** The same as something that is played. */
    public FileName played() {
        return new FileName(id, label, doc, builtIn, extensions, defaultValue, Use.PLAYED);
    }

    /** Whether it is a map that can be painted. */
    public boolean isPainted() {
        return use == Use.PAINTED;
    }

    @Override
    public FileName within(String path) {
        return new FileName(Path.id(path, id), Path.label(path, label), doc, builtIn, extensions, defaultValue,
                use);
    }

    @Override
    public String allowed() {
        return "a path (" + String.join(", ", extensions) + ")" + (use == Use.PLAYED ? ", a URL, camera:NAME" : "")
                + " or one of " + String.join(", ", builtIn);
    }

    @Override
    public String parse(String text) {
        return check(text.strip());
    }

    @Override
    public String format(String value) {
        return value;
    }

    @Override
    public String check(String value) {
        if (value.isEmpty() || value.lines().count() > 1) {
            throw BadValue.of(this, value);
        }
        return value;
    }

    @Override
    public String near(Object value) {
        return value instanceof String name ? name : defaultValue;
    }
}
