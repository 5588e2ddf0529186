package io.github.slitstream.cli;

import io.github.slitstream.effect.Effects;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.param.Values;
import io.github.slitstream.preset.Slot;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * An effect in one word: {@code ID} or {@code ID:key=value,key=value}. A value may hold commas: only one before a key
 * ends it.
 */
final class EffectSpec {
    private static final String BEFORE_A_KEY = ",(?=\\s*[a-z0-9-]+\\s*=)";

    private EffectSpec() {}

    /** @throws BadValue if effect, key or value is not known */
    static Slot parse(String text) {
        int colon = text.indexOf(':');
        Slot settings = Slot
                .of(Effects.byId((colon < 0 ? text : text.substring(0, colon)).strip()));
        String rest = colon < 0 ? "" : text.substring(colon + 1);
        return rest.isBlank() ? settings : settings.withValues(parse(settings.values(), rest));
    }

    private static Values parse(Values defaults, String pairs) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String pair : pairs.split(BEFORE_A_KEY, -1)) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                throw new BadValue("'" + pair.strip() + "' is not a setting: write key=value");
            }
            texts.put(pair.substring(0, equals).strip(), pair.substring(equals + 1));
        }
        Values values = defaults;
        for (String key : defaults.inOrder(texts.keySet())) {
            values = values.with(key, Objects.requireNonNull(texts.get(key)));
        }
        return values;
    }
}
