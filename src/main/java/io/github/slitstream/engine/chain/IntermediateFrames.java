package io.github.slitstream.engine.chain;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.Arena;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What one pass of a chain hands to the next: for each size at most two frames, alternately. */
final class IntermediateFrames implements AutoCloseable {
    private final Map<Key, Held> held = new HashMap<>();
    private final Set<Key> requested = new HashSet<>();

    private record Key(FrameSize size, int index) {}

    private static final class Held {
        private final Arena arena = Arena.ofShared();
        private final Frame frame;

        Held(FrameSize size) {
            frame = Frame.allocate(size, arena);
        }
    }

    /** @param index 0 or 1 */
    Frame of(FrameSize size, int index) {
        Key key = new Key(size, index);
        requested.add(key);
        return held.computeIfAbsent(key, missing -> new Held(size)).frame;
    }

    /** Gives back what nobody asked for since the last call. */
    void closeUnused() {
        held.entrySet().removeIf(entry -> !requested.contains(entry.getKey()) && closed(entry.getValue()));
        requested.clear();
    }

    private static boolean closed(Held unused) {
        unused.arena.close();
        return true;
    }

    @Override
    public void close() {
        held.values().forEach(each -> each.arena.close());
    }
}
