package io.github.slitstream.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.slitstream.effect.TimeDisplacement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SoundDelayTest {
    private static final double RATE = 25;

    @Test
    void aFixedDelayIsItself() {
        assertEquals(0, SoundDelay.nanos(Preset.empty("x"), RATE));
        assertEquals(250_000_000, SoundDelay.nanos(preset("", 0.25, false), RATE));
    }

    /** A ring of 51 frames reaches back two seconds at 25 a second. */
    @ParameterizedTest
    @CsvSource({"'', 1", "depth=26, 0.5", "depth=500, 1", "'depth=1.5,depth-unit=seconds', 0.75",
        "'depth=9,depth-unit=seconds', 1", "along=cameras, 0"})
    void atDepthItIsHalfOfWhatTheEffectsLookBack(String values, double seconds) {
        assertEquals(Math.round(seconds * 1e9), SoundDelay.nanos(preset(values, 0, true), RATE));
        assertEquals(Math.round((seconds + 0.5) * 1e9), SoundDelay.nanos(preset(values, 0.5, true), RATE));
    }

    @Test
    void whatIsOffDelaysNothing() {
        Preset preset = preset("", 0, true);
        Preset off = preset.with(preset.chain().getFirst().id(), slot -> slot.withEnabled(false));
        assertEquals(0, SoundDelay.nanos(off, RATE));
    }

    @Test
    void presetsKeepItAndOldOnesHaveNone() throws BadPreset {
        Preset preset = preset("", 0.25, true);
        assertEquals(preset.sound(), PresetYaml.read(PresetYaml.write(preset), "kept.yaml").sound());
        assertEquals(Preset.empty("old").sound(), PresetYaml.read("slitstream: 1\neffects: []\n", "old.yaml").sound());
    }

    private static Preset preset(String values, double delay, boolean atDepth) {
        Preset preset = Preset.empty("x").withRing(RingSettings.LENGTH, 51).plus(Slot.of(TimeDisplacement.TYPE));
        for (String value : values.isEmpty() ? new String[0] : values.split(",", -1)) {
            String[] parts = value.split("=", -1);
            preset = preset.with("time-displacement." + parts[0], parts[1]);
        }
        return preset.withSound(preset.sound().with(SoundSettings.DELAY, delay).with(SoundSettings.AT_DEPTH, atDepth));
    }
}
