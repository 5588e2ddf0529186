package io.github.slitstream.media;

import static io.github.slitstream.media.FFmpegException.check;
import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_INTERLACED;
import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_TOP_FIELD_FIRST;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_move_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of a reader, one for each, at the same times. Those that say that they are interlaced come out as BGRA
 * with the lines of their second field made anew; the others as they are. From the first interlaced picture on each
 * waits for the one after it, which the filter wants to see. One thread.
 */
final class Deinterlacer implements AutoCloseable {
    /** The filter refuses pictures that are smaller. */
    private static final int SMALLEST_SIDE = 4;

    private final VideoReader reader;
    private final AVFrame picture = av_frame_alloc();
    /** Given to the filter, but not yet out of it. */
    private final AVFrame waiting = av_frame_alloc();
    /** Decoded, but not yet given to the filter. */
    private final AVFrame ahead = av_frame_alloc();
    private @Nullable PictureFilter filter;
    private PictureColour colour;
    private boolean topFirst;
    private boolean hasWaiting;
    private boolean hasAhead;

    Deinterlacer(VideoReader reader) {
        this.reader = reader;
        this.colour = PictureColour.of(reader.picture());
    }

    /** The picture after the last call of {@link #next}; until the next call. */
    AVFrame picture() {
        return picture;
    }

    /** Live, when that picture came in, as {@link VideoReader#arrivedNanos}; else when it is shown, as its tick. */
    long moment() {
        return picture.pts();
    }

    /** @return whether there was another picture */
    boolean next() throws FFmpegException {
        av_frame_unref(picture);
        while (hasAhead || decode()) {
            PictureFilter at = filter;
            if (hasWaiting && at != null && !goesOn(at)) {
                at.end();
                give(at.pull());
                return true;
            }
            if (!hasWaiting && !isInterlaced(ahead)) {
                av_frame_move_ref(picture, ahead);
                hasAhead = false;
                return true;
            }
            if (push()) {
                return true;
            }
        }
        if (!hasWaiting || filter == null) {
            return false;
        }
        filter.end();
        give(filter.pull());
        return true;
    }

    /** Forgets what was seen: the reader goes on at another place. */
    void forget() {
        av_frame_unref(waiting);
        av_frame_unref(ahead);
        hasWaiting = false;
        hasAhead = false;
        stopFilter();
    }

    @Override
    public void close() {
        stopFilter();
        av_frame_free(picture);
        av_frame_free(waiting);
        av_frame_free(ahead);
    }

    private boolean decode() throws FFmpegException {
        if (reader.next()) {
            av_frame_move_ref(ahead, reader.picture());
            ahead.pts(reader.isLive() ? reader.arrivedNanos() : reader.tick());
            hasAhead = true;
        }
        return hasAhead;
    }

    /** Gives the filter the picture ahead. @return whether one came out */
    private boolean push() throws FFmpegException {
        PictureFilter open = filter == null ? openFilter() : filter;
        open.push(ahead);
        AVFrame filtered = open.pull();
        boolean came = filtered != null && hasWaiting;
        if (came) {
            take(filtered);
        }
        av_frame_unref(waiting);
        av_frame_move_ref(waiting, ahead);
        hasWaiting = true;
        hasAhead = false;
        return came;
    }

    /** Gives the last picture of a filter. */
    private void give(@Nullable AVFrame filtered) throws FFmpegException {
        take(filtered);
        av_frame_unref(waiting);
        hasWaiting = false;
        stopFilter();
    }

    private void take(@Nullable AVFrame filtered) throws FFmpegException {
        if (filtered == null || !isInterlaced(waiting)) {
            check(av_frame_ref(picture, waiting));
            return;
        }
        check(av_frame_ref(picture, filtered));
        picture.pts(waiting.pts()).duration(waiting.duration()).flags(waiting.flags())
                .decode_error_flags(waiting.decode_error_flags());
    }

    private boolean goesOn(PictureFilter open) {
        return open.takes(ahead) && PictureColour.of(ahead).equals(colour)
                && (!isInterlaced(ahead) || isTopFirst(ahead) == topFirst);
    }

    private PictureFilter openFilter() throws FFmpegException {
        colour = PictureColour.of(ahead);
        topFirst = isTopFirst(ahead);
        PictureFilter open = new PictureFilter("bwdif=mode=send_frame:deint=all:parity=" + (topFirst ? "tff" : "bff")
                + "," + ColourGraph.filters(colour, ahead), ahead);
        filter = open;
        return open;
    }

    private void stopFilter() {
        if (filter != null) {
            filter.close();
            filter = null;
        }
    }

    private static boolean isInterlaced(AVFrame frame) {
        return (frame.flags() & AV_FRAME_FLAG_INTERLACED) != 0 && frame.width() >= SMALLEST_SIDE
                && frame.height() >= SMALLEST_SIDE;
    }

    private static boolean isTopFirst(AVFrame frame) {
        return (frame.flags() & AV_FRAME_FLAG_TOP_FIELD_FIRST) != 0;
    }
}
