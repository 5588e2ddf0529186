package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avdevice.avdevice_register_all;
import static org.bytedeco.ffmpeg.global.avformat.avformat_network_init;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import java.io.IOException;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avdevice;
import org.bytedeco.ffmpeg.global.avfilter;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.global.swscale;

/**
 * FFmpeg's libraries, loaded when first needed and kept quiet. Those for devices are apart: on Linux they want sound
 * and window libraries that a bare machine lacks, and files must work without them.
 */
final class FFmpegLibraries {
    private FFmpegLibraries() {}

    /** @throws IOException if this machine cannot load them */
    static void load() throws IOException {
        try {
            Core.load();
        } catch (LinkageError missing) {
            throw new IOException("FFmpeg's libraries do not load on this machine (" + firstLine(missing)
                    + "); install Slitstream for this system and processor", missing);
        }
    }

    /** @throws IOException if this machine cannot load them; the message says what to install */
    static void loadDevices() throws IOException {
        load();
        try {
            Devices.load();
        } catch (LinkageError missing) {
            throw new IOException("cameras cannot be used: " + devicesRemedy(missing), missing);
        }
    }

    /** Whether this machine can load the libraries for devices. */
    static boolean haveDevices() {
        try {
            loadDevices();
            return true;
        } catch (IOException missing) {
            return false;
        }
    }

    private static String devicesRemedy(LinkageError missing) {
        if (System.getProperty("os.name", "").startsWith("Linux")) {
            return "FFmpeg's device library needs libpulse0, libasound2 and libxcb-shm0;"
                    + " install them, for example: sudo apt install libpulse0 libasound2 libxcb-shm0";
        }
        return "FFmpeg's device library does not load (" + firstLine(missing) + ")";
    }

    private static String firstLine(Throwable error) {
        return String.valueOf(error.getMessage()).lines().findFirst().orElse("no reason given");
    }

    private static final class Core {
        static {
            NativeLoading.load(avutil.class, swresample.class, avcodec.class, avformat.class, swscale.class,
                    avfilter.class);
            av_log_set_level(AV_LOG_QUIET);
            avformat_network_init();
        }

        static void load() {}
    }

    private static final class Devices {
        static {
            NativeLoading.load(avdevice.class);
            avdevice_register_all();
        }

        static void load() {}
    }
}
