package io.github.slitstream.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.param.BadValue;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PresetStoreTest {
    private static final Preset BLUE = Preset.empty("Deep Blue").named("Deep Blue", "Cold.")
            .withRing(RingSettings.LENGTH, 7);

    @TempDir
    private Path config;
    private Path folder = Path.of("");
    private PresetStore store = new PresetStore(folder);

    @BeforeEach
    void open() {
        folder = config.resolve("a").resolve("presets");
        store = new PresetStore(folder);
    }

    @Test
    void everyFileOfTheFolderIsShippedAndReadable() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("config/presets"))) {
            List<String> inFolder = files.map(file -> file.getFileName().toString().replace(".yaml", "")).sorted()
                    .toList();
            assertEquals(inFolder, ShippedPresets.IDS.stream().sorted().toList());
        }
        for (String id : ShippedPresets.IDS) {
            Preset preset = store.load(id);
            assertEquals(id, PresetStore.idOf(preset.name()));
            assertFalse(preset.about().isEmpty(), id);
            assertFalse(preset.chain().isEmpty(), id);
        }
        assertEquals(ShippedPresets.load(ShippedPresets.DEFAULT).name(), PresetStore.defaultPreset().name());
    }

    @Test
    void aSavedPresetIsListedFirstAndLoadedByIdNameAndFile() throws IOException {
        PresetStore.Entry saved = store.save(BLUE);
        assertEquals(new PresetStore.Entry("deep-blue", "Deep Blue", "Cold.", List.of(), true, Optional.empty()),
                saved);
        assertEquals(saved, store.list().getFirst());
        assertEquals(1 + ShippedPresets.IDS.size(), store.list().size());
        for (String name : List.of("deep-blue", "deep BLUE", folder.resolve("deep-blue.yaml").toString())) {
            assertTrue(BLUE.rendersAs(store.load(name)), name);
        }
        assertTrue(BLUE.rendersAs(store.load(saved)));
    }

    @Test
    void savingReplacesOnlyWhereItIsMeant() throws IOException {
        store.save(BLUE);
        String before = Files.readString(folder.resolve("deep-blue.yaml"));
        Preset other = BLUE.withRing(RingSettings.LENGTH, 9);
        assertThrows(FileAlreadyExistsException.class, () -> store.save(other.named("deep BLUE ", "")));
        assertEquals(before, Files.readString(folder.resolve("deep-blue.yaml")));
        store.replace(other);
        assertTrue(other.rendersAs(store.load("deep-blue")));
    }

    @Test
    void savingLeavesNothingElseBehind() throws IOException {
        store.save(BLUE);
        store.replace(BLUE);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(folder.resolve("deep-blue.yaml")), files.toList());
        }
    }

    @Test
    void whatCannotBeWrittenIsNamedAndLeavesNothingBehind() throws IOException {
        Files.createDirectories(folder.getParent());
        Files.writeString(folder, "a file where the folder should be");
        IOException error = assertThrows(IOException.class, () -> store.save(BLUE));
        String message = String.valueOf(error.getMessage());
        assertTrue(message.startsWith("cannot keep the preset as " + folder.resolve("deep-blue.yaml")), message);
        assertEquals("a file where the folder should be", Files.readString(folder));
    }

    @Test
    void aPresetThatCannotTakeItsPlaceLeavesNoOtherFile() throws IOException {
        Path place = folder.resolve("deep-blue.yaml");
        Files.createDirectories(place.resolve("not empty"));
        assertThrows(IOException.class, () -> store.replace(BLUE));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(place), files.toList());
        }
    }

    @Test
    void aBrokenPresetHidesNoOther() throws IOException {
        store.save(BLUE);
        Files.writeString(folder.resolve("broken.yaml"), "slitstream: 1\nrign: 3\n");
        Files.write(folder.resolve("binary.yaml"), new byte[]{(byte) 0xff, 0});
        List<PresetStore.Entry> list = store.list();
        assertEquals("binary", list.get(0).id());
        assertEquals(
                "binary.yaml holds no preset: it is not UTF-8 text; presets are YAML files, and PNG, MP4, MOV, MKV and WebM"
                        + " carry the one that Slitstream made them with",
                list.get(0).error().orElse(""));
        assertEquals("broken", list.get(1).name());
        assertTrue(list.get(1).error().orElse("").startsWith("broken.yaml:2: no key is called 'rign'"));
        assertEquals("Deep Blue", list.get(2).name());
        assertThrows(BadPreset.class, () -> store.load("broken"));
    }

    @Test
    void anOwnPresetStandsInForTheShippedOneUntilItIsDeleted() throws IOException {
        Preset shipped = store.load(ShippedPresets.DEFAULT);
        Preset named = BLUE.named(shipped.name(), "");
        IOException there = assertThrows(FileAlreadyExistsException.class, () -> store.save(named));
        assertTrue(String.valueOf(there.getMessage()).contains("there is a shipped preset of that name"));
        PresetStore.Entry own = store.replace(named);
        assertTrue(BLUE.rendersAs(store.load(ShippedPresets.DEFAULT)));
        assertEquals(ShippedPresets.IDS.size(), store.list().size());
        store.delete(own);
        assertTrue(shipped.rendersAs(store.load(ShippedPresets.DEFAULT)));
    }

    /** By its name a shipped preset is found without reading all of them. */
    @Test
    void shippedPresetsAreCalledAsTheirFiles() throws IOException {
        for (String id : ShippedPresets.IDS) {
            String name = ShippedPresets.load(id).name();
            assertEquals(id, PresetStore.idOf(name));
            assertEquals(name, store.load(id).name());
            assertEquals(name, store.load(name).name());
        }
    }

    @Test
    void whatDoesNotExistIsNamed() {
        BadValue unknown = assertThrows(BadValue.class, () -> store.load("slit-scam"));
        assertTrue(unknown.getMessage().startsWith("no preset is called 'slit-scam' (did you mean 'slit-scan'?)"));
        String file = folder.resolve("none.yaml").toString();
        IOException missing = assertThrows(IOException.class, () -> store.load(file));
        assertTrue(String.valueOf(missing.getMessage()).startsWith(file + " does not exist"));
        IOException directory = assertThrows(IOException.class, () -> store.load(config.toString()));
        assertTrue(String.valueOf(directory.getMessage()).contains("is a folder"));
    }

    @Test
    void aVideoIsNoPreset() throws IOException {
        Path video = config.resolve("long.yaml");
        Files.write(video, new byte[2 << 20]);
        IOException error = assertThrows(IOException.class, () -> store.load(video.toString()));
        assertTrue(String.valueOf(error.getMessage()).startsWith(video + " is too long for a preset; presets are "),
                error.getMessage());
    }

    @Test
    void anyNameMakesASafeFileName() {
        assertEquals("deep-blue-2", PresetStore.idOf("  Deep / Blue: 2! "));
        assertEquals("etc-passwd", PresetStore.idOf("../../etc/passwd"));
        assertEquals("preset", PresetStore.idOf("..."));
        assertEquals("preset-con", PresetStore.idOf("CON"));
        assertEquals("größe-深い", PresetStore.idOf("Größe 深い"));
        assertEquals(60, PresetStore.idOf("x".repeat(500)).length());
    }

    @Test
    void namesThatMakeOneFileNameGetFilesOfTheirOwn() throws IOException {
        String start = "x".repeat(70);
        List<String> names = List.of("दिन", "दान", "🔥", "🌊", "C++", "C#", start + "a", start + "b", "Time tunnel?");
        for (int i = 0; i < names.size(); i++) {
            store.save(BLUE.named(names.get(i), "").withRing(RingSettings.LENGTH, 10 + i));
        }
        for (int i = 0; i < names.size(); i++) {
            Preset loaded = store.load(names.get(i));
            assertEquals(names.get(i), loaded.name());
            assertEquals(10 + i, loaded.ring().get(RingSettings.LENGTH));
        }
        assertEquals(names.size() + ShippedPresets.IDS.size(), store.list().size());
        Preset other = BLUE.named("C#", "").withRing(RingSettings.LENGTH, 99);
        assertThrows(FileAlreadyExistsException.class, () -> store.save(other));
        assertEquals("c-2", store.replace(other).id());
        assertEquals(14, store.load("C++").ring().get(RingSettings.LENGTH));
        assertEquals("दिन", PresetStore.idOf("दिन"));
    }
}
