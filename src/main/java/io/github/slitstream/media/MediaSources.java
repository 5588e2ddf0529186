package io.github.slitstream.media;

import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceOpener;
import io.github.slitstream.frame.SourceRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Opens everything that can be watched: the built-in scene, cameras, the screen, URLs, video files, stills, numbered
 * sequences and folders.
 *
 * <p>
 * A numbered sequence ({@code frames/%05d.png}) begins with the lowest number that exists; see
 * {@link NumberedSequence}.
 */
public final class MediaSources implements SourceOpener {
    private static final String FILE_URL = "file://";
    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.+");

    private final Cameras cameras = new Cameras();
    private final Microphones microphones = new Microphones();
    private final Screens screens = new Screens(ScreenSystem.ofThisMachine());

    @Override
    public FrameSource open(SourceRequest request) throws IOException {
        String address = request.address();
        int microphone = SourceRequest.microphone(address);
        if (microphone < address.length()) {
            String name = address.substring(microphone + SourceRequest.MICROPHONE.length());
            return MicrophoneSource.open(open(request.at(address.substring(0, microphone))), address,
                    () -> microphones.open(name));
        }
        if (address.startsWith(SourceRequest.DEMO)) {
            return new DemoSource(request);
        }
        if (address.startsWith(SourceRequest.CAMERA)) {
            return cameras.open(request);
        }
        if (address.startsWith(SourceRequest.SCREEN)) {
            return screens.open(request);
        }
        if (address.regionMatches(true, 0, FILE_URL, 0, FILE_URL.length())) {
            return openPath(request.at(pathOf(address)));
        }
        if (URL.matcher(address).matches()) {
            return openUrl(request);
        }
        return openPath(request);
    }

    @Override
    public List<Camera> cameras() {
        return cameras.list();
    }

    @Override
    public List<Camera> microphones() {
        return microphones.list();
    }

    private static String pathOf(String fileUrl) {
        try {
            return Path.of(URI.create(fileUrl)).toString();
        } catch (IllegalArgumentException notQuoted) { // as people write it, with spaces and umlauts
            return fileUrl.substring(FILE_URL.length());
        }
    }

    private static FrameSource openUrl(SourceRequest request) throws IOException {
        FFmpegLibraries.load();
        String url = request.address();
        String shown = SourceRequest.shown(url);
        try {
            return VideoSource.open(VideoInput.net(url), url, shown, request.framesPerSecond());
        } catch (FFmpegException failure) {
            String reason = failure.isTimeout()
                    ? "no picture within " + Container.OPEN_SECONDS + " s"
                    : failure.reason();
            throw new IOException(shown + " cannot be opened (" + reason
                    + "); check the address and that its server is running", failure);
        }
    }

    private static FrameSource openPath(SourceRequest request) throws IOException {
        String address = request.address();
        Path path;
        NumberedFiles numbered;
        try {
            boolean exact = Files.exists(Path.of(address));
            path = exact ? Path.of(address) : NumberedFiles.literal(address);
            numbered = exact ? null : NumberedFiles.parse(address);
        } catch (InvalidPathException invalid) {
            throw new IOException(address + " is neither a path nor a known address;"
                    + " allowed are files, folders, URLs, camera:, screen:, rig: and demo:", invalid);
        }
        if (numbered != null) {
            return PictureSource.sequence(address, NumberedSequence.find(numbered, address),
                    request.framesPerSecond());
        }
        checkReadable(path, address);
        if (Files.isDirectory(path)) {
            return Playlist.open(path, request, MediaSources::openPath);
        }
        FrameSource pictures = Files.isRegularFile(path) ? PictureDecoder.source(path, request) : null;
        return pictures == null ? openVideo(path, request) : pictures;
    }

    private static void checkReadable(Path path, String address) throws IOException {
        if (!Files.exists(path)) {
            throw new IOException(address + ": there is no such file; check the path");
        }
        if (!Files.isReadable(path)) {
            throw new IOException(address + " may not be read; change its permissions");
        }
        if (Files.isRegularFile(path) && Files.size(path) == 0) {
            throw new IOException(address + " is empty (0 bytes); copy or record it again");
        }
    }

    private static FrameSource openVideo(Path path, SourceRequest request) throws IOException {
        FFmpegLibraries.load();
        VideoInput input = PictureDecoder.isJpeg(path) ? VideoInput.jpegs(path) : JoinedFile.input(path);
        if (Files.isRegularFile(path)) {
            input = input.reading(FileList.files(path));
        }
        try {
            return VideoSource.open(input, request.address(), String.valueOf(path.getFileName()),
                    request.framesPerSecond());
        } catch (FFmpegException failure) {
            throw new IOException(request.address() + " is not a video or picture that can be read ("
                    + failure.reason() + "); it may be damaged or of an unknown format", failure);
        }
    }
}
