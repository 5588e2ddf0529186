package io.github.slitstream.frame;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Port: where finished pictures and sound go. One thread at a time uses a sink; another may open and close it.
 *
 * <ul>
 * <li><b>Ownership.</b> What is written stays the caller's, whether the call returns or throws: a sink that needs it
 * longer copies it.
 * <li><b>Time.</b> The caller says when it is to be shown or heard; pictures and sound have one origin. The sink reads
 * no clock and no capture time.
 * <li><b>Changes in mid-stream.</b> Size and nominal rate stay as the sink was opened with. Pictures may come at any
 * distance; one of another size is fitted by the caller before, or refused as an {@link IllegalArgumentException}.
 * Sound of any format is brought to the output's. Where there is a gap in its times, the sink writes silence; what
 * overlaps what was written is left out, as is what comes before the first picture.
 * <li><b>After an exception</b> nothing more may be written. {@link #finish} may be tried once and keeps what was
 * written before; {@link #close} is always allowed, and due.
 * <li><b>Interrupts.</b> A call that waits for a device or a net ends with an exception when its thread is interrupted.
 * </ul>
 */
public interface Sink extends AutoCloseable {
    /**
     * Takes one picture of the size the sink was opened with.
     *
     * @param nanos when it is to be shown, from any origin, increasing
     * @throws IOException if it cannot be written; the message names the output and the way out in one line
     */
    void write(Frame picture, long nanos) throws IOException;

    /**
     * Takes the picture that was written last once more; quicker than another one where the output has a way.
     *
     * @param last that picture
     * @param nanos as for another one
     * @throws IOException likewise
     */
    default void repeat(Frame last, long nanos) throws IOException {
        write(last, nanos);
    }

    /**
     * Whether pictures may be written as they were decoded, because the source's form is that of the output.
     *
     * @param source at its beginning
     */
    default boolean takes(DecodedPictures source) {
        return false;
    }

    /**
     * Takes the picture that a source decoded last, where {@link #takes}; one of another form than the first is brought
     * over.
     *
     * @param nanos as for frames
     * @throws IOException as for frames
     */
    default void write(DecodedPictures source, long nanos) throws IOException {
        throw new IOException("this output takes no decoded pictures: write frames");
    }

    /** Whether sound may be written: it was asked for, and this kind of output holds it. */
    default boolean hasSound() {
        return false;
    }

    /**
     * Takes sound, where {@link #hasSound}; the first picture comes before it.
     *
     * @param nanos when its first sample is to be heard, from the origin of the pictures, not decreasing
     * @throws IOException as for pictures
     */
    default void write(SoundBlock sound, long nanos) throws IOException {
        throw new IOException("this output takes no sound: record without it");
    }

    /**
     * Says until when the last picture is shown; without it, and where pictures come as they are shown, that is one
     * frame at the nominal rate. Outputs without times take no notice.
     *
     * @param nanos from the origin of the pictures; {@link FrameSource#END} for what is not known
     */
    default void showLastUntil(long nanos) {}

    /**
     * Says that no other picture came until a moment; matters where they follow each other at a constant rate.
     *
     * @param nanos from the origin of the pictures
     * @throws IOException as for pictures
     */
    default void standUntil(long nanos) throws IOException {}

    /** When the picture that was written last is over, from the origin of the pictures; 0 where nothing is heard. */
    default long endNanos() {
        return 0;
    }

    /**
     * Goes on with less work for each picture, at the cost of quality or size: the pictures come faster than they are
     * written.
     *
     * @return whether that makes a difference
     * @throws IOException as for pictures
     */
    default boolean stepDown() throws IOException {
        return false;
    }

    /**
     * Completes the output and puts it in its place. Without it, closing leaves nothing behind, or what was asked to be
     * kept.
     */
    void finish() throws IOException;

    /** The one file that is written now, and after {@link #finish} the one that is complete. Any thread. */
    default Optional<Path> file() {
        return Optional.empty();
    }

    /** How far it is; without waiting for the disk. Any thread. */
    default SinkProgress progress() {
        return SinkProgress.UNWATCHED;
    }

    /** What a person should know of what was written, in a line each; after {@link #finish}. */
    default List<String> notes() {
        return List.of();
    }

    /** What encodes it and why, in a few words for people; empty where nothing does. Any thread. */
    default String encoder() {
        return "";
    }

    @Override
    void close();
}
