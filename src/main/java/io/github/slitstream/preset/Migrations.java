package io.github.slitstream.preset;

import io.github.slitstream.effect.EffectType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * How effects that were written by an older Slitstream are read: one step for each time that the meaning of an effect's
 * parameters changed.
 */
record Migrations(List<Step> steps) {
    /** Every change so far. */
    static final Migrations KNOWN = new Migrations(List.of());

    /**
     * One change of meaning.
     *
     * @param effect id of the effect
     * @param from the version that it reads; it writes the next one
     * @param change gives the keys and texts of the next version for those of this one
     */
    record Step(String effect, int from, UnaryOperator<Map<String, Text>> change) {}

    /**
     * A value as it stands in a file.
     *
     * @param line counted from 1
     */
    record Text(String value, int line) {}

    Migrations {
        steps = List.copyOf(steps);
    }

    /**
     * The keys and texts as the current version of an effect means them.
     *
     * @param version that wrote them, 1 … {@code type.version()}
     */
    Map<String, Text> toCurrent(EffectType type, int version, Map<String, Text> written) {
        Map<String, Text> texts = written;
        for (int from = version; from < type.version(); from++) {
            texts = step(type, from).change().apply(new LinkedHashMap<>(texts));
        }
        return texts;
    }

    private Step step(EffectType type, int from) {
        return steps.stream().filter(step -> step.effect().equals(type.id()) && step.from() == from).findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        type.id() + " has no migration from version " + from + " to " + (from + 1)));
    }
}
