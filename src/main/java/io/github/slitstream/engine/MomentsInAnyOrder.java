package io.github.slitstream.engine;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.Arrays;

/**
 * The moments of a clip in any order, from a source that reads forwards. To go back by one moment, many sources decode
 * all from a key frame on: so what is wanted backwards is read in stretches, which are kept. One thread, that of the
 * source.
 */
final class MomentsInAnyOrder {
    /** What a stretch takes at most, but for two moments. */
    private static final long STRETCH_BYTES = 128_000_000;
    private static final int UNKNOWN = -1;

    private final FrameSource source;
    private final long[] times;
    private final Moments moments;
    private final FrameSize size;
    private final Arena arena;
    /** Made when something is wanted backwards. */
    private Frame[][] stretch = {};
    /** Number of the first moment of the stretch that is kept, and how many there are. */
    private int first;
    private int kept;
    /** Number of the moment that the source gives next. */
    private int next;

    /** Reads the next moment of the source. */
    @FunctionalInterface
    interface Moments {
        /**
         * @param views takes the frame of each view
         * @return its time, or {@link FrameSource#END}
         */
        long read(Frame[] views) throws IOException;
    }

    /**
     * @param source stays the caller's
     * @param times when the moments of the clip are
     * @param isAtEnd whether the last of them was the last that the source gave
     * @param size of the frames that are read
     * @param arena for those that are kept
     */
    MomentsInAnyOrder(FrameSource source, long[] times, boolean isAtEnd, Moments moments, FrameSize size,
            Arena arena) {
        this.source = source;
        this.times = times;
        this.moments = moments;
        this.size = size;
        this.arena = arena;
        this.next = isAtEnd ? times.length : UNKNOWN;
    }

    /**
     * Reads a moment.
     *
     * @param isBack whether those before it are likely to follow
     * @param views takes the frame of each view
     * @return false if the source ends before it
     */
    boolean read(int number, boolean isBack, Frame[] views) throws IOException {
        if (isBack && !isKept(number) && !readStretch(number)) {
            return false;
        }
        if (!isKept(number)) {
            return readNow(number, views);
        }
        for (int view = 0; view < views.length; view++) {
            views[view].copyFrom(stretch[number - first][view]);
        }
        return true;
    }

    private boolean isKept(int number) {
        return number >= first && number < first + kept;
    }

    private boolean readStretch(int last) throws IOException {
        stretch = stretch.length == 0 ? allocated() : stretch;
        first = Math.max(0, last + 1 - stretch.length);
        for (kept = 0; first + kept <= last; kept++) {
            if (!readNow(first + kept, stretch[kept])) {
                return false;
            }
        }
        return true;
    }

    private Frame[][] allocated() {
        int views = source.info().views();
        int longest = Math.clamp(STRETCH_BYTES / (views * size.bytes()), 2, Math.max(2, times.length));
        Frame[][] made = new Frame[longest][views];
        for (Frame[] moment : made) {
            Arrays.setAll(moment, view -> Frame.allocate(size, arena));
        }
        return made;
    }

    private boolean readNow(int number, Frame[] views) throws IOException {
        long nanos = number == next ? moments.read(views) : readFrom(times[number], views);
        next = number + 1;
        return nanos != FrameSource.END;
    }

    private long readFrom(long nanos, Frame[] views) throws IOException {
        source.seek(nanos);
        long read = moments.read(views);
        while (read != FrameSource.END && read < nanos) {
            read = moments.read(views);
        }
        return read;
    }
}
