package io.github.slitstream.param;

import java.util.Locale;

/**
 * An option that is a constant of an enum, named as the constant is: {@code MOTION_BLUR} is {@code motion-blur}, and
 * people read "Motion blur". Where they should read something else, the enum overrides {@link #label}.
 */
public interface NamedConstant extends Named {
    /** The constant's name; every enum has it. */
    String name();

    @Override
    default String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    default String label() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
