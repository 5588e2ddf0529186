package io.github.slitstream.media;

import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SinkOpener;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.frame.Slice;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Opens everything that can be written: videos ({@code .mp4}, {@code .m4v}, {@code .mov}, {@code .mkv}), stills
 * ({@code .png}, {@code .jpg}) and numbered sequences of stills ({@code frames/%05d.png}, from 1 on). An output that
 * exists is replaced when the new one is finished: whether that is wanted, the caller asks. A video says which shape
 * its pixels have; the pixels of a still are made square, because hardly a viewer heeds what it says. A slice through
 * time is one PNG.
 */
public final class MediaSinks implements SinkOpener {
    private static final Map<String, String> STILLS = Map.of("png", "png", "jpg", "jpg", "jpeg", "jpg");
    private static final String SLICES = "png";
    private static final Map<String, String> VIDEOS = Map.of("mp4", "mp4", "m4v", "mp4", "mov", "mov", "mkv",
            "matroska");

    @Override
    public Sink open(SinkRequest request) throws IOException {
        String address = request.address();
        Path path = path(address);
        String ending = ending(path);
        Slice slice = request.slice();
        if (slice != null) {
            return openSlice(address, slice, request);
        }
        if (VIDEOS.containsKey(ending)) {
            FFmpegLibraries.load();
            return VideoSink.open(path, VIDEOS.get(ending), request);
        }
        if (!STILLS.containsKey(ending)) {
            throw new IOException(address + (ending.isEmpty() ? " has no ending" : ": ." + ending + " is unknown")
                    + "; write a .mp4, .m4v, .mov or .mkv video, a .png or .jpg picture, or pictures such as %05d.png");
        }
        Sink stills = openStills(address, STILLS.get(ending), request.preset());
        return request.pixels().isSquare()
                ? stills
                : new SquarePixelsSink(stills, request.pixels().squared(request.size()));
    }

    private static Sink openSlice(String address, Slice slice, SinkRequest request) throws IOException {
        if (!ending(path(address)).equals(SLICES) || NumberedFiles.parse(address) != null) {
            throw new IOException(address + ": a slice through time is one .png picture; name that");
        }
        return new SliceSink(NumberedFiles.literal(address), slice, request);
    }

    private static Sink openStills(String address, String format, String preset) throws IOException {
        NumberedFiles numbered = NumberedFiles.parse(address);
        return numbered == null
                ? new StillSink(NumberedFiles.literal(address), format, preset)
                : new SequenceSink(numbered, format, preset);
    }

    @Override
    public Collection<Path> replaced(String address) throws IOException {
        Path path = path(address);
        if (!STILLS.containsKey(ending(path))) {
            return List.of(path);
        }
        NumberedFiles numbered = NumberedFiles.parse(address);
        return numbered == null ? List.of(NumberedFiles.literal(address)) : numbered.present().values();
    }

    private static Path path(String address) throws IOException {
        try {
            return Path.of(address);
        } catch (InvalidPathException invalid) {
            throw new IOException(address + " is no path (" + invalid.getReason() + "); name a file", invalid);
        }
    }

    private static String ending(Path path) {
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
