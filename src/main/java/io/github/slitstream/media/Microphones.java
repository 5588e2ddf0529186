package io.github.slitstream.media;

import io.github.slitstream.frame.SourceOpener.Camera;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.media.CameraSystem.Device;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Finds and opens microphones and the system's other inputs for sound. */
final class Microphones {
    private final List<MicrophoneSystem> systems = MicrophoneSystem.ofThisMachine();

    List<Camera> list() {
        return systems.stream().map(MicrophoneSystem::devices).filter(devices -> !devices.isEmpty()).findFirst()
                .orElse(List.of()).stream().map(device -> new Camera(SourceRequest.MICROPHONE + device.name(),
                        device.name()))
                .toList();
    }

    /**
     * @param name as it is listed, or as the system knows it; empty for the one that the system has chosen
     * @throws IOException if it cannot be opened; the message says what there is
     */
    SoundInput open(String name) throws IOException {
        FFmpegLibraries.loadDevices();
        List<String> known = new ArrayList<>();
        IOException reason = null;
        for (MicrophoneSystem system : systems) {
            List<Device> listed = system.devices();
            listed.forEach(device -> known.add(device.name()));
            if (!name.isEmpty() && !listed.isEmpty() && !MicrophoneSystem.isListed(name, listed)) {
                continue;
            }
            try {
                return SoundInput.open(system.input(name, listed));
            } catch (FFmpegException refusal) {
                reason = refusal;
            }
        }
        throw new IOException((name.isEmpty() ? "the system's input for sound" : name) + " cannot be heard ("
                + (reason == null ? "there is no such device" : reason.getMessage()) + "); "
                + (known.isEmpty() ? "no microphone was found" : "there are " + String.join(", ", known)), reason);
    }
}
