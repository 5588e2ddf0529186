package io.github.slitstream.media;

import static io.github.slitstream.media.FFmpegException.check;
import static org.bytedeco.ffmpeg.avcodec.AVCodecContext.FF_THREAD_SLICE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_THEORA;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP3;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP4;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP8;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP9;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_DECODER_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/** Makes pictures of the packets of a video stream. One thread at a time. */
final class VideoDecoder implements AutoCloseable {
    /** FFmpeg's name of what Matroska says of a stream with alpha. */
    private static final String ALPHA = "alpha_mode";

    enum Answer { PICTURE, NEEDS_PACKET, END }

    /** More packets than a decoder holds back. */
    private static final int MOST_DRAIN_FAILURES = 200;
    /** Some decoders refuse all that follows bad data: they forget it at the next key frame. */
    private static final int MANY_REFUSED = 8;

    /** After bad data their decoders crash when they work on several pictures at once. */
    private static final Set<Integer> SINGLE_THREADED = Set.of(AV_CODEC_ID_THEORA, AV_CODEC_ID_VP3, AV_CODEC_ID_VP4);

    private final AVCodecContext decoder = avcodec_alloc_context3(null);
    private final Damage damage;
    private boolean begun;
    private long unanswered;
    private int refusedInARow;
    private int drainFailures;

    private VideoDecoder(Damage damage) {
        this.damage = damage;
    }

    /**
     * @param live whether pictures must come out as soon as they can
     * @param damage is told what cannot be decoded
     */
    static VideoDecoder open(AVStream stream, boolean live, Damage damage) throws FFmpegException {
        VideoDecoder decoder = new VideoDecoder(damage);
        try {
            decoder.openCodec(stream, live);
            return decoder;
        } catch (FFmpegException | RuntimeException failure) {
            decoder.close();
            throw failure;
        }
    }

    /** @param picture filled if there was one; what it held before is gone in any case */
    Answer receive(AVFrame picture) {
        int received = avcodec_receive_frame(decoder, picture);
        if (received == 0) {
            begun = true;
            unanswered--;
            refusedInARow = 0;
            return Answer.PICTURE;
        }
        if (received == AVERROR_EOF() || drainFailures == MOST_DRAIN_FAILURES) {
            return Answer.END;
        }
        if (received != AVERROR_EAGAIN()) {
            refuse(received);
        }
        return Answer.NEEDS_PACKET;
    }

    /** @param packet stays the caller's; an empty one, as Theora has where nothing moves, gives no picture */
    void send(AVPacket packet) {
        if (packet.size() == 0) {
            return;
        }
        boolean key = (packet.flags() & AV_PKT_FLAG_KEY) != 0;
        begun |= key;
        if (key && refusedInARow >= MANY_REFUSED) {
            flush();
            begun = true;
        }
        unanswered++;
        int sent = avcodec_send_packet(decoder, packet);
        if (sent < 0) {
            refuse(sent);
        }
    }

    /** How many packets more than pictures there were since the start or the last flush, but for those refused. */
    long unanswered() {
        return unanswered;
    }

    /** There are no more packets: what is held back comes out, then the end. */
    void drain() {
        avcodec_send_packet(decoder, null);
        drainFailures++;
    }

    /** Forgets all packets: those that follow come from another place. */
    void flush() {
        avcodec_flush_buffers(decoder);
        begun = false;
        unanswered = 0;
        refusedInARow = 0;
        drainFailures = 0;
    }

    @Override
    public void close() {
        avcodec_free_context(decoder);
    }

    private void openCodec(AVStream stream, boolean live) throws FFmpegException {
        AVCodec codec = codec(stream);
        if (codec == null) {
            throw new FFmpegException(AVERROR_DECODER_NOT_FOUND());
        }
        check(avcodec_parameters_to_context(decoder, stream.codecpar()));
        decoder.pkt_timebase(stream.time_base());
        decoder.thread_count(SINGLE_THREADED.contains(codec.id()) ? 1 : 0);
        if (live) { // decoding several pictures at once would delay each by as many
            decoder.thread_type(FF_THREAD_SLICE);
        }
        check(avcodec_open2(decoder, codec, (PointerPointer<?>) null));
    }

    /** FFmpeg's own decoders of VP8 and VP9 leave out the alpha that WebM keeps beside the pictures. */
    private static @Nullable AVCodec codec(AVStream stream) {
        int id = stream.codecpar().codec_id();
        String withAlpha = id == AV_CODEC_ID_VP8 ? "libvpx" : id == AV_CODEC_ID_VP9 ? "libvpx-vp9" : null;
        if (withAlpha != null && av_dict_get(stream.metadata(), ALPHA, null, 0) != null) {
            AVCodec named = avcodec_find_decoder_by_name(withAlpha);
            if (named != null) {
                return named;
            }
        }
        return avcodec_find_decoder(id);
    }

    /** A recording may begin between two key frames: what comes before the first is no damage. */
    private void refuse(int error) {
        refusedInARow++;
        unanswered--;
        if (begun) {
            damage.refuse(error);
        }
    }
}
