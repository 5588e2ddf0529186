package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;

import io.github.slitstream.frame.SourceRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How an operating system gives access to its cameras through FFmpeg. */
enum CameraSystem {
    V4L2("v4l2") {
        @Override
        List<Device> devices() {
            return FFmpegLibraries.haveDevices()
                    ? CameraList.fromFFmpeg(ffmpegName(), "", AVMEDIA_TYPE_VIDEO)
                    : CameraList.fromSysfs(Path.of("/sys/class/video4linux"));
        }
    },
    AVFOUNDATION("avfoundation") {
        @Override
        List<Device> devices() {
            return CameraList.fromSystemProfiler();
        }
    },
    DSHOW("dshow") {
        @Override
        List<Device> devices() {
            return FFmpegLibraries.haveDevices()
                    ? CameraList.fromFFmpeg(ffmpegName(), "video=", AVMEDIA_TYPE_VIDEO)
                    : List.of();
        }
    };

    /**
     * @param url opens it in FFmpeg
     * @param name for people
     */
    record Device(String url, String name) {}

    /**
     * A format to ask for.
     *
     * @param mjpeg whether compressed pictures are wanted: raw ones of many cameras come slowly
     * @param options size and rate
     */
    record Wish(boolean mjpeg, Map<String, String> options) {}

    private final String ffmpegName;

    CameraSystem(String ffmpegName) {
        this.ffmpegName = ffmpegName;
    }

    static CameraSystem ofThisMachine() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.contains("windows")) {
            return DSHOW;
        }
        return os.contains("mac") ? AVFOUNDATION : V4L2;
    }

    /** The cameras there are, the default one first; empty if they cannot be listed. */
    abstract List<Device> devices();

    String ffmpegName() {
        return ffmpegName;
    }

    /** What to ask a camera for, best first; the last takes anything. */
    static List<Wish> wishes(SourceRequest request) {
        Map<String, String> rate = Map.of("framerate", Double.toString(request.framesPerSecond()));
        Map<String, String> size = Map.of("video_size", request.width() + "x" + request.height());
        Map<String, String> both = Map.of("framerate", Double.toString(request.framesPerSecond()), "video_size",
                request.width() + "x" + request.height());
        return List.of(new Wish(true, both), new Wish(false, both), new Wish(true, size), new Wish(false, size),
                new Wish(false, rate), new Wish(false, Map.of()));
    }
}
