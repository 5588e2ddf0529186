package io.github.slitstream.live;

import io.github.slitstream.engine.Player;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What is found out while the program plays.
 *
 * @param <T> what comes out
 */
@FunctionalInterface
public interface LiveMeasurement<T> {
    /**
     * Called once, on a thread of its own.
     *
     * @param player plays {@code start}'s source; stays the caller's
     * @param folder empty, and thrown away afterwards
     */
    T measure(Player player, LiveStart start, Path folder) throws IOException, InterruptedException;
}
