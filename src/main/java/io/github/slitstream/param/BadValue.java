package io.github.slitstream.param;

/** A value, key or name that is not allowed; the message names it and what is allowed, in one line. */
public final class BadValue extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public BadValue(String message) {
        super(message);
    }

    static BadValue of(Parameter<?> parameter, String given) {
        return new BadValue(
                "'" + given + "' is not a value of " + parameter.id() + ": it takes " + parameter.allowed());
    }
}
