package io.github.slitstream.preset;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.effect.EffectType;
import io.github.slitstream.effect.Effects;
import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Values;
import io.github.slitstream.preset.Migrations.Text;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PresetYamlTest {
    @Test
    void whatIsWrittenIsReadBackExactly() throws BadPreset {
        long seed = System.nanoTime();
        RandomPresets presets = new RandomPresets(seed);
        for (int i = 0; i < 500; i++) {
            Preset preset = presets.next();
            String text = PresetYaml.write(preset);
            Preset read = PresetYaml.read(text, "preset.yaml");
            String where = "seed " + seed + ", preset " + i + ":\n" + text;
            assertEquals(preset, read, where);
        }
    }

    @Test
    void aCharacterOfTwoHalvesMayStandAnywhere() throws BadPreset {
        for (int before = 990; before < 1_060; before++) {
            String about = "x".repeat(before) + "\uD83C\uDF00";
            Preset read = PresetYaml.read("slitstream: 1\nabout: " + about + "\neffects: []\n", "preset.yaml");
            assertEquals(about, read.about(), before + " characters before");
        }
    }

    @Test
    void whatIsNotMentionedIsAtItsDefault() throws BadPreset {
        Preset read = PresetYaml.read("slitstream: 1\neffects:\n  - effect: time-displacement\n",
                "some/where/Blue.yaml");
        Preset expected = Preset.empty("Blue").plus(Slot.of(TimeDisplacement.TYPE));
        assertTrue(read.rendersAs(expected));
        assertEquals("Blue", read.name());
        assertEquals("", read.about());
    }

    @Test
    void effectsWithoutASlotGetIdsThatNoOtherHas() throws BadPreset {
        Preset formatOne = PresetYaml.read("""
            slitstream: 1
            effects:
              - effect: flip
              - effect: colour
              - effect: flip
              - effect: flip
            """, "x.yaml");
        assertEquals(List.of("flip", "colour", "flip-2", "flip-3"), formatOne.chain().stream().map(Slot::id).toList());
        Preset byHand = PresetYaml.read("""
            slitstream: 2
            effects:
              - effect: flip
              - effect: colour
                slot: flip
              - effect: flip
                slot: last
            """, "x.yaml");
        assertEquals(List.of("flip-2", "flip", "last"), byHand.chain().stream().map(Slot::id).toList());
    }

    @Test
    void tagsAreReadInTheirOrderAndWritten() throws BadPreset {
        Preset read = PresetYaml.read("slitstream: 2\ntags: wild,  calm, wild\n", "x.yaml");
        assertEquals(List.of("wild", "calm"), read.tags());
        assertEquals(read.tags(), PresetYaml.read(PresetYaml.write(read), "x.yaml").tags());
        assertEquals(List.of(), PresetYaml.read("slitstream: 2\n", "x.yaml").tags());
    }

    @Test
    void whatWindowsEditorsAddIsTaken() throws BadPreset {
        Preset read = PresetYaml.read("\uFEFFslitstream: 1\r\nname: Blue\r\nring: 25 # frames\r\n", "x.yaml");
        assertEquals("Blue", read.name());
        assertEquals(25, read.ring().get(RingSettings.LENGTH));
    }

    @Test
    void everyWrittenParameterIsExplained() {
        Slot effect = Slot.of(TimeDisplacement.TYPE);
        String text = PresetYaml.write(Preset.empty("x").plus(effect));
        assertTrue(text.contains("pattern: linear"), text);
        assertTrue(text.contains("# " + TimeDisplacement.PATTERN.doc()), text);
        assertTrue(text.contains(RingSettings.LENGTH.allowed()), text);
        assertFalse(text.contains("twist"), "only some other pattern winds arms\n" + text);
    }

    @Test
    void noParameterIsCalledLikeAKeyOfTheFormat() {
        for (EffectType type : Effects.ALL) {
            List<String> taken = PresetYaml.EFFECT_KEYS.stream().filter(type.defaults()::has).toList();
            assertEquals(List.of(), taken, type.id());
        }
    }

    /** As deep as mixes go, every other level under b. */
    @Test
    void mixesWithinMixesAreReadAndWrittenAsNestedKeys() throws BadPreset {
        String path = "";
        Values values = TimeDisplacement.TYPE.defaults().with("pattern", "mix");
        for (int depth = 1; depth < 8; depth++) {
            path += depth % 2 == 0 ? "b." : "a.";
            values = values.with(path + "pattern", "mix").with(path + "how", "max");
        }
        values = values.with(path + "a.pattern", "spiral").with(path + "a.arms", "7").with(path + "b.steps", "5");
        Preset preset = Preset.empty("deep").plus(Slot.of(TimeDisplacement.TYPE).withValues(values));
        String text = PresetYaml.write(preset);
        assertTrue(text.contains("\n" + " ".repeat(4 + 2 * 8) + "arms: 7"), text);
        assertEquals(preset, PresetYaml.read(text, "x.yaml"));
        BadPreset error = assertThrows(BadPreset.class,
                () -> PresetYaml.read(text.replace("arms: 7", "arms: 700"), "x.yaml"));
        assertTrue(String.valueOf(error.getMessage()).contains("'700' is not a value of " + path + "a.arms: it takes"),
                error.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~',
            textBlock = """
                name: Blue~1: no preset: the line 'slitstream: 2' is missing
                # only a comment~1: it is empty, so no preset
                just words~1: no preset: it must start with 'slitstream: 2'
                slitstream: 3~1: slitstream 3 was written by a newer Slitstream than this one, which reads up to 2
                slitstream: 0~1: '0' is not a value of slitstream: it takes 1 … 2
                slitstream: one~1: 'one' is not a value of slitstream
                slitstream: 1|rign: 60~2: no key is called 'rign' (did you mean 'ring'?): there are slitstream, name, about, tags, ring
                slitstream: 1|ring: 5000~2: '5000' is not a value of ring: it takes 2 … 2000 (whole numbers) frames
                slitstream: 1|ring:~2: '' is not a value of ring
                slitstream: 1|ring: many~2: 'many' is not a value of ring
                slitstream: 1|ring: [60]~2: 'ring' takes a single value, not a list
                slitstream: 1|upsample: cubik~2: 'cubik' is not a value of upsample (did you mean 'cubic'?): it takes one of nearest
                slitstream: 1|name: a|name: b~3: 'name' stands here for the second time, first in line 2
                slitstream: 2|tags: calm, Very Wild~2: 'Very Wild' is no tag: tags takes lower-case letters
                slitstream: 2|tags: calm,,wild~2: '' is no tag
                slitstream: 1|effects: flip~2: 'effects' must be a list
                slitstream: 1|effects:|  - flip~3: an effect must start with 'effect: ID'
                slitstream: 1|effects:|  - angle: 3~3: 'effect: ID' is missing
                slitstream: 1|effects:|  - effect: filp~3: no effect is called 'filp' (did you mean 'flip'?): there are time-displacement
                slitstream: 1|effects:|  - effect: flip|    version: 9~4: version 9 was written by a newer Slitstream
                slitstream: 1|effects:|  - effect: flip|    enabled: maybe~4: 'maybe' is not a value of enabled: it takes true or false
                slitstream: 1|effects:|  - effect: flip|    horizontl: true~4: no key of flip is called 'horizontl' (did you mean 'horizontal'?)
                slitstream: 1|effects:|  - effect: flip|    horizontal: 7~4: '7' is not a value of horizontal
                slitstream: 1|effects:|  - effect: channel-rotation|    angle: 361~4: '361' is not a value of angle: it takes -360 … 360 °
                slitstream: 1|effects:|  - effect: channel-rotation|    angle: NaN~4: 'NaN' is not a value of angle
                slitstream: 1|effects:|  - effect: flip|    vertical: on|    vertical: off~5: 'vertical' stands here for the second time, first in line 4
                slitstream: 2|effects:|  - effect: flip|    slot: Up.Down~4: 'Up.Down' is not a value of slot: it takes lower-case letters
                slitstream: 2|effects:|  - effect: flip|    slot: a|  - effect: flip|    slot: a~6: another effect has the slot 'a'
                slitstream: 1|? [a, b]|: c~2: a key must be a single word
                slitstream: 1|name: "open~2: not YAML:
                slitstream: 1|name: a: b~2: not YAML:
                slitstream: 1|name: a\u0007b~2: not YAML: the character U+0007 must not stand there
                slitstream: 1|---|slitstream: 1~2: not YAML:
                """)
    void aMistakeIsNamedWithItsLine(String text, String message) {
        BadPreset error = assertThrows(BadPreset.class,
                () -> PresetYaml.read(text.replace('|', '\n'), "my preset.yaml"));
        String given = String.valueOf(error.getMessage());
        assertTrue(given.startsWith("my preset.yaml:" + message), given);
        assertEquals(1, given.lines().count(), given);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "\u0000\u0001", "[[[[", "&a [*a]", "slitstream: &a {b: *a}", "%YAML 9.9\n---\n",
        "!!java slitstream: 1\nx", "slitstream: 1\neffects: [[]]", "\uFEFF"})
    void nothingElseThanABadPresetComesOfRubbish(String text) {
        assertThrows(BadPreset.class, () -> PresetYaml.read(text, "x.yaml"));
    }

    @Test
    void anOlderEffectIsMigratedStepByStep() throws BadPreset {
        Migrations migrations = new Migrations(List.of(
                new Migrations.Step("flip", 1, written -> renamed(written, "mirrored", "swapped")),
                new Migrations.Step("flip", 2, written -> renamed(written, "swapped", "horizontal"))));
        EffectType third = inVersion(3, Effects.byId("flip"));
        String first = "slitstream: 1\neffects:\n  - effect: flip\n    version: 1\n    mirrored: false\n";
        String second = "slitstream: 1\neffects:\n  - effect: flip\n    version: 2\n    swapped: false\n";
        for (String text : List.of(first, second)) {
            Preset read = PresetYaml.read(text, "x.yaml", List.of(third), migrations);
            assertEquals("horizontal=false,vertical=false,mask=off", read.chain().getFirst().values().toString());
        }
        BadPreset error = assertThrows(BadPreset.class,
                () -> PresetYaml.read(first.replace("false", "no way"), "x.yaml", List.of(third), migrations));
        assertEquals("x.yaml:5: 'no way' is not a value of horizontal: it takes true or false", error.getMessage());
    }

    @Test
    void everyEffectCanBeReadFromItsFirstVersionOn() {
        for (EffectType type : Effects.ALL) {
            assertDoesNotThrow(() -> Migrations.KNOWN.toCurrent(type, 1, Map.of()), type.id());
        }
        EffectType changed = inVersion(2, Effects.byId("flip"));
        assertThrows(IllegalStateException.class, () -> Migrations.KNOWN.toCurrent(changed, 1, Map.of()));
    }

    private static Map<String, Text> renamed(Map<String, Text> written, String from, String to) {
        Text text = written.remove(from);
        if (text != null) {
            written.put(to, text);
        }
        return written;
    }

    /** A copy of a record, part by part, so that the declaration of effects may grow without this test. */
    private static EffectType inVersion(int version, EffectType type) {
        RecordComponent[] parts = EffectType.class.getRecordComponents();
        Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Object[] values = new Object[parts.length];
            for (int i = 0; i < parts.length; i++) {
                values[i] = parts[i].getName().equals("version") ? version : parts[i].getAccessor().invoke(type);
            }
            return EffectType.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("effects are declared otherwise", e);
        }
    }
}
