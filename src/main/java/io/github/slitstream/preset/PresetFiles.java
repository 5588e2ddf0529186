package io.github.slitstream.preset;

import io.github.slitstream.frame.EmbeddedPresets;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Presets in files: as text, or carried by a picture or a video that was made with it. Any thread.
 *
 * @param embedded reads the latter
 */
record PresetFiles(EmbeddedPresets embedded) {
    /** How the names of files end that may hold a preset. */
    static final List<String> ENDINGS = List.of("yaml", "yml", "png", "mp4", "m4v", "mov", "mkv", "webm");

    private static final String WAY_OUT = "presets are YAML files, and PNG, MP4, MOV, MKV and WebM carry the one that"
            + " Slitstream made them with";

    /** Whether that is a file and not the id or name of a preset. */
    static boolean isPath(String nameOrFile) {
        String name = nameOrFile.toLowerCase(Locale.ROOT);
        return name.contains("/") || name.contains("\\")
                || ENDINGS.stream().anyMatch(ending -> name.endsWith("." + ending));
    }

    /** Whether there is a file of that name, whatever it is. */
    static boolean isThere(String name) {
        try {
            return Files.isRegularFile(Path.of(name));
        } catch (InvalidPathException noName) {
            return false;
        }
    }

    /**
     * @param called what errors call the file
     * @throws BadPreset if its text does not hold a preset
     * @throws IOException if it cannot be read, or is a picture or video that carries none
     */
    Preset read(Path file, String called) throws IOException {
        try {
            if (Files.isDirectory(file)) {
                throw new IOException(called + " is a folder: name a preset file");
            }
            return embedded.isCarrier(file)
                    ? carried(file, called).orElseThrow(() -> new IOException(called
                            + " carries no preset: those do that Slitstream made with effects; name one, or a preset"
                            + " file"))
                    : PresetYaml.read(text(file, called), called);
        } catch (NoSuchFileException e) {
            throw new IOException(
                    called + " does not exist: check the path; 'slitstream presets' lists the presets there are", e);
        }
    }

    /**
     * The preset that a picture or video carries.
     *
     * @return empty if the file is none, or carries none
     * @throws IOException if it cannot be read, or what it carries is damaged
     */
    Optional<Preset> carried(Path file) throws IOException {
        return Files.isRegularFile(file) && embedded.isCarrier(file)
                ? carried(file, String.valueOf(file.getFileName()))
                : Optional.empty();
    }

    private Optional<Preset> carried(Path file, String called) throws IOException {
        Optional<String> text = embedded.read(file).filter(PresetYaml::isPreset);
        return text.isEmpty() ? Optional.empty() : Optional.of(PresetYaml.read(text.get(), called));
    }

    private static String text(Path file, String called) throws IOException {
        if (Files.size(file) > EmbeddedPresets.LONGEST_BYTES) {
            throw new IOException(called + " is too long for a preset; " + WAY_OUT);
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new IOException(called + " holds no preset: it is not UTF-8 text; " + WAY_OUT);
        }
    }
}
