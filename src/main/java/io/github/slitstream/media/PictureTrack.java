package io.github.slitstream.media;

import static io.github.slitstream.media.FFmpegException.check;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_move_ref;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_ref;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SinkRequest;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Pictures on their way through an encoder, each at its own time, the first at 0. A quicker setting of the encoder may
 * follow in the same stream. One thread at a time.
 */
final class PictureTrack implements AutoCloseable {
    static final double NANOS_PER_TICK = 1e9 / VideoStream.TICKS_PER_SECOND;

    private final AVPacket packet = av_packet_alloc();
    /** The newest, unless pictures come as they are shown: perhaps the last, of which the end is told. */
    private final AVPacket held = av_packet_alloc();
    /** The newest of pictures that come as they are shown, where it may be written again. */
    private final AVPacket repeatable = av_packet_alloc();
    private final Muxer muxer;
    private final SinkRequest request;
    private final boolean isTranslucent;
    private EncoderChoice choice;
    private VideoStream stream;
    private long firstNanos;
    private long lastTick = -1;
    private long taken;
    private long packets;
    private long packetBytes;
    /** When the last picture ends; −1 as long as that is not known. */
    private long endTick = -1;

    /**
     * @param muxer of the file that the pictures are for
     * @param request for what; its address is not looked at
     * @param isTranslucent whether pictures have alpha that is to be kept
     */
    PictureTrack(Muxer muxer, EncoderChoice choice, SinkRequest request, boolean isTranslucent)
            throws FFmpegException {
        this.muxer = muxer;
        this.choice = choice;
        this.request = request;
        this.isTranslucent = isTranslucent;
        this.stream = new VideoStream(choice, request, isTranslucent, muxer.hasHeader());
    }

    EncoderChoice choice() {
        return choice;
    }

    /** What the stream is, as files tell it; the caller's. */
    AVCodecParameters parameters() throws FFmpegException {
        AVCodecParameters parameters = avcodec_parameters_alloc();
        check(avcodec_parameters_from_context(parameters, stream.encoder()));
        return parameters;
    }

    /** Of the first picture, as it was given. */
    long firstNanos() {
        return firstNanos;
    }

    /** @param nanos when to show it; what is not later than the picture before comes one tick after it */
    void write(Frame frame, long nanos, PacketTarget target) throws FFmpegException {
        if (isDue(nanos)) {
            stream.send(frame, lastTick);
            taken++;
            writePackets(target);
        }
    }

    /**
     * Writes the picture before once more. Its packet is copied where it is a whole picture and the encoder holds none
     * back: a machine too slow to encode each picture anew would be behind more and more.
     *
     * @param last that picture
     * @param nanos as for another one
     */
    void repeat(Frame last, long nanos, PacketTarget target) throws FFmpegException {
        if (repeatable.size() == 0 || packets < taken) {
            write(last, nanos, target);
        } else if (isDue(nanos)) {
            taken++;
            check(av_packet_ref(packet, repeatable));
            writeNow(packet.pts(lastTick).dts(lastTick), target);
        }
    }

    /** Whether a decoded picture is of the very form that the encoder gets. */
    boolean takes(AVFrame picture) {
        return !isTranslucent && VideoStream.takes(choice, request, picture);
    }

    /**
     * Writes a picture as it was decoded.
     *
     * @param picture that {@link #takes} says yes to; stays the caller's
     * @param nanos as for frames
     */
    void write(AVFrame picture, long nanos, PacketTarget target) throws FFmpegException {
        if (isDue(nanos)) {
            stream.pass(picture, lastTick);
            taken++;
            writePackets(target);
        }
    }

    /** Moves on to the tick of a picture, unless it comes too soon for the format. */
    private boolean isDue(long nanos) {
        if (lastTick < 0) {
            firstNanos = nanos;
        }
        long due = tick(nanos);
        if (lastTick >= 0 && due - lastTick < muxer.shortestNanos() / NANOS_PER_TICK) {
            return false;
        }
        lastTick = Math.max(lastTick + 1, due);
        return true;
    }

    private long tick(long nanos) {
        return Math.round((nanos - firstNanos) / NANOS_PER_TICK);
    }

    /** How much the pictures so far will take, those that the encoder holds back like the others; 0 if not known. */
    long expectedBytes() {
        return packets == 0 ? 0 : Math.round((double) packetBytes / packets * taken);
    }

    /** As {@link io.github.slitstream.frame.Sink#showLastUntil}. */
    void showLastUntil(long nanos) {
        endTick = nanos == FrameSource.END ? -1 : tick(nanos);
    }

    /**
     * Goes on at the encoder's next quicker setting.
     *
     * @return whether there is one that may follow in the same stream
     */
    boolean stepDown(PacketTarget target) throws FFmpegException {
        EncoderChoice quicker = choice.quicker();
        if (quicker.equals(choice)) {
            return false;
        }
        VideoStream next = new VideoStream(quicker, request, isTranslucent, muxer.hasHeader());
        if (!hasSameHeader(stream.encoder(), next.encoder())) {
            next.close();
            return false;
        }
        VideoStream before = stream;
        try (before) {
            before.end();
            writePackets(target);
        } finally {
            stream = next;
            choice = quicker;
        }
        return true;
    }

    private static boolean hasSameHeader(AVCodecContext one, AVCodecContext other) {
        if (one.extradata_size() != other.extradata_size()) {
            return false;
        }
        for (int at = 0; at < one.extradata_size(); at++) {
            if (one.extradata().get(at) != other.extradata().get(at)) {
                return false;
            }
        }
        return true;
    }

    /** Writes what was held back. Of the last packet in the stream, too, the end of the video is told. */
    void finish(PacketTarget target) throws FFmpegException {
        stream.end();
        writePackets(target);
        if (held.size() > 0) {
            writeHeld(target, true);
        }
    }

    private void writePackets(PacketTarget target) throws FFmpegException {
        while (stream.receive(packet)) {
            if (request.encoding().isLive()) {
                keepRepeatable();
                writeNow(packet, target);
                continue;
            }
            count(packet);
            if (held.size() > 0) {
                writeHeld(target, false);
            }
            av_packet_move_ref(held, packet);
        }
    }

    private void keepRepeatable() throws FFmpegException {
        av_packet_unref(repeatable);
        if (request.encoding().isConstantRate() && choice.encoder().isIntraOnly()) {
            check(av_packet_ref(repeatable, packet));
        }
    }

    private void writeNow(AVPacket newest, PacketTarget target) throws FFmpegException {
        count(newest);
        target.write(newest);
    }

    private void count(AVPacket newest) {
        packets++;
        packetBytes += newest.size();
    }

    private void writeHeld(PacketTarget target, boolean isLast) throws FFmpegException {
        if (endTick > lastTick && (isLast || held.pts() == lastTick)) {
            held.duration(endTick - lastTick);
        }
        target.write(held);
    }

    @Override
    public void close() {
        stream.close();
        av_packet_free(packet);
        av_packet_free(held);
        av_packet_free(repeatable);
    }
}
