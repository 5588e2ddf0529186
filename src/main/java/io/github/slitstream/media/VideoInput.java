package io.github.slitstream.media;

import java.util.Map;

/**
 * What FFmpeg is asked to open.
 *
 * @param url as FFmpeg spells it
 * @param kind where it comes from
 * @param device the input device's name, such as {@code v4l2}; empty for files and the net
 * @param mjpeg whether a camera is asked for MJPEG
 * @param options FFmpeg's own, by name
 */
record VideoInput(String url, Kind kind, String device, boolean mjpeg, Map<String, String> options) {
    enum Kind { FILE, NET, CAMERA }

    static VideoInput file(String path) {
        return new VideoInput("file:" + path, Kind.FILE, "", false, Map.of());
    }

    static VideoInput net(String url) {
        boolean rtsp = url.regionMatches(true, 0, "rtsp", 0, 4);
        return new VideoInput(url, Kind.NET, "", false, rtsp ? Map.of("rtsp_transport", "tcp") : Map.of());
    }

    static VideoInput camera(String url, String device, CameraSystem.Wish wish) {
        return new VideoInput(url, Kind.CAMERA, device, wish.mjpeg(), wish.options());
    }
}
