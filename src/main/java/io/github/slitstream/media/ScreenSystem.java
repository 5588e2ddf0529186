package io.github.slitstream.media;

import io.github.slitstream.media.ScreenPart.Display;
import io.github.slitstream.media.ScreenPart.Region;
import io.github.slitstream.media.ScreenPart.Window;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** How an operating system gives its screen to FFmpeg. */
sealed interface ScreenSystem {
    /**
     * What FFmpeg opens to see a part of the screen.
     *
     * @throws IOException if there is no such part, or this system does not give it; the message is one line
     */
    VideoInput input(ScreenPart part, double framesPerSecond) throws IOException;

    /** What to look after if the screen cannot be captured. */
    String remedy();

    static ScreenSystem ofThisMachine() {
        return switch (CameraSystem.ofThisMachine()) {
            case V4L2 -> new X11(System.getenv());
            case DSHOW -> new Windows();
            case AVFOUNDATION -> new MacOs();
        };
    }

    /** @param environment its variables name the X server */
    record X11(Map<String, String> environment) implements ScreenSystem {
        private static final String DEVICE = "x11grab";

        @Override
        public VideoInput input(ScreenPart part, double framesPerSecond) throws IOException {
            String server = server();
            Map<String, String> options = rate(framesPerSecond);
            switch (part) {
                case Display display -> putRegion(options, monitor(server, display));
                case Region region -> putRegion(options, withinDesktop(server, region));
                case Window(String title) ->
                    options.put("window_id", Integer.toString(X11Windows.find(server, title).id()));
            }
            return VideoInput.device(server, DEVICE, options);
        }

        /** Xwayland knows of its own windows only and would give a black screen. */
        private String server() throws IOException {
            if (!environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty()) {
                throw new IOException("the screen of a Wayland session cannot be captured; log in to an X11 session,"
                        + " or bring it in by a virtual camera");
            }
            String server = environment.getOrDefault("DISPLAY", "");
            if (server.isEmpty()) {
                throw new IOException(
                        "there is no display to capture (DISPLAY is not set); start it from a desktop session");
            }
            return server;
        }

        private static Region monitor(String server, Display wanted) throws IOException {
            var monitors = X11Monitors.of(server);
            if (wanted.number() > monitors.size()) {
                throw new IOException("there is no display " + wanted.number() + "; " + (monitors.size() == 1
                        ? "the only one is screen:1"
                        : "there are screen:1 … screen:" + monitors.size()));
            }
            return monitors.get(wanted.number() - 1);
        }

        private static Region withinDesktop(String server, Region wanted) throws IOException {
            int right = 0;
            int bottom = 0;
            for (Region monitor : X11Monitors.of(server)) {
                right = Math.max(right, monitor.x() + monitor.size().width());
                bottom = Math.max(bottom, monitor.y() + monitor.size().height());
            }
            if (wanted.x() < 0 || wanted.y() < 0 || wanted.x() + wanted.size().width() > right
                    || wanted.y() + wanted.size().height() > bottom) {
                throw new IOException("the region reaches beyond the desktop, which is " + right + "×" + bottom
                        + " pixels; name one within it, such as screen:" + right + "x" + bottom + "+0+0");
            }
            return wanted;
        }

        private static void putRegion(Map<String, String> options, Region region) {
            options.put("video_size", sides(region));
            options.put("grab_x", Integer.toString(region.x()));
            options.put("grab_y", Integer.toString(region.y()));
        }

        @Override
        public String remedy() {
            return "check that the display is yours";
        }
    }

    /** Whole displays by the graphics card's own duplication, which is faster, everything else by GDI. */
    record Windows() implements ScreenSystem {
        private static final String DEVICE = "gdigrab";

        @Override
        public VideoInput input(ScreenPart part, double framesPerSecond) {
            Map<String, String> options = rate(framesPerSecond);
            return switch (part) {
                case Display(int number) -> VideoInput.device("ddagrab=output_idx=" + (number - 1) + ":framerate="
                        + framesPerSecond + ",hwdownload,format=bgra", "lavfi", Map.of());
                case Window(String title) -> VideoInput.device("title=" + title, DEVICE, options);
                case Region region -> {
                    options.put("video_size", sides(region));
                    options.put("offset_x", Integer.toString(region.x()));
                    options.put("offset_y", Integer.toString(region.y()));
                    yield VideoInput.device("desktop", DEVICE, options);
                }
            };
        }

        @Override
        public String remedy() {
            return "check the number of the display or write the window's title as its bar does, in full";
        }
    }

    /** AVFoundation gives whole displays. */
    record MacOs() implements ScreenSystem {
        @Override
        public VideoInput input(ScreenPart part, double framesPerSecond) throws IOException {
            if (!(part instanceof Display(int number))) {
                throw new IOException("macOS gives whole displays only; write screen: or screen:2");
            }
            Map<String, String> options = rate(framesPerSecond);
            options.put("capture_cursor", "1");
            return VideoInput.device("Capture screen " + (number - 1) + ":none", "avfoundation", options);
        }

        @Override
        public String remedy() {
            return "check the number of the display, and allow the recording of the screen in the system's settings"
                    + " for privacy";
        }
    }

    private static Map<String, String> rate(double framesPerSecond) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("framerate", Double.toString(framesPerSecond));
        return options;
    }

    private static String sides(Region region) {
        return region.size().width() + "x" + region.size().height();
    }
}
