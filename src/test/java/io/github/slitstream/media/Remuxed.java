package io.github.slitstream.media;

import static io.github.slitstream.media.FFmpegException.check;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
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
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.PointerPointer;

/** The packets of a video, in another container and at other times. */
final class Remuxed {
    /** Where a packet lies in its file. */
    record Place(long position, int size, boolean isKey) {}

    private Remuxed() {}

    static Path copy(Path from, Path to) throws IOException {
        return copy(from, to, index -> 0);
    }

    /** @param laterSeconds how much later each packet is, by its number */
    static Path copy(Path from, Path to, LongToDoubleFunction laterSeconds) throws IOException {
        AVFormatContext in = open(from);
        AVFormatContext out = new AVFormatContext(null);
        AVPacket packet = av_packet_alloc();
        try {
            check(avformat_alloc_output_context2(out, null, null, to.toString()));
            AVStream source = in.streams(0);
            AVStream target = avformat_new_stream(out, null);
            check(avcodec_parameters_copy(target.codecpar(), source.codecpar()));
            target.codecpar().codec_tag(0);
            target.time_base(source.time_base());
            target.avg_frame_rate(source.avg_frame_rate());
            AVIOContext file = new AVIOContext(null);
            check(avio_open(file, to.toString(), AVIO_FLAG_WRITE));
            out.pb(file);
            check(avformat_write_header(out, (AVDictionary) null));
            for (long index = 0; av_read_frame(in, packet) >= 0; index++) {
                long later = Math.round(laterSeconds.applyAsDouble(index) / av_q2d(source.time_base()));
                packet.pts(packet.pts() + later).dts(packet.dts() + later).pos(-1);
                av_packet_rescale_ts(packet, source.time_base(), target.time_base());
                check(av_interleaved_write_frame(out, packet));
            }
            check(av_write_trailer(out));
            check(avio_closep(file));
            return to;
        } finally {
            av_packet_free(packet);
            avformat_free_context(out);
            avformat_close_input(in);
        }
    }

    static List<Place> places(Path video) throws IOException {
        AVFormatContext in = open(video);
        AVPacket packet = av_packet_alloc();
        List<Place> places = new ArrayList<>();
        while (av_read_frame(in, packet) >= 0) {
            places.add(new Place(packet.pos(), packet.size(), (packet.flags() & AV_PKT_FLAG_KEY) != 0));
        }
        av_packet_free(packet);
        avformat_close_input(in);
        return places;
    }

    private static AVFormatContext open(Path video) throws IOException {
        FFmpegLibraries.load();
        AVFormatContext in = new AVFormatContext(null);
        check(avformat_open_input(in, video.toString(), null, null));
        check(avformat_find_stream_info(in, (PointerPointer<?>) null));
        return in;
    }
}
