package io.github.slitstream.preset;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the platform wants a person's settings to be kept. The folder need not exist. */
public final class ConfigFolder {
    /** A system property that names another folder. */
    public static final String PROPERTY = "slitstream.config";

    private ConfigFolder() {}

    public static Path ofThisUser() {
        String asked = System.getProperty(PROPERTY);
        return asked != null
                ? Path.of(asked)
                : of(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
    }

    /** As the customs of an operating system have it; a relative path in the environment counts as none. */
    static Path of(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return home.resolve("Library", "Application Support", "Slitstream");
        }
        if (name.startsWith("windows")) {
            return absolute(environment.get("APPDATA"), home.resolve("AppData", "Roaming")).resolve("Slitstream");
        }
        return absolute(environment.get("XDG_CONFIG_HOME"), home.resolve(".config")).resolve("slitstream");
    }

    private static Path absolute(@Nullable String asked, Path otherwise) {
        return asked != null && Path.of(asked).isAbsolute() ? Path.of(asked) : otherwise;
    }
}
