package io.github.slitstream.media;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the key frames of a container lie, as far as it was read: for those whose own time stamps do not tell. */
final class KeyFrameIndex {
    /**
     * A key frame.
     *
     * @param tick when it is decoded, on the time line
     * @param position of its first byte in the container
     * @param shift of the time line there
     */
    record Entry(long tick, long position, long shift) {}

    private final List<Entry> entries = new ArrayList<>();
    private long knownTo = Long.MIN_VALUE;

    /** Takes note of a packet of pictures. All between this one and those noted before were noted. */
    void note(long tick, boolean key, long position, long shift) {
        if (tick <= knownTo) {
            return;
        }
        knownTo = tick;
        if (key && position >= 0) {
            entries.add(new Entry(tick, position, shift));
        }
    }

    /** Whether every key frame up to there is known. */
    boolean reaches(long tick) {
        return tick <= knownTo;
    }

    /** The last key frame that is decoded at that moment or before, or null. */
    @Nullable
    Entry before(long tick) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries.get(middle).tick() <= tick) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? null : entries.get(low - 1);
    }
}
