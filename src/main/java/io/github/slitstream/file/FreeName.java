package io.github.slitstream.file;

import java.io.IOException;
import java.nio.file.Path;

/** Names for files that replace none: {@code film.mp4}, {@code film 2.mp4}, … */
public final class FreeName {
    private FreeName() {}

    /** Takes a name, unless it is taken. */
    @FunctionalInterface
    public interface Claim {
        boolean succeeds(Path place) throws IOException;
    }

    /** The first of a target and the same with a number that is free. */
    public static Path first(Path target, Claim claim) throws IOException {
        String name = String.valueOf(target.getFileName());
        int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
        Path place = target;
        for (int number = 2; !claim.succeeds(place); number++) {
            place = target.resolveSibling(name.substring(0, dot) + " " + number + name.substring(dot));
        }
        return place;
    }
}
