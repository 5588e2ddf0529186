package io.github.slitstream.media;

import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceOpener.Camera;
import io.github.slitstream.frame.SourceRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Finds and opens cameras: {@code camera:} is the first, {@code camera:1} the second, {@code camera:NAME} the one whose
 * name begins so, in upper or lower case.
 */
final class Cameras {
    private final CameraSystem system = CameraSystem.ofThisMachine();

    List<Camera> list() {
        List<CameraSystem.Device> devices = system.devices();
        List<Camera> cameras = new ArrayList<>();
        for (int number = 0; number < devices.size(); number++) {
            cameras.add(new Camera(SourceRequest.CAMERA + number, devices.get(number).name()));
        }
        return cameras;
    }

    FrameSource open(SourceRequest request) throws IOException {
        FFmpegLibraries.loadDevices();
        CameraSystem.Device device = find(request.address(), system.devices());
        IOException refusal = null;
        for (CameraSystem.Wish wish : CameraSystem.wishes(request)) {
            try {
                return VideoSource.open(VideoInput.camera(device.url(), system.ffmpegName(), wish), request.address(),
                        device.name(), request.framesPerSecond());
            } catch (FFmpegException failure) {
                refusal = new IOException(device.name() + " cannot be opened (" + failure.reason()
                        + "); close other programs that use it and check that you may use cameras", failure);
            }
        }
        throw Objects.requireNonNull(refusal);
    }

    /** @param address {@code camera:} and nothing, a number or a name */
    static CameraSystem.Device find(String address, List<CameraSystem.Device> devices) throws IOException {
        if (devices.isEmpty()) {
            throw new IOException(
                    "no camera was found; connect one, or play a file, a URL or the built-in demo (demo:)");
        }
        String wanted = address.substring(SourceRequest.CAMERA.length()).strip();
        if (wanted.isEmpty()) {
            return devices.getFirst();
        }
        List<CameraSystem.Device> matches = wanted.matches("\\d{1,4}")
                ? numbered(Integer.parseInt(wanted), devices)
                : named(wanted, devices);
        if (matches.size() == 1) {
            return matches.getFirst();
        }
        throw new IOException((matches.isEmpty() ? "there is no " : "more than one camera is meant by ") + address
                + "; the cameras are " + known(devices));
    }

    private static List<CameraSystem.Device> numbered(int number, List<CameraSystem.Device> devices) {
        return number < devices.size() ? List.of(devices.get(number)) : List.of();
    }

    private static List<CameraSystem.Device> named(String name, List<CameraSystem.Device> devices) {
        List<CameraSystem.Device> exact = devices.stream()
                .filter(device -> device.name().equalsIgnoreCase(name) || device.url().equals(name)).toList();
        if (!exact.isEmpty()) {
            return exact;
        }
        String start = name.toLowerCase(Locale.ROOT);
        return devices.stream().filter(device -> device.name().toLowerCase(Locale.ROOT).startsWith(start)).toList();
    }

    private static String known(List<CameraSystem.Device> devices) {
        List<String> names = new ArrayList<>();
        for (int number = 0; number < devices.size(); number++) {
            names.add(SourceRequest.CAMERA + number + " (" + devices.get(number).name() + ")");
        }
        return String.join(", ", names);
    }
}
