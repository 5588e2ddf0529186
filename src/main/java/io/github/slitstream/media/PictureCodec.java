package io.github.slitstream.media;

import static io.github.slitstream.media.FFmpegException.check;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_DECODER_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import java.io.IOException;
import java.lang.foreign.Arena;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/** One picture that FFmpeg decodes from one packet. */
final class PictureCodec {
    private PictureCodec() {}

    /**
     * @param codec FFmpeg's id of the decoder
     * @param coded one picture
     * @param name for messages
     * @throws IOException if it is damaged or too large
     */
    static StillPicture decode(int codec, byte[] coded, String name) throws IOException {
        FFmpegLibraries.load();
        AVPacket packet = av_packet_alloc();
        try {
            check(av_new_packet(packet, coded.length));
            packet.data().put(coded);
            return decode(codec, null, packet, name);
        } catch (FFmpegException failure) {
            throw new IOException(name + " is not a picture that can be read (" + failure.reason()
                    + "); save it again, best as PNG", failure);
        } finally {
            av_packet_free(packet);
        }
    }

    /**
     * @param parameters of the stream that the packet comes from
     * @throws IOException if it is damaged or too large
     */
    static StillPicture decode(AVCodecParameters parameters, AVPacket packet, String name) throws IOException {
        return decode(parameters.codec_id(), parameters, packet, name);
    }

    private static StillPicture decode(int id, @Nullable AVCodecParameters parameters, AVPacket packet, String name)
            throws IOException {
        AVCodec codec = avcodec_find_decoder(id);
        if (codec == null) {
            throw new FFmpegException(AVERROR_DECODER_NOT_FOUND());
        }
        AVCodecContext decoder = avcodec_alloc_context3(codec);
        AVFrame picture = av_frame_alloc();
        try {
            if (parameters != null) {
                check(avcodec_parameters_to_context(decoder, parameters));
            }
            check(avcodec_open2(decoder, codec, (PointerPointer<?>) null));
            check(avcodec_send_packet(decoder, packet));
            check(avcodec_send_packet(decoder, null));
            check(avcodec_receive_frame(decoder, picture));
            return convert(picture, name);
        } finally {
            av_frame_free(picture);
            avcodec_free_context(decoder);
        }
    }

    private static StillPicture convert(AVFrame picture, String name) throws IOException {
        FrameSize size = PictureLimits.check(picture.width(), picture.height(), name);
        try (BgraConverter converter = new BgraConverter(picture, size, Orientation.UPRIGHT);
                Arena arena = Arena.ofConfined()) {
            Frame frame = Frame.allocate(size, arena);
            converter.convert(frame);
            return StillPicture.of(frame);
        }
    }
}
