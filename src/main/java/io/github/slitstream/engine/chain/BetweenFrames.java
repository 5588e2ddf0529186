package io.github.slitstream.engine.chain;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.Arena;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The frames between the passes of a chain: for each size at most two, by turns. */
final class BetweenFrames implements AutoCloseable {
    private final Map<Turn, Held> held = new HashMap<>();
    private final Set<Turn> wanted = new HashSet<>();

    private record Turn(FrameSize size, int turn) {}

    private static final class Held {
        private final Arena arena = Arena.ofShared();
        private final Frame frame;

        Held(FrameSize size) {
            frame = Frame.allocate(size, arena);
        }
    }

    /** @param turn 0 or 1 */
    Frame of(FrameSize size, int turn) {
        Turn key = new Turn(size, turn);
        wanted.add(key);
        return held.computeIfAbsent(key, missing -> new Held(size)).frame;
    }

    /** Gives back what nobody asked for since the last call. */
    void closeUnwanted() {
        held.entrySet().removeIf(entry -> !wanted.contains(entry.getKey()) && closed(entry.getValue()));
        wanted.clear();
    }

    private static boolean closed(Held unwanted) {
        unwanted.arena.close();
        return true;
    }

    @Override
    public void close() {
        held.values().forEach(each -> each.arena.close());
    }
}
