package io.github.slitstream.preset;

import io.github.slitstream.effect.EffectType;
import io.github.slitstream.effect.Effects;
import io.github.slitstream.param.Flag;
import java.util.List;

/**
 * Presets as text that a person can edit: YAML, with what each line does behind it. What is read back is exactly what
 * was written. Format 1 had no slots: its effects get ids as new ones do.
 */
public final class PresetYaml {
    /** How the names of preset files end. */
    static final String EXTENSION = ".yaml";
    /** Of the file as such; the effects have versions of their own. */
    static final int FORMAT = 2;

    static final String FORMAT_KEY = "slitstream";
    static final String NAME = "name";
    static final String ABOUT = "about";
    static final String TAGS = "tags";
    static final String EFFECTS = "effects";
    static final String EFFECT = "effect";
    static final String SLOT = "slot";
    static final String VERSION = "version";
    static final Flag ENABLED = Flag.of("enabled", "On", true, "Whether it takes part; off keeps its values.");

    /** What stands in front of an effect's own parameters; none of those may be called the same. */
    static final List<String> EFFECT_KEYS = List.of(EFFECT, SLOT, VERSION, ENABLED.id());

    private PresetYaml() {}

    /**
     * Reads a preset. What it does not mention is at its default.
     *
     * @param file what errors call it
     * @throws BadPreset if there is anything that is not understood
     */
    public static Preset read(String text, String file) throws BadPreset {
        return read(text, file, Effects.ALL, Migrations.KNOWN);
    }

    /** As {@link #read(String, String)}, with effects and migrations other than the known ones. */
    static Preset read(String text, String file, List<EffectType> effects, Migrations migrations) throws BadPreset {
        return new PresetReader(file, effects, migrations).read(text);
    }

    /** Whether a text means to be a preset; it may be broken all the same. */
    static boolean isPreset(String text) {
        return text.lines().anyMatch(line -> line.startsWith(FORMAT_KEY + ":"));
    }

    public static String write(Preset preset) {
        return new PresetWriter().write(preset);
    }
}
