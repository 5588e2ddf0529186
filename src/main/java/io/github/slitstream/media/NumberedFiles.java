package io.github.slitstream.media;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Files that differ in a number, written {@code frames/%05d.png}: before and after it, and how many digits it has at
 * least, zeros filling up.
 */
record NumberedFiles(Path folder, String before, int digits, String after) {
    private static final Pattern PLACE = Pattern.compile("(.*)%(?:0(\\d))?d([^%]*)");
    private static final int MOST_DIGITS = 9;

    /** @return null if the address has no place for a number */
    static @Nullable NumberedFiles parse(String address) {
        Path path = Path.of(address);
        Path name = path.getFileName();
        Matcher parts = PLACE.matcher(name == null ? "" : name.toString());
        if (!parts.matches()) {
            return null;
        }
        String digits = parts.group(2);
        Path folder = path.getParent();
        return new NumberedFiles(folder == null ? Path.of("") : folder, parts.group(1),
                digits == null ? 1 : Integer.parseInt(digits), parts.group(3));
    }

    Path file(int number) {
        String digitText = Integer.toString(number);
        return folder.resolve(before + "0".repeat(Math.max(0, digits - digitText.length())) + digitText + after);
    }

    /** The lowest number of a file that exists. */
    OptionalInt lowest() throws IOException {
        Pattern wanted = Pattern
                .compile(Pattern.quote(before) + "(\\d{1," + MOST_DIGITS + "})" + Pattern.quote(after));
        OptionalInt lowest = OptionalInt.empty();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Matcher name = wanted.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) {
                    lowest = lower(lowest, Integer.parseInt(name.group(1)));
                }
            }
        }
        return lowest;
    }

    /** How many files follow one another from this number to the first gap. */
    int countFrom(int first) {
        int next = first;
        while (Files.isRegularFile(file(next))) {
            next++;
        }
        return next - first;
    }

    private OptionalInt lower(OptionalInt lowest, int number) {
        boolean spelledSo = Files.isRegularFile(file(number));
        return spelledSo && number < lowest.orElse(Integer.MAX_VALUE) ? OptionalInt.of(number) : lowest;
    }

    @Override
    public String toString() {
        String place = digits == 1 ? "%d" : String.format(Locale.ROOT, "%%0%dd", digits);
        return folder.resolve(before + place + after).toString();
    }
}
