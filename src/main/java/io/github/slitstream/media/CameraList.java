package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avdevice.avdevice_free_list_devices;
import static org.bytedeco.ffmpeg.global.avdevice.avdevice_list_input_sources;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;

import io.github.slitstream.media.CameraSystem.Device;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.avdevice.AVDeviceInfo;
import org.bytedeco.ffmpeg.avdevice.AVDeviceInfoList;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** The ways to learn which cameras and other devices a machine has. A way that fails gives an empty list. */
final class CameraList {
    private static final Pattern NODE = Pattern.compile("video(\\d{1,4})");
    private static final Pattern PROFILED_NAME = Pattern.compile("\"_name\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    private CameraList() {}

    /**
     * @param scheme what FFmpeg wants before a device's name
     * @param mediaType what the devices give, FFmpeg's {@code AVMEDIA_TYPE_…}
     */
    static List<Device> fromFFmpeg(String ffmpegName, String scheme, int mediaType) {
        AVDeviceInfoList found = new AVDeviceInfoList(null);
        int count = avdevice_list_input_sources(av_find_input_format(ffmpegName), (String) null, (AVDictionary) null,
                found);
        List<Device> devices = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            AVDeviceInfo device = found.devices(index);
            if (gives(device, mediaType)) {
                devices.add(new Device(scheme + device.device_name().getString(StandardCharsets.UTF_8),
                        device.device_description().getString(StandardCharsets.UTF_8)));
            }
        }
        if (!found.isNull()) {
            avdevice_free_list_devices(found);
        }
        return List.copyOf(devices);
    }

    private static boolean gives(AVDeviceInfo device, int mediaType) {
        for (int index = 0; index < device.nb_media_types(); index++) {
            if (device.media_types().get(index) == mediaType) {
                return true;
            }
        }
        return false;
    }

    /**
     * Linux without FFmpeg's devices. A camera's later nodes carry metadata, not pictures: only the first of each
     * counts.
     */
    static List<Device> fromSysfs(Path folder) {
        List<Path> nodes = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(nodes::add);
        } catch (IOException none) {
            return List.of();
        }
        nodes.removeIf(node -> !NODE.matcher(fileName(node)).matches());
        nodes.sort(Comparator.comparingInt(node -> Integer.parseInt(fileName(node).substring("video".length()))));
        return nodes.stream().flatMap(node -> cameraAt(node).stream()).toList();
    }

    private static Optional<Device> cameraAt(Path node) {
        try {
            boolean first = Files.readString(node.resolve("index")).strip().equals("0");
            String name = Files.readString(node.resolve("name")).strip();
            return first ? Optional.of(new Device("/dev/" + fileName(node), name)) : Optional.empty();
        } catch (IOException unplugged) {
            return Optional.empty();
        }
    }

    private static String fileName(Path path) {
        return String.valueOf(path.getFileName());
    }

    /** macOS: FFmpeg opens cameras there but does not list them. */
    static List<Device> fromSystemProfiler() {
        try {
            Process profiler = new ProcessBuilder("system_profiler", "-json", "SPCameraDataType")
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            profiler.getOutputStream().close();
            String report = new String(profiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return inProfile(report);
        } catch (IOException unavailable) {
            return List.of();
        }
    }

    static List<Device> inProfile(String report) {
        List<Device> cameras = new ArrayList<>();
        for (Matcher name = PROFILED_NAME.matcher(report); name.find();) {
            String camera = name.group(1).replaceAll("\\\\(.)", "$1");
            cameras.add(new Device(camera + ":none", camera));
        }
        return List.copyOf(cameras);
    }
}
