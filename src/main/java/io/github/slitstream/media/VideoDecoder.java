package io.github.slitstream.media;

import static io.github.slitstream.media.FFmpegException.check;
import static org.bytedeco.ffmpeg.avcodec.AVCodecContext.FF_THREAD_SLICE;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_DECODER_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.PointerPointer;

/** Makes pictures of the packets of a video stream. One thread at a time. */
final class VideoDecoder implements AutoCloseable {
    enum Answer { PICTURE, NEEDS_PACKET, END }

    private final AVCodecContext decoder = avcodec_alloc_context3(null);
    private final boolean live;
    private boolean decodedAny;

    private VideoDecoder(boolean live) {
        this.live = live;
    }

    /** @param live whether pictures must come out as soon as they can, and what is lost on the way is no failure */
    static VideoDecoder open(AVStream stream, boolean live) throws FFmpegException {
        VideoDecoder decoder = new VideoDecoder(live);
        try {
            decoder.openCodec(stream);
            return decoder;
        } catch (FFmpegException | RuntimeException failure) {
            decoder.close();
            throw failure;
        }
    }

    /** @param picture filled if there was one; what it held before is gone in any case */
    Answer receive(AVFrame picture) throws FFmpegException {
        int received = avcodec_receive_frame(decoder, picture);
        if (received == 0) {
            decodedAny = true;
            return Answer.PICTURE;
        }
        if (received == AVERROR_EOF()) {
            return Answer.END;
        }
        if (received != AVERROR_EAGAIN()) {
            refuse(received);
        }
        return Answer.NEEDS_PACKET;
    }

    /** @param packet stays the caller's */
    void send(AVPacket packet) throws FFmpegException {
        int sent = avcodec_send_packet(decoder, packet);
        if (sent < 0) {
            refuse(sent);
        }
    }

    /** There are no more packets: what is held back comes out, then the end. */
    void drain() {
        avcodec_send_packet(decoder, null);
    }

    /** Forgets all packets: those that follow come from another place. */
    void flush() {
        avcodec_flush_buffers(decoder);
        decodedAny = false;
    }

    @Override
    public void close() {
        avcodec_free_context(decoder);
    }

    private void openCodec(AVStream stream) throws FFmpegException {
        AVCodec codec = avcodec_find_decoder(stream.codecpar().codec_id());
        if (codec == null) {
            throw new FFmpegException(AVERROR_DECODER_NOT_FOUND());
        }
        check(avcodec_parameters_to_context(decoder, stream.codecpar()));
        decoder.pkt_timebase(stream.time_base());
        decoder.thread_count(0);
        if (live) { // decoding several pictures at once would delay each by as many
            decoder.thread_type(FF_THREAD_SLICE);
        }
        check(avcodec_open2(decoder, codec, (PointerPointer<?>) null));
    }

    /**
     * A recording may begin between two key frames and a live stream may lose packets; elsewhere bad data is the end.
     */
    private void refuse(int error) throws FFmpegException {
        if (decodedAny && !live) {
            throw new FFmpegException(error);
        }
    }
}
