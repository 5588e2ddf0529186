package io.github.slitstream.preset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The presets that come with Slitstream: the files of {@code config/presets}, on the class path. */
final class ShippedPresets {
    /** The preset that a first-time user sees. */
    static final String DEFAULT = "time-tunnel";

    /** All of them, in the order they are offered. */
    static final List<String> IDS = List.of(DEFAULT, "slit-scan", "side-scan", "hourglass", "radar", "pond", "marble",
            "milky-way", "afterglow", "tide", "islands", "interference", "wake", "melting", "strips", "blinds", "snail",
            "newsprint", "big-blocks", "shattered",
            "photo-finish", "revolving-door", "frozen-scan", "whirlpool", "lightning", "saw-teeth", "static",
            "stargate",
            "hexagon", "petals", "weave", "fall-in",
            "spin-cycle", "kaleidoscope", "snowflake",
            "hall-of-mirrors", "inkblot", "neon", "woodcut", "chalk", "echo-lines", "aurora", "old-film",
            "night-watch", "posters");

    private static final String FOLDER = "/io/github/slitstream/presets/";

    private ShippedPresets() {}

    /** A picture of what a preset makes of the demo. */
    static Optional<URL> still(String id) {
        return Optional.ofNullable(ShippedPresets.class.getResource(FOLDER + id + ".jpg"));
    }

    /** @param id one of {@link #IDS} */
    static Preset load(String id) {
        String file = id + PresetYaml.EXTENSION;
        try (InputStream in = ShippedPresets.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("no preset " + file + " is shipped");
            }
            return PresetYaml.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), file);
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped preset " + file + " is broken", e);
        }
    }
}
