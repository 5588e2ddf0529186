package io.github.slitstream.media;

import static io.github.slitstream.media.FFmpegException.check;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_copy;

import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.PointerPointer;

/** Copies the streams of a file as they are into another, as far as they can be read. */
final class StreamCopy implements AutoCloseable {
    private final AVFormatContext input = new AVFormatContext(null);
    private final OutputContainer output;
    private final AVPacket packet = av_packet_alloc();

    private StreamCopy(OutputContainer output) {
        this.output = output;
    }

    /**
     * @param url in FFmpeg's words
     * @param muxer FFmpeg's name of the format to write
     * @return how many packets were copied
     */
    static long copy(String url, Path target, String muxer, Map<String, String> options) throws FFmpegException {
        try (StreamCopy copy = new StreamCopy(new OutputContainer(target, muxer))) {
            check(avformat_open_input(copy.input, url, null, null));
            check(avformat_find_stream_info(copy.input, (PointerPointer<?>) null));
            copy.addStreams();
            copy.output.begin(options);
            long packets = copy.copyPackets();
            copy.output.finish();
            return packets;
        }
    }

    private void addStreams() throws FFmpegException {
        AVFormatContext made = output.context();
        made.metadata(copied(input.metadata()));
        for (int index = 0; index < input.nb_streams(); index++) {
            AVStream from = input.streams(index);
            AVStream to = avformat_new_stream(made, null);
            check(avcodec_parameters_copy(to.codecpar(), from.codecpar()));
            to.codecpar().codec_tag(0);
            if (from.sample_aspect_ratio().num() > 0) { // which the file may say where the stream does not
                to.codecpar().sample_aspect_ratio(from.sample_aspect_ratio());
            }
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

    /** What cannot be read is where the file was cut. */
    private long copyPackets() throws FFmpegException {
        long packets = 0;
        while (av_read_frame(input, packet) >= 0) {
            AVStream from = input.streams(packet.stream_index());
            AVStream to = output.context().streams(packet.stream_index());
            packet.pos(-1);
            av_packet_rescale_ts(packet, from.time_base(), to.time_base());
            check(av_interleaved_write_frame(output.context(), packet));
            av_packet_unref(packet);
            packets++;
        }
        return packets;
    }

    @Override
    public void close() {
        av_packet_free(packet);
        output.close();
        if (!input.isNull()) {
            avformat_close_input(input);
        }
    }
}
