package io.github.slitstream.media;

import static io.github.slitstream.media.FFmpegException.check;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_GLOBALHEADER;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_PAL8;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import io.github.slitstream.frame.FrameSize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVComponentDescriptor;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.javacpp.BytePointer;

/**
 * A video of one picture, the eight bars of ITU-R BT.471 at 75 %, in any pixel format; its samples are worked out in
 * doubles.
 *
 * @param encoder FFmpeg's name of it
 * @param format FFmpeg's name of the pixel format
 */
record BarsVideo(String encoder, String format, Coding coding, boolean fullRange) {
    /**
     * How colours become luma and differences.
     *
     * @param number of the matrix, FFmpeg's
     * @param shares of red and blue in luma
     */
    record Coding(int number, ColourBars.Matrix shares) {}

    static final FrameSize SIZE = new FrameSize(64, 48);
    /** Red, green and blue of each. */
    static final List<double[]> BARS = List.of(bar(1, 1, 1), bar(1, 1, 0), bar(0, 1, 1), bar(0, 1, 0), bar(1, 0, 1),
            bar(1, 0, 0), bar(0, 0, 1), bar(0, 0, 0));
    private static final Map<String, String> X264 = Map.of("qp", "0", "preset", "ultrafast");
    private static final Map<String, Map<String, String>> LOSSLESS = Map.of("libx264", X264, "libx264rgb", X264,
            "libvpx-vp9", Map.of("lossless", "1"));

    private static double[] bar(double red, double green, double blue) {
        return new double[]{0.75 * red, 0.75 * green, 0.75 * blue};
    }

    static int middleOf(int bar) {
        return (2 * bar + 1) * SIZE.width() / BARS.size() / 2;
    }

    String name() {
        return encoder + "-" + format + "-" + coding.number + (fullRange ? "-full" : "-limited");
    }

    /** Red, green and blue that the samples stand for, 0 … 255. */
    double[] expected(int bar) {
        AVPixFmtDescriptor description = av_pix_fmt_desc_get(av_get_pix_fmt(format));
        double[] colour = BARS.get(bar);
        boolean isYuv = (description.flags() & AV_PIX_FMT_FLAG_RGB) == 0 && !format.equals("pal8");
        double[] shown = isYuv
                ? redGreenBlue(colour, description.comp(0).depth(), description.nb_components() > 2)
                : colour;
        return Arrays.stream(shown).map(channel -> 255 * Math.clamp(channel, 0, 1)).toArray();
    }

    private double[] redGreenBlue(double[] bar, int bits, boolean isColoured) {
        double scale = 1 << (bits - Byte.SIZE);
        double top = (1 << bits) - 1;
        double luma = fullRange ? sample(bar, 0, bits) / top : (sample(bar, 0, bits) / scale - 16) / 219;
        if (!isColoured) {
            return new double[]{luma, luma, luma};
        }
        double span = fullRange ? top : 224 * scale;
        double blue = luma + 2 * (1 - coding.shares.blue()) * (sample(bar, 1, bits) - 128 * scale) / span;
        double red = luma + 2 * (1 - coding.shares.red()) * (sample(bar, 2, bits) - 128 * scale) / span;
        double green = (luma - coding.shares.red() * red - coding.shares.blue() * blue)
                / (1 - coding.shares.red() - coding.shares.blue());
        return new double[]{red, green, blue};
    }

    private double luma(double[] bar) {
        return coding.shares.red() * bar[0] + (1 - coding.shares.red() - coding.shares.blue()) * bar[1]
                + coding.shares.blue() * bar[2];
    }

    boolean isWritable() throws IOException {
        FFmpegLibraries.load();
        return avcodec_find_encoder_by_name(encoder) != null;
    }

    void write(Path file) throws IOException {
        AVCodec codec = avcodec_find_encoder_by_name(encoder);
        AVCodecContext context = avcodec_alloc_context3(codec);
        AVFormatContext out = new AVFormatContext(null);
        AVFrame picture = av_frame_alloc();
        try (FFmpegOptions options = new FFmpegOptions(LOSSLESS.getOrDefault(encoder, Map.of()))) {
            check(avformat_alloc_output_context2(out, null, null, file.toString()));
            describe(context);
            if ((out.oformat().flags() & AVFMT_GLOBALHEADER) != 0) {
                context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
            }
            check(avcodec_open2(context, codec, options.dictionary()));
            picture.width(SIZE.width()).height(SIZE.height()).format(context.pix_fmt()).colorspace(coding.number)
                    .color_range(range()).color_primaries(AVCOL_PRI_BT709).color_trc(AVCOL_TRC_BT709).pts(0);
            check(av_frame_get_buffer(picture, 0));
            fill(picture);
            write(file, out, context, picture);
        } finally {
            av_frame_free(picture);
            avcodec_free_context(context);
            avformat_free_context(out);
        }
    }

    private int range() {
        return fullRange ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG;
    }

    private void describe(AVCodecContext context) {
        context.width(SIZE.width()).height(SIZE.height()).pix_fmt(av_get_pix_fmt(format));
        context.time_base(av_make_q(1, 25)).framerate(av_make_q(25, 1));
        context.colorspace(coding.number).color_range(range()).color_primaries(AVCOL_PRI_BT709)
                .color_trc(AVCOL_TRC_BT709);
        context.strict_std_compliance(-2);
    }

    private static void write(Path file, AVFormatContext out, AVCodecContext context, AVFrame picture)
            throws IOException {
        AVPacket packet = av_packet_alloc();
        AVIOContext opened = new AVIOContext(null);
        AVStream stream = avformat_new_stream(out, null);
        check(avcodec_parameters_from_context(stream.codecpar(), context));
        stream.time_base(context.time_base());
        check(avio_open(opened, file.toString(), AVIO_FLAG_WRITE));
        out.pb(opened);
        check(avformat_write_header(out, (AVDictionary) null));
        check(avcodec_send_frame(context, picture));
        check(avcodec_send_frame(context, null));
        while (avcodec_receive_packet(context, packet) >= 0) {
            packet.duration(1);
            av_packet_rescale_ts(packet, context.time_base(), stream.time_base());
            packet.stream_index(0);
            check(av_interleaved_write_frame(out, packet));
        }
        check(av_write_trailer(out));
        check(avio_closep(opened));
        av_packet_free(packet);
    }

    private void fill(AVFrame picture) {
        AVPixFmtDescriptor description = av_pix_fmt_desc_get(picture.format());
        for (int row = 0; row < SIZE.height(); row++) {
            for (int column = 0; column < SIZE.width(); column++) {
                int bar = column * BARS.size() / SIZE.width();
                if (picture.format() == AV_PIX_FMT_PAL8) {
                    picture.data(0).put((long) row * picture.linesize(0) + column, (byte) bar);
                } else {
                    set(picture, description, row, column, BARS.get(bar));
                }
            }
        }
        if (picture.format() == AV_PIX_FMT_PAL8) {
            fillPalette(picture.data(1));
        }
    }

    private static void fillPalette(BytePointer palette) {
        for (int bar = 0; bar < BARS.size(); bar++) {
            for (int channel = 0; channel < 3; channel++) {
                palette.put(4L * bar + 2 - channel, (byte) Math.round(BARS.get(bar)[channel] * 255));
            }
            palette.put(4L * bar + 3, (byte) 255);
        }
    }

    private void set(AVFrame picture, AVPixFmtDescriptor description, int row, int column, double[] bar) {
        boolean isRgb = (description.flags() & AV_PIX_FMT_FLAG_RGB) != 0;
        for (int number = 0; number < description.nb_components(); number++) {
            AVComponentDescriptor component = description.comp(number);
            boolean isChroma = !isRgb && (number == 1 || number == 2);
            int line = row >> (isChroma ? description.log2_chroma_h() : 0);
            int place = column >> (isChroma ? description.log2_chroma_w() : 0);
            int top = (1 << component.depth()) - 1;
            boolean isAlpha = number == 3 || (number == 1 && description.nb_components() == 2);
            int value = isAlpha
                    ? top
                    : isRgb ? (int) Math.round(bar[number] * top) : sample(bar, number, component.depth());
            long at = (long) line * picture.linesize(component.plane()) + (long) place * component.step()
                    + component.offset();
            int shifted = value << component.shift();
            picture.data(component.plane()).put(at, (byte) shifted);
            if (component.depth() > Byte.SIZE) {
                picture.data(component.plane()).put(at + 1, (byte) (shifted >> Byte.SIZE));
            }
        }
    }

    /** Luma or a difference of colour as ITU-R BT.601, BT.709 and BT.2020 define them, of so many bits. */
    private int sample(double[] bar, int number, int bits) {
        double luma = luma(bar);
        double scale = 1 << (bits - Byte.SIZE);
        double top = (1 << bits) - 1;
        if (number == 0) {
            return (int) Math.round(fullRange ? luma * top : (16 + 219 * luma) * scale);
        }
        double difference = number == 1
                ? (bar[2] - luma) / (2 * (1 - coding.shares.blue()))
                : (bar[0] - luma) / (2 * (1 - coding.shares.red()));
        return (int) Math.round(128 * scale + difference * (fullRange ? top : 224 * scale));
    }
}
