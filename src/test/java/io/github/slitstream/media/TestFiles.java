package io.github.slitstream.media;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;

/** The small files among the tests' resources. */
final class TestFiles {
    private TestFiles() {}

    static Path video(String name) {
        URL found = Objects.requireNonNull(TestFiles.class.getResource("/video/" + name), name);
        try {
            return Path.of(found.toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
