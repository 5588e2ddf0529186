package io.github.slitstream.cli;

import io.github.slitstream.effect.Effects;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.preset.Slot;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An effect in one word: {@code ID} or {@code ID:key=value,key=value}. A value may hold commas: only one before a key
 * ends it. In single or double quotes it ends with the quote, whatever is within.
 */
final class EffectSpec {
    private static final Pattern PAIR = Pattern.compile("\\s*([^=,]*?)\\s*=(?:\\s*(['\"])(.*?)\\2\\s*|"
            + "(?!\\s*['\"])(.*?))(?:,(?=\\s*[a-z0-9.-]+\\s*=)|\\z)", Pattern.DOTALL);
    private static final Pattern OPEN_QUOTE = Pattern.compile("\\s*[^=,]*=\\s*['\"].*", Pattern.DOTALL);

    private EffectSpec() {}

    /**
     * @throws BadValue if effect, key or value is not known, or a key is given twice or has no say beside the others
     */
    static Slot parse(String text) {
        int colon = text.indexOf(':');
        Slot settings = Slot
                .of(Effects.byId((colon < 0 ? text : text.substring(0, colon)).strip()));
        String rest = colon < 0 ? "" : text.substring(colon + 1);
        return rest.isBlank() ? settings : settings.withValues(settings.values().with(texts(rest)));
    }

    private static Map<String, String> texts(String pairs) {
        Map<String, String> texts = new LinkedHashMap<>();
        Matcher pair = PAIR.matcher(pairs);
        int at = 0;
        while (at < pairs.length()) {
            pair.region(at, pairs.length());
            if (!pair.lookingAt()) {
                throw notASetting(pairs.substring(at));
            }
            String text = pair.group(2) == null ? pair.group(4) : pair.group(3);
            String before = texts.put(pair.group(1), text);
            if (before != null) {
                throw new BadValue("'" + pair.group(1) + "' is given twice, as '" + before + "' and as '" + text
                        + "': an effect takes it once");
            }
            at = pair.end();
        }
        return texts;
    }

    private static BadValue notASetting(String rest) {
        if (OPEN_QUOTE.matcher(rest).matches()) {
            return new BadValue("'" + rest.strip() + "' does not end as it begins: behind the value, write the same "
                    + "quote again, then a comma or nothing");
        }
        return new BadValue("'" + rest.split(",", 2)[0].strip() + "' is not a setting: write key=value");
    }
}
