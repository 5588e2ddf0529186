package io.github.slitstream.preset;

import io.github.slitstream.effect.EffectType;
import io.github.slitstream.file.BadYaml;
import io.github.slitstream.file.Yaml;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Values;
import io.github.slitstream.preset.Migrations.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads one preset and names file and line of whatever it does not understand. */
final class PresetReader {
    private static final List<String> TOP_KEYS = Stream.of(
            Stream.of(PresetYaml.FORMAT_KEY, PresetYaml.NAME, PresetYaml.ABOUT, PresetYaml.TAGS),
            Stream.concat(RingSettings.ALL.stream(), SoundSettings.ALL.stream()).map(parameter -> parameter.id()),
            Stream.of(PresetYaml.EFFECTS)).flatMap(keys -> keys).toList();

    private static final Pattern COMMA = Pattern.compile(",");
    private static final Values SWITCH = Values.defaults(List.of(PresetYaml.ENABLED));

    private final String file;
    private final List<EffectType> effects;
    private final Migrations migrations;

    PresetReader(String file, List<EffectType> effects, Migrations migrations) {
        this.file = file;
        this.effects = effects;
        this.migrations = migrations;
    }

    Preset read(String text) throws BadPreset {
        Node root = compose(text);
        if (!(root instanceof MappingNode mapping)) {
            throw bad(lineOf(root), "no preset: it must start with '" + PresetYaml.FORMAT_KEY + ": " + PresetYaml.FORMAT
                    + "' and go on with lines of 'key: value'");
        }
        Map<String, Entry> entries = entries(mapping);
        checkFormat(entries);
        for (Entry entry : entries.values()) {
            known("key", entry.key, TOP_KEYS, entry.line);
        }
        return preset(entries);
    }

    private Preset preset(Map<String, Entry> entries) throws BadPreset {
        return new Preset(words(entries, PresetYaml.NAME, nameOfFile()), words(entries, PresetYaml.ABOUT, ""),
                tags(entries.get(PresetYaml.TAGS)), settings(RingSettings.ALL, entries),
                settings(SoundSettings.ALL, entries),
                chain(entries.get(PresetYaml.EFFECTS)));
    }

    private Values settings(List<Parameter<?>> parameters, Map<String, Entry> entries) throws BadPreset {
        Values values = Values.defaults(parameters);
        for (Parameter<?> parameter : parameters) {
            Entry entry = entries.get(parameter.id());
            if (entry != null) {
                values = with(values, parameter.id(), text(entry));
            }
        }
        return values;
    }

    private Node compose(String text) throws BadPreset {
        try {
            Node root = Yaml.compose(text);
            if (root == null) {
                throw bad(1, "it is empty, so no preset");
            }
            return root;
        } catch (BadYaml e) {
            throw bad(e.line(), e.reason());
        }
    }

    private void checkFormat(Map<String, Entry> entries) throws BadPreset {
        Entry entry = entries.get(PresetYaml.FORMAT_KEY);
        if (entry == null) {
            throw bad(1, "no preset: the line '" + PresetYaml.FORMAT_KEY + ": " + PresetYaml.FORMAT + "' is missing");
        }
        version(PresetYaml.FORMAT_KEY, text(entry), PresetYaml.FORMAT);
    }

    private List<Slot> chain(@Nullable Entry entry) throws BadPreset {
        if (entry == null) {
            return List.of();
        }
        if (!(entry.value instanceof SequenceNode sequence)) {
            throw bad(entry.line, "'" + PresetYaml.EFFECTS + "' must be a list, each effect starting with '- "
                    + PresetYaml.EFFECT + ": ID'");
        }
        List<Map<String, Text>> effects = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            effects.add(texts(item));
        }
        Set<String> ids = slotIds(effects);
        List<Slot> chain = new ArrayList<>();
        for (int i = 0; i < effects.size(); i++) {
            chain.add(slot(effects.get(i), lineOf(sequence.getValue().get(i)), ids));
        }
        return chain;
    }

    private Map<String, Text> texts(Node effect) throws BadPreset {
        if (!(effect instanceof MappingNode mapping)) {
            throw bad(lineOf(effect),
                    "an effect must start with '" + PresetYaml.EFFECT + ": ID' and go on with lines of 'key: value'");
        }
        Map<String, Text> texts = new LinkedHashMap<>();
        collect("", mapping, texts);
        return texts;
    }

    /** What is written within a key has the key as its path. */
    private void collect(String path, MappingNode mapping, Map<String, Text> texts) throws BadPreset {
        for (Entry entry : entries(mapping).values()) {
            String key = path + entry.key;
            if (entry.value instanceof MappingNode parts) {
                collect(key + ".", parts, texts);
            } else if (texts.put(key, text(entry)) != null) {
                throw bad(entry.line, "'" + key + "' stands here for the second time");
            }
        }
    }

    /** The ids that the file gives itself. */
    private Set<String> slotIds(List<Map<String, Text>> effects) throws BadPreset {
        Set<String> ids = new HashSet<>();
        for (Map<String, Text> texts : effects) {
            Text id = texts.get(PresetYaml.SLOT);
            if (id == null) {
                continue;
            }
            if (!Slot.isId(id.value())) {
                throw bad(id.line(), "'" + id.value() + "' is not a value of " + PresetYaml.SLOT
                        + ": it takes lower-case letters and digits, with dashes between them");
            }
            if (!ids.add(id.value())) {
                throw bad(id.line(), "another effect has the slot '" + id.value() + "': give each its own");
            }
        }
        return ids;
    }

    /** @param taken ids of other slots; gets that of this one */
    private Slot slot(Map<String, Text> texts, int line, Set<String> taken) throws BadPreset {
        EffectType type = type(texts.remove(PresetYaml.EFFECT), line);
        Text given = texts.remove(PresetYaml.SLOT);
        String id = given == null ? Slot.freeId(type.id(), taken) : given.value();
        taken.add(id);
        Text writtenBy = texts.remove(PresetYaml.VERSION);
        int version = writtenBy == null ? type.version() : version(PresetYaml.VERSION, writtenBy, type.version());
        Text enabled = texts.remove(PresetYaml.ENABLED.id());
        boolean on = enabled == null || with(SWITCH, PresetYaml.ENABLED.id(), enabled).get(PresetYaml.ENABLED);
        return new Slot(id, type, on, values(type, migrations.toCurrent(type, version, texts)));
    }

    private EffectType type(@Nullable Text id, int effectLine) throws BadPreset {
        if (id == null) {
            throw bad(effectLine, "'" + PresetYaml.EFFECT + ": ID' is missing");
        }
        known("effect", id.value(), effects.stream().map(EffectType::id).toList(), id.line());
        return effects.stream().filter(type -> type.id().equals(id.value())).findFirst().orElseThrow();
    }

    private Values values(EffectType type, Map<String, Text> texts) throws BadPreset {
        Values values = type.defaults();
        for (Map.Entry<String, Text> entry : texts.entrySet()) {
            if (!values.has(entry.getKey())) {
                throw bad(entry.getValue().line(), values
                        .unknown("key of " + type.id(), entry.getKey(), PresetYaml.EFFECT_KEYS).getMessage());
            }
        }
        for (String key : values.inOrder(texts.keySet())) {
            values = with(values, key, Objects.requireNonNull(texts.get(key)));
        }
        return values;
    }

    private Values with(Values values, String key, Text text) throws BadPreset {
        try {
            return values.with(key, text.value());
        } catch (BadValue e) {
            throw bad(text.line(), e.getMessage());
        }
    }

    private void known(String kind, String given, List<String> known, int line) throws BadPreset {
        if (!known.contains(given)) {
            throw bad(line, BadValue.unknown(kind, given, known).getMessage());
        }
    }

    /** A version of something: 1 … the current one. */
    private int version(String key, Text text, int current) throws BadPreset {
        int number;
        try {
            number = Integer.parseInt(text.value());
        } catch (NumberFormatException e) {
            throw bad(text.line(), "'" + text.value() + "' is not a value of " + key + ": it takes 1 … " + current);
        }
        if (number > current) {
            throw bad(text.line(),
                    key + " " + number + " was written by a newer Slitstream than this one, which reads up to "
                            + current + ": update Slitstream");
        }
        if (number < 1) {
            throw bad(text.line(), "'" + number + "' is not a value of " + key + ": it takes 1 … " + current);
        }
        return number;
    }

    private String words(Map<String, Entry> entries, String key, String otherwise) throws BadPreset {
        Entry entry = entries.get(key);
        return entry == null ? otherwise : text(entry).value();
    }

    private List<String> tags(@Nullable Entry entry) throws BadPreset {
        if (entry == null) {
            return List.of();
        }
        List<String> tags = COMMA.splitAsStream(text(entry).value()).map(String::strip).distinct().toList();
        for (String tag : tags) {
            if (!Slot.isId(tag)) {
                throw bad(entry.line, "'" + tag + "' is no tag: " + PresetYaml.TAGS
                        + " takes lower-case letters and digits, with dashes between them and commas between tags");
            }
        }
        return tags;
    }

    private String nameOfFile() {
        String name = file.substring(1 + Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')));
        return name.endsWith(PresetYaml.EXTENSION)
                ? name.substring(0, name.length() - PresetYaml.EXTENSION.length())
                : name;
    }

    private Map<String, Entry> entries(MappingNode mapping) throws BadPreset {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            int line = lineOf(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw bad(line, "a key must be a single word");
            }
            Entry first = entries.put(key.getValue(), new Entry(key.getValue(), line, tuple.getValueNode()));
            if (first != null) {
                throw bad(line, "'" + first.key + "' stands here for the second time, first in line " + first.line);
            }
        }
        return entries;
    }

    private Text text(Entry entry) throws BadPreset {
        if (entry.value instanceof ScalarNode scalar) {
            return new Text(scalar.getValue(), entry.line);
        }
        throw bad(entry.line, "'" + entry.key + "' takes a single value, not a list");
    }

    private BadPreset bad(int line, String reason) {
        return new BadPreset(file, line, reason);
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    private record Entry(String key, int line, Node value) {}
}
