package io.github.slitstream.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps outputs from taking the place of what is read for them, by whatever spelling or link they name it. */
public final class Overwriting {
    private Overwriting() {}

    /**
     * @param outputs what will be replaced; need not exist
     * @param inputs what is read; need not exist
     * @throws IOException if one of the outputs is one of the inputs; the message names both
     */
    public static void refuse(Collection<Path> outputs, Collection<Path> inputs) throws IOException {
        Map<Object, Path> read = new HashMap<>();
        for (Path input : inputs) {
            Object identity = identity(input);
            if (identity != null) {
                read.put(identity, input);
            }
        }
        for (Path output : outputs) {
            Path input = read.get(identity(output));
            if (input != null) {
                String both = output.equals(input) ? "" : ", which is " + input + ",";
                throw new IOException(output + both + " is read itself and would be replaced; choose another output");
            }
        }
    }

    /** @throws IOException if the output is one of the inputs */
    public static void refuse(Path output, Path... inputs) throws IOException {
        refuse(List.of(output), List.of(inputs));
    }

    /** Equal for all names of one file; null if there is none. Some file systems give no key, but one real path. */
    private static @Nullable Object identity(Path file) {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return key == null ? file.toRealPath() : key;
        } catch (IOException none) {
            return null;
        }
    }
}
