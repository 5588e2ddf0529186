package io.github.slitstream.cli;

import io.github.slitstream.effect.DelayMask;
import io.github.slitstream.effect.EffectType;
import io.github.slitstream.effect.Effects;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.Named;
import io.github.slitstream.param.Parameter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The generated page {@code src/docs/effects.md}. */
final class EffectsPage {
    /** How the choice of the pattern of a part is called. */
    private static final String PART = ".pattern";

    private final StringBuilder page = new StringBuilder(
            "# Effects\n\nMade by `slitstream effects --markdown` from the declarations.\n");

    private EffectsPage() {}

    static String markdown() {
        EffectsPage page = new EffectsPage();
        page.mask();
        Effects.ALL.forEach(page::effect);
        return page.page.toString();
    }

    /** Once, since nearly all effects have it. */
    private void mask() {
        page.append("\nEvery effect but ")
                .append(Effects.ALL.stream().filter(type -> !type.isMaskable()).map(EffectType::label)
                        .collect(Collectors.joining(", ")))
                .append(" also takes a mask:\n");
        table(Stream.concat(Stream.of(DelayMask.MASK), DelayMask.FAR.parameters().stream()).toList());
        page.append(
                "\nSo `--effect time-displacement:pattern=radial --effect pixelate:size=24,mask=far` makes squares of"
                        + " the past and leaves now as it is.\n");
    }

    private void effect(EffectType type) {
        List<Parameter<?>> own = type.declared().stream().filter(parameter -> !parameter.equals(DelayMask.MASK))
                .toList();
        page.append("\n## ").append(type.label()).append(" (`").append(type.id()).append("`)\n\n").append(type.doc())
                .append('\n');
        table(own);
        for (Parameter<?> parameter : own) {
            if (parameter instanceof Choice<?> choice && choice.bringsParameters()) {
                page.append("\n### What each `").append(choice.id()).append("` brings\n");
                choice.options().forEach(option -> option(choice, option));
            }
        }
    }

    /** One that brings nothing and says nothing of itself is in the list of values. */
    private void option(Choice<?> choice, Named option) {
        if (option.doc().isEmpty() && option.parameters().isEmpty()) {
            return;
        }
        page.append("\n#### `").append(choice.id()).append('=').append(option.id()).append("`\n");
        if (!option.doc().isEmpty()) {
            page.append('\n').append(option.doc()).append('\n');
        }
        if (!option.parameters().isEmpty()) {
            table(option.parameters());
            option.parameters().stream().filter(own -> own instanceof Choice && !own.id().endsWith(PART))
                    .forEach(own -> rowsOfOptions((Choice<?>) own));
        }
    }

    private void table(List<Parameter<?>> parameters) {
        page.append("\n| parameter | values | default | |\n|---|---|---|---|\n");
        parameters.forEach(parameter -> row(parameter, ""));
    }

    /** What options bring that stand in the table of another option; parts have those of their pattern. */
    private void rowsOfOptions(Choice<?> choice) {
        for (Named option : choice.options()) {
            for (Parameter<?> own : option.parameters()) {
                row(own, ", with `" + choice.id() + "=" + option.id() + "`");
            }
        }
    }

    private <T> void row(Parameter<T> parameter, String with) {
        page.append("| `").append(parameter.id()).append('`').append(with).append(" | ").append(parameter.allowed())
                .append(" | ")
                .append(parameter.format(parameter.defaultValue())).append(" | ").append(parameter.doc())
                .append(" |\n");
    }
}
