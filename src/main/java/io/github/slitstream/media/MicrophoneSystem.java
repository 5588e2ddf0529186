package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;

import io.github.slitstream.media.CameraSystem.Device;
import java.util.List;
import java.util.Locale;

/** How an operating system gives access to microphones and its other inputs for sound through FFmpeg, best first. */
enum MicrophoneSystem {
    PULSE("pulse", "", "default"),
    ALSA("alsa", "", "default"),
    AVFOUNDATION("avfoundation", ":",
            ":default"),
    DSHOW("dshow", "audio=", "audio=default");

    private final String ffmpegName;
    private final String scheme;
    private final String usual;

    /**
     * @param scheme what FFmpeg wants before a device's name
     * @param usual opens the one that the system has chosen
     */
    MicrophoneSystem(String ffmpegName, String scheme, String usual) {
        this.ffmpegName = ffmpegName;
        this.scheme = scheme;
        this.usual = usual;
    }

    static List<MicrophoneSystem> ofThisMachine() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.contains("windows")) {
            return List.of(DSHOW);
        }
        return os.contains("mac") ? List.of(AVFOUNDATION) : List.of(PULSE, ALSA);
    }

    /** The inputs that FFmpeg lists; empty where it lists none, or its devices cannot be loaded. */
    List<Device> devices() {
        return FFmpegLibraries.haveDevices()
                ? CameraList.fromFFmpeg(ffmpegName, scheme, AVMEDIA_TYPE_AUDIO)
                : List.of();
    }

    /** Whether a name is that of a device, for people or for the system. */
    static boolean isListed(String name, List<Device> listed) {
        return listed.stream().anyMatch(device -> isNamed(device, name));
    }

    private static boolean isNamed(Device device, String name) {
        return device.name().equalsIgnoreCase(name) || device.url().equals(name);
    }

    /** The input of a name, listed or not; the one that the system has chosen for an empty name. */
    VideoInput input(String name, List<Device> listed) {
        String url = listed.stream().filter(device -> isNamed(device, name)).map(Device::url).findFirst()
                .orElse(scheme + name);
        return VideoInput.microphone(name.isEmpty() ? usual : url, ffmpegName);
    }
}
