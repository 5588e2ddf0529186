package io.github.slitstream.param;

/**
 * The declaration of one thing that can be tuned.
 *
 * @param <T> what a value of it is in Java
 */
public sealed interface Parameter<T> permits Numeric, Flag, Choice, Matrix, FileName, Text {
    /** How presets and the command line name it: lower case with dashes. Never changes once released. */
    String id();

    /** What its control is called. */
    String label();

    /** One sentence that says what it does. */
    String doc();

    T defaultValue();

    /** Unit behind the number, or empty. */
    default String unit() {
        return "";
    }

    /** The allowed values in words, for error messages and documentation. */
    String allowed();

    /** @throws BadValue if the text is not an allowed value */
    T parse(String text);

    /** The value as {@link #parse} reads it back. */
    String format(T value);

    /**
     * The value itself if it is allowed.
     *
     * @throws BadValue otherwise
     */
    T check(T value);

    /**
     * The same under another id, as a part of something: within {@code a}, {@code angle} is {@code a.angle}.
     *
     * @param path what it lies in, without the dot
     */
    Parameter<T> within(String path);

    /**
     * The allowed value that is nearest to one of another declaration of the same kind; the default where none is near.
     */
    T near(Object value);
}
