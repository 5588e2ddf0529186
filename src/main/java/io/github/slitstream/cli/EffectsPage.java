package io.github.slitstream.cli;

import io.github.slitstream.effect.EffectType;
import io.github.slitstream.effect.Effects;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Values;
import io.github.slitstream.pattern.Pattern;
import io.github.slitstream.pattern.Patterns;
import java.util.stream.Collectors;

/** The generated page {@code src/docs/effects.md}. */
final class EffectsPage {
    private EffectsPage() {}

    static String markdown() {
        StringBuilder page = new StringBuilder(
                "# Effects\n\nMade by `slitstream effects --markdown` from the declarations.\n");
        for (EffectType type : Effects.ALL) {
            page.append("\n## ").append(type.label()).append(" (`").append(type.id()).append("`)\n\n")
                    .append(type.doc())
                    .append("\n\n| parameter | values | default | |\n|---|---|---|---|\n");
            Values defaults = type.defaults();
            type.parameters().forEach(parameter -> page.append(row(parameter, defaults)));
        }
        page.append("\n## Patterns of the time displacement\n\n| pattern | own parameters | |\n|---|---|---|\n");
        for (Pattern pattern : Patterns.ALL) {
            String own = pattern.parameters().stream().map(Parameter::id).collect(Collectors.joining(", "));
            page.append("| `").append(pattern.id()).append("` | ").append(own).append(" | ").append(pattern.doc())
                    .append(" |\n");
        }
        return page.toString();
    }

    private static <T> String row(Parameter<T> parameter, Values defaults) {
        return "| `" + parameter.id() + "` | " + parameter.allowed() + " | " + defaults.text(parameter) + " | "
                + parameter.doc() + " |\n";
    }
}
