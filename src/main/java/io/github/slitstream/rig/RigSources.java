package io.github.slitstream.rig;

import io.github.slitstream.array.FileStorage;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceOpener;
import io.github.slitstream.frame.SourceRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Opens {@code rig:FILE}, the videos that the cameras in a file recorded (see {@link YamlCameras}), as one source of as
 * many views, and leaves all other addresses to others. Paths of videos start from the folder of the file.
 *
 * @param others also open the videos
 */
public record RigSources(SourceOpener others) implements SourceOpener {

    @Override
    public FrameSource open(SourceRequest request) throws IOException {
        if (!request.address().startsWith(SourceRequest.RIG)) {
            return others.open(request);
        }
        List<FrameSource> cameras = new ArrayList<>();
        try {
            for (String video : videos(request.address().substring(SourceRequest.RIG.length()))) {
                cameras.add(others.open(
                        new SourceRequest(video, request.width(), request.height(), request.framesPerSecond())));
            }
            return RigSource.of(request.address(), cameras);
        } catch (IOException | RuntimeException failure) {
            cameras.forEach(FrameSource::close);
            throw failure;
        }
    }

    @Override
    public List<Camera> cameras() {
        return others.cameras();
    }

    @Override
    public List<Camera> microphones() {
        return others.microphones();
    }

    private static List<String> videos(String name) throws IOException {
        Path file = file(name);
        if (name.isBlank() || !Files.isRegularFile(file)) {
            throw new IOException(SourceRequest.RIG + name + ": there is no such file; name one that lists cameras"
                    + " with a video each");
        }
        String text = CameraFiles.text(file);
        if (FileStorage.isWritten(text)) {
            throw new IOException(
                    file + " is of OpenCV and names no videos; write YAML: 'cameras:' and for each '- video: FILE'");
        }
        return YamlCameras.videos(text, file);
    }

    private static Path file(String name) throws IOException {
        try {
            return Path.of(name);
        } catch (InvalidPathException invalid) {
            throw new IOException(SourceRequest.RIG + name + ": that is no path", invalid);
        }
    }
}
