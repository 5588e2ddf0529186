package io.github.slitstream.effect;

import io.github.slitstream.param.BadValue;
import io.github.slitstream.param.FileName;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Grids of colours by name or path. */
final class ColourCubes {
    static final FileName FILE = new FileName("file", "LUT", "What becomes of each colour.",
            List.of("teal-orange", "noir", "faded", "night"), List.of("cube"), "teal-orange");

    /** What a person may do whose file is none of them. */
    static final String WAY_OUT = "file takes " + FILE.allowed();

    /** A grid of 129³ takes some sixty megabytes; whatever is longer is none. */
    private static final long LONGEST = 100_000_000;
    private static final String FOLDER = "/io/github/slitstream/luts/";

    private ColourCubes() {}

    /** @throws BadValue if there is none of that name or path, or it cannot be read */
    static ColourCube read(String name) {
        try (BufferedReader file = new BufferedReader(new InputStreamReader(open(name), StandardCharsets.ISO_8859_1))) {
            return ColourCube.read(file, name);
        } catch (NoSuchFileException | FileNotFoundException | InvalidPathException e) {
            throw new BadValue("there is no LUT '" + name + "': " + WAY_OUT);
        } catch (IOException e) {
            throw new BadValue("LUT '" + name + "' cannot be read: " + WAY_OUT);
        }
    }

    private static InputStream open(String name) throws IOException {
        if (FILE.builtIn().contains(name)) {
            InputStream builtIn = ColourCubes.class.getResourceAsStream(FOLDER + name + ".cube");
            if (builtIn == null) {
                throw new FileNotFoundException(name);
            }
            return builtIn;
        }
        Path path = Path.of(name);
        if (Files.size(path) > LONGEST) {
            throw new BadValue("LUT '" + name + "' is too long: " + WAY_OUT);
        }
        return Files.newInputStream(path);
    }
}
