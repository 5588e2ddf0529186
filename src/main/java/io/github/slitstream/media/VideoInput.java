package io.github.slitstream.media;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What FFmpeg is asked to open.
 *
 * @param url as FFmpeg spells it
 * @param kind where it comes from
 * @param device FFmpeg's name of the input device, such as {@code v4l2}, or of the file format; empty to have it found
 * @param mjpeg whether a camera is asked for MJPEG
 * @param options FFmpeg's own, by name
 * @param files that are read, as far as they are known
 */
record VideoInput(String url, Kind kind, String device, boolean mjpeg, Map<String, String> options, List<Path> files) {
    private static final String FILE_SCHEME = "file:";
    /**
     * Over the connection itself, where nothing is lost, if the camera can. To find out its rate, which may be low,
     * takes a part of the time for opening only.
     */
    private static final Map<String, String> RTSP = Map.of("rtsp_flags", "prefer_tcp", "analyzeduration", "2500000");

    enum Kind { FILE, NET, DEVICE }

    VideoInput(String url, Kind kind, String device, boolean mjpeg, Map<String, String> options) {
        this(url, kind, device, mjpeg, options, List.of());
    }

    /** Of pictures FFmpeg would take a percent sign in the path for the place of a number. */
    static VideoInput file(Path path) {
        return new VideoInput(FILE_SCHEME + path, Kind.FILE, "", false, Map.of("pattern_type", "none"), List.of(path));
    }

    /** The same, known to read these files. */
    VideoInput reading(List<Path> known) {
        return new VideoInput(url, kind, device, mjpeg, options, known);
    }

    /** A file of several parts, which a file format of FFmpeg's plays as one. */
    static VideoInput parts(Path path, String url, String format, Map<String, String> options) {
        return new VideoInput(url, Kind.FILE, format, false, Map.copyOf(options), List.of(path));
    }

    /** JPEGs one behind another. FFmpeg would find the first only, which it takes for a lone picture. */
    static VideoInput jpegs(Path path) {
        return new VideoInput(FILE_SCHEME + path, Kind.FILE, "mjpeg", false, Map.of(), List.of(path));
    }

    static VideoInput net(String url) {
        boolean rtsp = url.regionMatches(true, 0, "rtsp", 0, 4);
        return new VideoInput(url, Kind.NET, "", false, rtsp ? RTSP : Map.of());
    }

    /** A device that is asked for just this, such as a screen. */
    static VideoInput device(String url, String device, Map<String, String> options) {
        return new VideoInput(url, Kind.DEVICE, device, false, Map.copyOf(options));
    }

    /** Whether there may be a camera behind it that sends JPEGs one after another. */
    boolean mayBeJpegs() {
        return kind == Kind.NET && device.isEmpty() && url.regionMatches(true, 0, "http", 0, 4);
    }

    /** The same, taken for JPEGs with anything between them. */
    VideoInput asJpegs() {
        return new VideoInput(url, kind, "mjpeg", false, options);
    }

    static VideoInput camera(String url, String device, CameraSystem.Wish wish) {
        return new VideoInput(url, Kind.DEVICE, device, wish.mjpeg(), wish.options());
    }

    static VideoInput microphone(String url, String device) {
        return new VideoInput(url, Kind.DEVICE, device, false, Map.of());
    }
}
