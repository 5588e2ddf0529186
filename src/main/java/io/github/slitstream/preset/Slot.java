package io.github.slitstream.preset;

import io.github.slitstream.effect.EffectType;
import io.github.slitstream.frame.FlowAxis;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Values;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A place in a chain and the effect in it.
 *
 * @param id names it within its preset, through every change and in files, so that whoever renders, shows or scripts a
 *     chain knows it again: lower case with dashes
 * @param enabled whether the effect takes part; one that does not keeps its values
 */
public record Slot(String id, EffectType type, boolean enabled, Values values) {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public Slot {
        if (!isId(id)) {
            throw new IllegalArgumentException("'" + id + "' is not the id of a slot");
        }
    }

    /** A new effect, on, with its defaults; the slot is called like the effect. */
    public static Slot of(EffectType type) {
        return new Slot(type.id(), type, true, type.defaults());
    }

    /** Whether an id is written as ids are. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** The wanted id, or with the first number behind it that makes it another than those taken. */
    static String freeId(String wanted, Set<String> taken) {
        String free = wanted;
        for (int number = 2; taken.contains(free); number++) {
            free = wanted + "-" + number;
        }
        return free;
    }

    Slot withId(String newId) {
        return new Slot(newId, type, enabled, values);
    }

    public Slot withEnabled(boolean on) {
        return new Slot(id, type, on, values);
    }

    public Slot withValues(Values newValues) {
        return new Slot(id, type, enabled, newValues);
    }

    /** @throws BadValue if the value is not allowed */
    public <T> Slot with(Parameter<T> parameter, T value) {
        return withValues(values.with(parameter, value));
    }

    /** Between which of the frames that come in its effect wants the flow. Allocates nothing. */
    public FlowAxis flow() {
        return type.offers().flow().apply(values);
    }

    /** Whether another is this very slot, perhaps with other values, switched on or off. */
    public boolean isPlaceOf(Slot other) {
        return id.equals(other.id) && type.equals(other.type);
    }

    /** Whether both do the same, whatever their ids. */
    public boolean rendersAs(Slot other) {
        return type.equals(other.type) && enabled == other.enabled && values.equals(other.values);
    }
}
