package io.github.slitstream.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Text files that name others to be played: playlists of HLS, lists of FFmpeg's {@code concat}, manifests of DASH. */
final class FileList {
    private static final List<String> MARKS = List.of("#extm3u", "ffconcat", "<?xml", "<mpd");
    private static final String FILE = "file:";
    private static final long LONGEST = 4 << 20;
    private static final Pattern NAME = Pattern.compile("'[^']+'|\"[^\"]+\"|[^\\s\"'<>=,]+");

    private FileList() {}

    /** A file, and if it is such a list, those of the files that it names which are there, and so on. */
    static List<Path> files(Path file) throws IOException {
        Collection<Path> found = new LinkedHashSet<>();
        collect(file, found);
        return List.copyOf(found);
    }

    private static void collect(Path file, Collection<Path> found) throws IOException {
        if (!found.add(file) || Files.size(file) > LONGEST) {
            return;
        }
        String mark = PictureDecoder.magic(file).replace("\u00ef\u00bb\u00bf", "").toLowerCase(Locale.ROOT);
        if (MARKS.stream().noneMatch(mark::startsWith)) {
            return;
        }
        for (String name : names(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))) {
            Optional<Path> named = named(file, name);
            if (named.isPresent()) {
                collect(named.get(), found);
            }
        }
    }

    /** Whatever may be a name: a line, what stands in quotes, what stands between spaces and signs. */
    private static List<String> names(String text) {
        List<String> names = new ArrayList<>(text.lines().map(String::strip).toList());
        NAME.matcher(text).results().map(MatchResult::group)
                .map(part -> "'\"".indexOf(part.charAt(0)) >= 0 ? part.substring(1, part.length() - 1) : part)
                .forEach(names::add);
        return names;
    }

    private static Optional<Path> named(Path list, String name) {
        try {
            String plain = name.startsWith(FILE) ? name.substring(FILE.length()) : name;
            return plain.isEmpty()
                    ? Optional.empty()
                    : Optional.of(list.resolveSibling(plain)).filter(Files::isRegularFile);
        } catch (InvalidPathException noName) {
            return Optional.empty();
        }
    }
}
