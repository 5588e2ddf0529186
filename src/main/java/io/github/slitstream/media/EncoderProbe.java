package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NONE;

import io.github.slitstream.frame.Encoding;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.SinkRequest;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * Tries encoders with a few small pictures: whether one works on this machine only shows when it encodes, since drivers
 * and devices may be missing. Once per setting. Any thread.
 */
final class EncoderProbe {
    private static final FrameSize SIZE = new FrameSize(480, 272);
    private static final double FRAMES_PER_SECOND = 30;
    private static final int PICTURES = 8;
    private static final int LEVELS = 256;
    private static final Map<Setting, OptionalDouble> KNOWN = new ConcurrentHashMap<>();

    private record Setting(VideoEncoder encoder, int step) {}

    private EncoderProbe() {}

    /** Live, for a megapixel; empty if it does not work. */
    static OptionalDouble millisPerMegapixel(VideoEncoder encoder, int step) {
        return KNOWN.computeIfAbsent(new Setting(encoder, step), EncoderProbe::measured);
    }

    private static OptionalDouble measured(Setting setting) {
        EncoderChoice choice = new EncoderChoice(setting.encoder, setting.step, "");
        SinkRequest request = SinkRequest.silent("", SIZE, FRAMES_PER_SECOND).live(Encoding.USUAL);
        boolean isTranslucent = setting.encoder.pixels().opaque() == AV_PIX_FMT_NONE;
        AVPacket packet = av_packet_alloc();
        try (Arena arena = Arena.ofConfined();
                VideoStream stream = new VideoStream(choice, request, isTranslucent, false)) {
            Frame picture = Frame.allocate(SIZE, arena);
            fill(picture);
            long begin = System.nanoTime();
            boolean works = encode(stream, picture, packet);
            double millis = (System.nanoTime() - begin) / 1e6;
            return works
                    ? OptionalDouble.of(millis / PICTURES / SIZE.pixels() * 1e6)
                    : OptionalDouble.empty();
        } catch (FFmpegException refused) {
            return OptionalDouble.empty();
        } finally {
            av_packet_free(packet);
        }
    }

    private static boolean encode(VideoStream stream, Frame picture, AVPacket packet) throws FFmpegException {
        int packets = 0;
        for (int number = 0; number < PICTURES; number++) {
            shift(picture);
            stream.send(picture, (long) (number * VideoStream.TICKS_PER_SECOND / FRAMES_PER_SECOND));
            packets += received(stream, packet);
        }
        stream.end();
        return packets + received(stream, packet) > 0;
    }

    private static int received(VideoStream stream, AVPacket packet) throws FFmpegException {
        int packets = 0;
        while (stream.receive(packet)) {
            packets++;
            av_packet_unref(packet);
        }
        return packets;
    }

    /** Soft waves with some grain, as from a camera. */
    private static void fill(Frame picture) {
        int seed = 1;
        for (int i = 0; i < SIZE.pixels(); i++) {
            seed = seed * 1_664_525 + 1_013_904_223;
            int wave = (int) (LEVELS / 2 * (1 + 0.9 * Math.sin(i % SIZE.width() / 23.0) * Math.cos(i / 9_000.0)));
            int level = Math.clamp(wave + (seed >>> 29), 0, LEVELS - 1);
            picture.pixels().setAtIndex(ValueLayout.JAVA_INT, i, 0xff000000 | level * 0x010101);
        }
    }

    /** By five pixels. */
    private static void shift(Frame picture) {
        long bytes = 5L * FrameSize.BYTES_PER_PIXEL;
        picture.pixels().asSlice(0, SIZE.bytes() - bytes).copyFrom(picture.pixels().asSlice(bytes));
    }
}
