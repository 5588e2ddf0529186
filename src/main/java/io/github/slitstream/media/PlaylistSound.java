package io.github.slitstream.media;

import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The sound of files that play one after another, as that of one: each file's is brought to one format and ends with
 * its file. One thread.
 */
final class PlaylistSound implements AutoCloseable {
    private final SoundFormat format;
    /** Of a file that has ended, what was not handed out yet. */
    private final Deque<SoundBlock> rest = new ArrayDeque<>();
    /** The file that plays, and when it began on the time line of all. */
    private @Nullable FrameSource file;
    private long begin;
    /** For its sound, if that is of another format. */
    private @Nullable SoundChange change;
    /** Whether anybody hears it: otherwise its sound is not even decoded. */
    private boolean isHeard;

    PlaylistSound(SoundFormat format) {
        this.format = format;
    }

    SoundFormat format() {
        return format;
    }

    /**
     * From now on a file plays.
     *
     * @param next stays the caller's, until {@link #end} or {@link #clear}
     * @throws IOException if its sound cannot be brought to the format; it is silent then
     */
    void begin(FrameSource next, long beginNanos) throws IOException {
        file = null;
        closeChange();
        begin = beginNanos;
        isHeard = false;
        SoundFormat own = next.sound();
        if (own != null && !own.equals(format)) {
            try {
                change = new SoundChange(own, format);
            } catch (FFmpegException refused) {
                throw new IOException(next.info().name() + " is played without its sound (" + refused.reason() + ")",
                        refused);
            }
        }
        file = own == null ? null : next;
    }

    /** As {@link FrameSource#readSound}, on the time line of all files. */
    @Nullable
    SoundBlock read(long beforeNanos) throws IOException {
        isHeard = true;
        SoundBlock left = rest.peek();
        if (left != null) {
            return left.capturedNanos() < beforeNanos ? rest.remove() : null;
        }
        return readFile(beforeNanos);
    }

    /**
     * The file that plays is over: its sound up to there is kept, what is behind is not heard.
     *
     * @param endNanos on the time line of all
     */
    void end(long endNanos) throws IOException {
        for (SoundBlock next = isHeard ? readFile(endNanos) : null; next != null; next = readFile(endNanos)) {
            rest.add(next.until(endNanos));
        }
        file = null;
    }

    /** Forgets what was not handed out: it goes on elsewhere. */
    void clear() {
        rest.clear();
        file = null;
    }

    private @Nullable SoundBlock readFile(long beforeNanos) throws IOException {
        FrameSource present = file;
        SoundBlock block = present == null ? null : present.readSound(beforeNanos - begin);
        if (block == null) {
            return null;
        }
        SoundBlock brought = change == null ? block : change.change(block);
        return brought.at(brought.capturedNanos() + begin);
    }

    private void closeChange() {
        if (change != null) {
            change.close();
            change = null;
        }
    }

    @Override
    public void close() {
        clear();
        closeChange();
    }
}
