package io.github.slitstream.preset;

import io.github.slitstream.effect.EffectType;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Values;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Writes one preset as commented YAML. Parameters that have no say and were not touched are left out. */
final class PresetWriter {
    private static final int COMMENT_COLUMN = 34;
    /** Text that YAML takes for itself, without quotes. */
    private static final Pattern PLAIN = Pattern
            .compile("[\\p{L}\\p{N}/](?:[\\p{L}\\p{N} _./()°+,;!?'-]*[\\p{L}\\p{N}_./)°+!?-])?");
    private static final Pattern NUMBER = Pattern.compile("-\\d+(?:\\.\\d+)?");

    private final StringBuilder out = new StringBuilder();

    String write(Preset preset) {
        line("# A preset for Slitstream. Change what you like; a line left out means the default.", "");
        entry("", PresetYaml.FORMAT_KEY, Integer.toString(PresetYaml.FORMAT), "format of this file");
        entry("", PresetYaml.NAME, preset.name(), "");
        if (!preset.about().isEmpty()) {
            entry("", PresetYaml.ABOUT, preset.about(), "");
        }
        if (!preset.tags().isEmpty()) {
            entry("", PresetYaml.TAGS, String.join(", ", preset.tags()), "the first is its group in the menu");
        }
        parameters("", preset.ring(), parameter -> true);
        parameters("", preset.sound(), parameter -> true);
        chain(preset.chain());
        return out.toString();
    }

    private void chain(List<Slot> chain) {
        if (chain.isEmpty()) {
            line(PresetYaml.EFFECTS + ": []", "");
            return;
        }
        line(PresetYaml.EFFECTS + ":", "in the order they are applied");
        chain.forEach(this::effect);
    }

    private void effect(Slot slot) {
        EffectType type = slot.type();
        entry("  - ", PresetYaml.EFFECT, type.id(), type.doc());
        entry("    ", PresetYaml.SLOT, slot.id(), "its name in this chain");
        entry("    ", PresetYaml.VERSION, Integer.toString(type.version()), "");
        entry("    ", PresetYaml.ENABLED.id(), PresetYaml.ENABLED.format(slot.enabled()), "");
        parameters("    ", slot.values(), type.relevance().under(slot.values()));
    }

    private void parameters(String indent, Values values, Predicate<Parameter<?>> relevant) {
        List<String> within = List.of();
        for (Parameter<?> parameter : values.parameters()) {
            if (relevant.test(parameter) || !values.get(parameter).equals(parameter.defaultValue())) {
                List<String> path = List.of(parameter.id().split("\\.", -1));
                String inner = open(indent, within, path);
                within = path.subList(0, path.size() - 1);
                entry(inner, path.getLast(), parameter, values);
            }
        }
        values.kept().forEach(parameter -> entry(indent, parameter.id(), parameter, values));
    }

    /** Writes the keys within which something stands, but for those that are open already; returns its indent. */
    private String open(String indent, List<String> within, List<String> path) {
        String inner = indent;
        boolean isOpen = true;
        for (int i = 0; i < path.size() - 1; i++) {
            isOpen = isOpen && i < within.size() && within.get(i).equals(path.get(i));
            if (!isOpen) {
                line(inner + path.get(i) + ":", "");
            }
            inner += "  ";
        }
        return inner;
    }

    private void entry(String indent, String key, Parameter<?> parameter, Values values) {
        entry(indent, key, values.text(parameter), parameter.doc() + " " + parameter.allowed());
    }

    private void entry(String indent, String key, String value, String comment) {
        line(indent + key + ": " + scalar(value), comment);
    }

    private void line(String text, String comment) {
        out.append(text);
        if (!comment.isEmpty()) {
            out.repeat(' ', Math.max(1, COMMENT_COLUMN - text.length())).append("# ").append(comment);
        }
        out.append('\n');
    }

    private static String scalar(String value) {
        return PLAIN.matcher(value).matches() || NUMBER.matcher(value).matches() ? value : quoted(value);
    }

    private static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (isPrintable(c)) {
                quoted.appendCodePoint(c);
            } else {
                quoted.append(String.format("\\U%08X", c));
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }
}
