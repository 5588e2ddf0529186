package io.github.slitstream.preset;

import io.github.slitstream.effect.EffectType;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Values;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One effect in a chain.
 *
 * @param key tells two of a kind apart and stays through every change, so that whoever renders or shows a chain knows
 *     its effects again after they were tuned or moved; not kept in files
 * @param enabled whether it takes part; one that does not keeps its values
 */
public record EffectSettings(long key, EffectType type, boolean enabled, Values values) {
    private static final AtomicLong KEYS = new AtomicLong();

    /** A new effect, on, with its defaults. */
    public static EffectSettings of(EffectType type) {
        return new EffectSettings(KEYS.incrementAndGet(), type, true, type.defaults());
    }

    public EffectSettings withEnabled(boolean on) {
        return new EffectSettings(key, type, on, values);
    }

    public EffectSettings withValues(Values newValues) {
        return new EffectSettings(key, type, enabled, newValues);
    }

    /** @throws BadValue if the value is not allowed */
    public <T> EffectSettings with(Parameter<T> parameter, T value) {
        return withValues(values.with(parameter, value));
    }

    /** Whether both do the same, whatever their keys. */
    public boolean looksLike(EffectSettings other) {
        return type.equals(other.type) && enabled == other.enabled && values.equals(other.values);
    }
}
