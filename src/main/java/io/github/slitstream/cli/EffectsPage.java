package io.github.slitstream.cli;

import io.github.slitstream.effect.EffectType;
import io.github.slitstream.effect.Effects;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.Named;
import io.github.slitstream.param.Parameter;
import java.util.List;

/** The generated page {@code src/docs/effects.md}. */
final class EffectsPage {
    private final StringBuilder page = new StringBuilder(
            "# Effects\n\nMade by `slitstream effects --markdown` from the declarations.\n");

    private EffectsPage() {}

    static String markdown() {
        EffectsPage page = new EffectsPage();
        Effects.ALL.forEach(page::effect);
        return page.page.toString();
    }

    private void effect(EffectType type) {
        page.append("\n## ").append(type.label()).append(" (`").append(type.id()).append("`)\n\n").append(type.doc())
                .append('\n');
        table(type.declared());
        for (Parameter<?> parameter : type.declared()) {
            if (parameter instanceof Choice<?> choice && choice.bringsParameters()) {
                page.append("\n### What each `").append(choice.id()).append("` brings\n");
                choice.options().forEach(option -> option(choice, option));
            }
        }
    }

    private void option(Choice<?> choice, Named option) {
        page.append("\n#### `").append(choice.id()).append('=').append(option.id()).append("`\n");
        if (!option.doc().isEmpty()) {
            page.append('\n').append(option.doc()).append('\n');
        }
        if (!option.parameters().isEmpty()) {
            table(option.parameters());
        }
    }

    private void table(List<Parameter<?>> parameters) {
        page.append("\n| parameter | values | default | |\n|---|---|---|---|\n");
        parameters.forEach(this::row);
    }

    private <T> void row(Parameter<T> parameter) {
        page.append("| `").append(parameter.id()).append("` | ").append(parameter.allowed()).append(" | ")
                .append(parameter.format(parameter.defaultValue())).append(" | ").append(parameter.doc())
                .append(" |\n");
    }
}
