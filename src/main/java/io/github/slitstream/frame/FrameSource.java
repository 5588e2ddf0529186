package io.github.slitstream.frame;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Port: where frames come from, and the sound beside them. One thread opens, reads and closes a source.
 *
 * <ul>
 * <li><b>Ownership.</b> The frame that is filled stays the caller's, whether the call returns or throws; after an
 * exception, or at the end, its pixels are anything. A block of sound that was read is nobody's: it never changes.
 * <li><b>Time.</b> A source says it as the result of {@link #read} and stamps no frame: the caller does, with that time
 * or with the moment that it makes of it.
 * <li><b>Changes in mid-stream.</b> Size and views stay as {@link #info} says from the start; the nominal rate is a
 * promise, the times tell what came of it.
 * <li><b>After an exception</b> nothing more may be read: the source is closed, and opened anew by who wants it back.
 * <li><b>Interrupts.</b> A call that waits for a device or a net ends with an exception when its thread is interrupted.
 * </ul>
 */
public interface FrameSource extends AutoCloseable {
    /** Returned by {@link #read} instead of a time when there is nothing more to come. */
    long END = Long.MIN_VALUE;

    SourceInfo info();

    /**
     * Whether its pictures come at their moments by themselves, as those of a camera. Others are read when somebody
     * wants them and shown at their times: a file, and what is live but comes some seconds at a time.
     */
    default boolean isPaced() {
        return info().live();
    }

    /**
     * Waits for the next frame and fills {@code target}, a frame of this source's size that stays the caller's. A
     * source of several views gives those of each moment one after the other, the first camera's first, with one time.
     *
     * @return the capture time in nanoseconds, never decreasing: the monotonic clock ({@link System#nanoTime}) of a
     * source that is {@linkplain #isPaced paced}, otherwise the presentation time; or {@link #END}
     * @throws IOException if the source broke; the message names it and says what to do
     */
    long read(Frame target) throws IOException;

    /** The format of the sound beside the pictures, the same for all of it; null where there is none. */
    default @Nullable SoundFormat sound() {
        return null;
    }

    /**
     * The next block of sound, if it begins before a moment on the clock of the pictures. Sound need not begin or end
     * with them: that of a file may be captured before its first picture, below 0. A file is read ahead as far as that
     * takes, its pictures are kept until they are read; a live source gives what has come in and does not wait. At the
     * end of the pictures there may be sound behind them.
     *
     * @return null if there is none, now or ever; capture times increase, and where sound is missing, jump
     * @throws IOException as {@link #read} does
     */
    default @Nullable SoundBlock readSound(long beforeNanos) throws IOException {
        return null;
    }

    /**
     * Now that there is no frame more, until when the last one is shown; {@link #END} where the source does not say.
     */
    default long shownUntil() {
        return END;
    }

    /**
     * The same pictures as they were decoded; null where they are needed as frames, to turn them upright for example.
     */
    default @Nullable DecodedPictures decoded() {
        return null;
    }

    /** The files that it reads, which no output may replace. */
    default List<Path> files() {
        return List.of();
    }

    /** What a person should know of what was read so far and is not as it should be, one sentence each. */
    default List<String> notes() {
        return List.of();
    }

    /** Starts a source that is not live again from its first frame. */
    void rewind() throws IOException;

    /**
     * Goes to a moment of a source that is not live. What is read next is at or before it, or the first frame; files
     * give the newest frame that is not later, whatever their containers know. From there on frames and times are those
     * of reading from the first on. A source that knows no way to get there starts again from its first frame.
     *
     * @param nanos on the time line of {@link #read}
     * @throws IOException as for reading
     */
    default void seek(long nanos) throws IOException {
        rewind();
    }

    @Override
    void close();
}
