package io.github.slitstream.view.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.PresetStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionStoreTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"echo-lines", "melting", "shattered", "slit-scan", "spin-cycle", "time-tunnel"})
    void aSessionLeftByTheFirstFormatOpensAsItWas(String id) throws IOException {
        Path left = Path.of("src/test/resources/presets-1", id + ".yaml");
        Files.copy(left, folder.resolve("last-look.yaml"));
        Preset opened = new SessionStore(folder).preset(Assertions::fail).orElseThrow();
        assertTrue(new PresetStore(folder).load(left.toString()).rendersAs(opened), id);
    }

    @Test
    void aPresetThatIsOutOfRangeIsNamedByThePathOfItsValue(@TempDir Path bent) throws IOException {
        Files.writeString(bent.resolve("last-preset.yaml"), """
            slitstream: 2
            name: N
            effects:
              - effect: time-displacement
                pattern: mix
                b:
                  pattern: spiral
                  arms: 700
            """);
        List<String> heard = new ArrayList<>();
        assertEquals(Optional.empty(), new SessionStore(bent).preset(heard::add));
        assertTrue(heard.getFirst().contains("last-preset.yaml:8: '700' is not a value of b.arms"), heard.toString());
        assertTrue(heard.getFirst().endsWith("kept as " + bent.resolve("last-preset.yaml.damaged")), heard.toString());
    }

    @Test
    void theVolumeAndWhetherItIsMutedAreKept() throws IOException {
        Session loud = new SessionStore(folder).session();
        assertEquals(Session.FIRST, loud);
        Session quiet = loud.withSound(0.25, true).withLoop(false);
        new SessionStore(folder).keep(quiet, Preset.empty("any"));
        assertEquals(quiet, new SessionStore(folder).session());
        assertEquals(0.25, quiet.volume());
        assertTrue(quiet.muted());
    }

    @Test
    void theSlotsOfASessionKeepTheirIds() throws IOException {
        Preset preset = new PresetStore(folder).load("spin-cycle");
        Preset twice = preset.plus(preset.chain().getFirst());
        new SessionStore(folder).keep(Session.FIRST, twice);
        assertEquals(twice, new SessionStore(folder).preset(Assertions::fail).orElseThrow());
    }

    @Test
    void whatWasKeptLastCountsAndNotWhatTheFirstReleasesLeft() throws IOException {
        Files.copy(Path.of("src/test/resources/presets-1/melting.yaml"), folder.resolve("last-look.yaml"));
        SessionStore store = new SessionStore(folder);
        assertEquals("Melting", store.preset(Assertions::fail).orElseThrow().name());
        store.keep(Session.FIRST, new PresetStore(folder).load("spin-cycle"));
        assertEquals("Spin cycle", new SessionStore(folder).preset(Assertions::fail).orElseThrow().name());
    }

    @Test
    void howRecordingsAreMadeIsRemembered() throws IOException {
        RecordingSettings settings = RecordingSettings.FIRST.with(RecordingSettings.FORMAT,
                RecordingSettings.FORMAT.parse("webm")).with(RecordingSettings.QUALITY, 40)
                .with(RecordingSettings.BEFORE, true).withEncoder("libvpx-vp9").withFolder("/somewhere else");
        new SessionStore(folder).keep(Session.FIRST.withRecording(settings), Preset.empty("x"));
        assertEquals(settings, new SessionStore(folder).session().recording());
        Path file = folder.resolve("window.properties");
        Files.writeString(file, Files.readString(file).replace("format=webm", "format=unknown"));
        assertEquals(RecordingSettings.FIRST, new SessionStore(folder).session().recording());
    }
}
