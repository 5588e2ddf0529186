package io.github.slitstream.view.model;

import io.github.slitstream.file.PartialFile;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Values;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.PresetYaml;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.Properties;

/**
 * Keeps a session and the preset that was played in two files of one folder, each written whole or not at all. A file
 * that cannot be read is set aside under another name. Any thread.
 */
public final class SessionStore {
    private static final String RECORDING = "recording.";
    private static final String SESSION = "window.properties";
    private static final String PRESET = "last-preset.yaml";
    /** What the first releases called it; read where there is none of the other name. */
    private static final String FIRST_PRESET = "last-look.yaml";
    /** Neither file is nearly as long; whatever is was not written by us. */
    private static final long LONGEST_FILE = 1 << 20;
    private static final double SMALLEST = 200;
    private static final double LARGEST = 20_000;

    private final Path folder;

    /** @param folder made when something is kept for the first time */
    public SessionStore(Path folder) {
        this.folder = folder;
    }

    /** What was kept last, or {@link Session#FIRST}. */
    public Session session() {
        Path file = folder.resolve(SESSION);
        try {
            return Files.exists(file) ? read(text(file)) : Session.FIRST;
        } catch (IOException | IllegalArgumentException e) {
            setAside(file);
            return Session.FIRST;
        }
    }

    /**
     * The preset that was played last, saved under its name or not.
     *
     * @param whyNot hears in one line what is wrong with one that cannot be read, and where it is kept
     */
    public Optional<Preset> preset(Consumer<String> whyNot) {
        Path newest = folder.resolve(PRESET);
        Path file = Files.exists(newest) ? newest : folder.resolve(FIRST_PRESET);
        try {
            return Files.exists(file) ? Optional.of(PresetYaml.read(text(file), fileName(file))) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            whyNot.accept(
                    "What was played last cannot be read: " + e.getMessage() + "; it is kept as " + setAside(file));
            return Optional.empty();
        }
    }

    /** @throws IOException if the folder cannot be written; what was there stays */
    public void keep(Session session, Preset preset) throws IOException {
        Files.createDirectories(folder);
        PartialFile.write(folder.resolve(SESSION), text(session));
        PartialFile.write(folder.resolve(PRESET), PresetYaml.write(preset));
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > LONGEST_FILE) {
            throw new IOException(file + " is too long");
        }
        return Files.readString(file);
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** @return where it lies now */
    private static Path setAside(Path file) {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged");
        for (int n = 2; Files.exists(aside); n++) {
            aside = file.resolveSibling(file.getFileName() + ".damaged-" + n);
        }
        try {
            return Files.move(file, aside);
        } catch (IOException e) {
            return file; // It cannot be read nor moved: the next write will say so.
        }
    }

    private static String text(Session session) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("x", String.valueOf(session.x()));
        properties.setProperty("y", String.valueOf(session.y()));
        properties.setProperty("width", String.valueOf(session.width()));
        properties.setProperty("height", String.valueOf(session.height()));
        properties.setProperty("maximized", String.valueOf(session.maximized()));
        properties.setProperty("dark", String.valueOf(session.dark()));
        properties.setProperty("controls", String.valueOf(session.controls()));
        properties.setProperty("loop", String.valueOf(session.loop()));
        properties.setProperty("volume", String.valueOf(session.volume()));
        properties.setProperty("muted", String.valueOf(session.muted()));
        properties.setProperty("source", session.source());
        RecordingSettings recording = session.recording();
        for (Parameter<?> parameter : RecordingSettings.ALL) {
            properties.setProperty(RECORDING + parameter.id(), recording.values().text(parameter));
        }
        properties.setProperty(RECORDING + "encoder", recording.encoder());
        properties.setProperty(RECORDING + "folder", recording.folder());
        for (int i = 0; i < session.recent().size(); i++) {
            properties.setProperty("recent." + i, session.recent().get(i).address());
            properties.setProperty("recent." + i + ".seconds", String.valueOf(session.recent().get(i).seconds()));
        }
        StringWriter writer = new StringWriter();
        properties.store(writer, "What the window of Slitstream remembers");
        return writer.toString();
    }

    private static Session read(String text) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        List<Recent> recent = new ArrayList<>();
        for (int i = 0; properties.getProperty("recent." + i) != null; i++) {
            recent.add(new Recent(properties.getProperty("recent." + i),
                    number(properties, "recent." + i + ".seconds", 0)));
        }
        return new Session(number(properties, "x", Session.FIRST.x()), number(properties, "y", Session.FIRST.y()),
                side(properties, "width", Session.FIRST.width()), side(properties, "height", Session.FIRST.height()),
                flag(properties, "maximized", false), flag(properties, "dark", true),
                flag(properties, "controls", true), flag(properties, "loop", true), volume(properties),
                flag(properties, "muted", false),
                properties.getProperty("source", ""), recent, recording(properties));
    }

    /** What another release wrote and this one does not know is left out. */
    private static RecordingSettings recording(Properties properties) {
        Values values = RecordingSettings.FIRST.values();
        for (Parameter<?> parameter : RecordingSettings.ALL) {
            String text = properties.getProperty(RECORDING + parameter.id());
            try {
                values = text == null ? values : values.with(parameter.id(), text);
            } catch (BadValue unknown) {
                return RecordingSettings.FIRST;
            }
        }
        return new RecordingSettings(values, properties.getProperty(RECORDING + "encoder", ""),
                properties.getProperty(RECORDING + "folder", ""));
    }

    private static double number(Properties properties, String key, double otherwise) {
        return Double.parseDouble(properties.getProperty(key, String.valueOf(otherwise)));
    }

    private static double volume(Properties properties) {
        double volume = number(properties, "volume", 1);
        if (volume >= 0 && volume <= 1) {
            return volume;
        }
        throw new IllegalArgumentException("volume is 0 to 1, not " + volume);
    }

    private static double side(Properties properties, String key, double otherwise) {
        double side = number(properties, key, otherwise);
        if (side >= SMALLEST && side <= LARGEST) {
            return side;
        }
        throw new IllegalArgumentException(key + " of the window cannot be " + side);
    }

    private static boolean flag(Properties properties, String key, boolean otherwise) {
        return switch (properties.getProperty(key, String.valueOf(otherwise))) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(key + " is true or false");
        };
    }
}
