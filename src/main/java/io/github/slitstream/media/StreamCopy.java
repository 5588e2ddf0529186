package io.github.slitstream.media;

import static io.github.slitstream.media.FFmpegException.check;
import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_copy;

import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.PointerPointer;

/** Copies the streams of a file as they are into another, as far as they can be read. */
final class StreamCopy implements AutoCloseable {
    private final AVFormatContext input = new AVFormatContext(null);
    private final AVFormatContext output = new AVFormatContext(null);
    private final AVPacket packet = av_packet_alloc();

    private StreamCopy() {}

    /**
     * @param url in FFmpeg's words
     * @param muxer FFmpeg's name of the format to write
     * @return how many packets were copied
     */
    static long copy(String url, Path target, String muxer, Map<String, String> options) throws FFmpegException {
        try (StreamCopy copy = new StreamCopy()) {
            check(avformat_open_input(copy.input, url, null, null));
            check(avformat_find_stream_info(copy.input, (PointerPointer<?>) null));
            check(avformat_alloc_output_context2(copy.output, null, muxer, target.toString()));
            copy.addStreams();
            copy.openTarget(target, options);
            long packets = copy.copyPackets();
            check(av_write_trailer(copy.output));
            check(copy.closeTarget());
            return packets;
        }
    }

    private void addStreams() throws FFmpegException {
        output.metadata(copied(input.metadata()));
        for (int index = 0; index < input.nb_streams(); index++) {
            AVStream from = input.streams(index);
            AVStream to = avformat_new_stream(output, null);
            check(avcodec_parameters_copy(to.codecpar(), from.codecpar()));
            to.codecpar().codec_tag(0);
            to.time_base(from.time_base()).avg_frame_rate(from.avg_frame_rate())
                    .sample_aspect_ratio(from.sample_aspect_ratio()).disposition(from.disposition());
            to.metadata(copied(from.metadata()));
        }
    }

    /** Becomes the context's that it is given to. */
    private static AVDictionary copied(AVDictionary from) {
        AVDictionary to = new AVDictionary(null);
        av_dict_copy(to, from, 0);
        return to;
    }

    private void openTarget(Path target, Map<String, String> options) throws FFmpegException {
        output.flags(output.flags() | AVFMT_FLAG_BITEXACT);
        AVIOContext file = new AVIOContext(null);
        check(avio_open(file, "file:" + target, AVIO_FLAG_WRITE));
        output.pb(file);
        try (FFmpegOptions given = new FFmpegOptions(options)) {
            check(avformat_write_header(output, given.dictionary()));
        }
    }

    /** What cannot be read is where the file was cut. */
    private long copyPackets() throws FFmpegException {
        long packets = 0;
        while (av_read_frame(input, packet) >= 0) {
            AVStream from = input.streams(packet.stream_index());
            AVStream to = output.streams(packet.stream_index());
            packet.pos(-1);
            av_packet_rescale_ts(packet, from.time_base(), to.time_base());
            check(av_interleaved_write_frame(output, packet));
            av_packet_unref(packet);
            packets++;
        }
        return packets;
    }

    private int closeTarget() {
        AVIOContext file = output.pb();
        if (file == null) {
            return 0;
        }
        output.pb(null);
        return avio_closep(file);
    }

    @Override
    public void close() {
        av_packet_free(packet);
        if (!output.isNull()) {
            closeTarget();
            avformat_free_context(output);
        }
        if (!input.isNull()) {
            avformat_close_input(input);
        }
    }
}
