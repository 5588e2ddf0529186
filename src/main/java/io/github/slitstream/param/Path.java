package io.github.slitstream.param;

import java.util.Locale;

/** How what lies within something is called. */
final class Path {
    private Path() {}

    static String id(String path, String id) {
        return path + "." + id;
    }

    static String label(String path, String label) {
        return path.toUpperCase(Locale.ROOT) + " · " + label;
    }
}
