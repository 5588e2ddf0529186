package io.github.slitstream.media;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Files that differ in a number, written {@code frames/%05d.png}: before and after it, and how many digits it has at
 * least, zeros filling up. Only {@code %d} with no letter behind it and {@code %0Nd}, in the last part of a path, stand
 * for a number; {@code %%} is a percent sign.
 */
record NumberedFiles(Path folder, String before, int digits, String after) {
    private static final Pattern PLACE = Pattern.compile("%%|%0(\\d)d|%d(?!\\p{L})");
    private static final int MOST_DIGITS = 9;

    /**
     * @return null if the address has no place for a number
     * @throws IOException if it has more than one
     */
    static @Nullable NumberedFiles parse(String address) throws IOException {
        Path path = Path.of(address);
        String name = String.valueOf(path.getFileName());
        Matcher place = PLACE.matcher(name);
        StringBuilder literal = new StringBuilder();
        String before = null;
        int digits = 1;
        int from = 0;
        while (place.find()) {
            literal.append(name, from, place.start());
            from = place.end();
            if (place.group().equals("%%")) {
                literal.append('%');
            } else if (before == null) {
                before = literal.toString();
                literal.setLength(0);
                digits = place.group(1) == null ? 1 : Math.max(1, Integer.parseInt(place.group(1)));
            } else {
                throw new IOException(address + " has two places for a number; leave one, and write %% for a"
                        + " percent sign");
            }
        }
        Path folder = path.getParent();
        return before == null
                ? null
                : new NumberedFiles(folder == null ? Path.of("") : folder, before, digits,
                        literal.append(name, from, name.length()).toString());
    }

    /** The path that an address without a place for a number means. */
    static Path literal(String address) {
        Path path = Path.of(address);
        Path name = path.getFileName();
        return name == null ? path : path.resolveSibling(name.toString().replace("%%", "%"));
    }

    Path file(int number) {
        String digitText = Integer.toString(number);
        return folder.resolve(before + "0".repeat(Math.max(0, digits - digitText.length())) + digitText + after);
    }

    /**
     * Where the sound of the pictures lies, if nothing else does: their name without the number, or {@code sound.wav}.
     */
    Path sound() {
        String name = before.replaceFirst("[\\s._-]+$", "");
        return folder.resolve((name.isEmpty() ? "sound" : name) + SoundFile.ENDING);
    }

    /** The files that exist, by number; none where there is no such folder. */
    SortedMap<Integer, Path> present() throws IOException {
        Pattern wanted = Pattern.compile(
                Pattern.quote(before) + "(\\d{1," + MOST_DIGITS + "})" + Pattern.quote(after),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE); // what is one name, the file system says
        SortedMap<Integer, Path> present = new TreeMap<>();
        if (!folder.toAbsolutePath().toFile().isDirectory()) {
            return present;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Matcher name = wanted.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) {
                    int number = Integer.parseInt(name.group(1));
                    Path spelled = file(number);
                    if (Files.isRegularFile(spelled)) {
                        present.put(number, spelled);
                    }
                }
            }
        }
        return present;
    }

    /** Of all of them, with the place of the number and without the folder. */
    String name() {
        String place = digits == 1 ? "%d" : String.format(Locale.ROOT, "%%0%dd", digits);
        return before.replace("%", "%%") + place + after.replace("%", "%%");
    }

    @Override
    public String toString() {
        return folder.resolve(name()).toString();
    }
}
