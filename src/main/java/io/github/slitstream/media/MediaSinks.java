package io.github.slitstream.media;

import io.github.slitstream.file.UnfinishedFile;
import io.github.slitstream.frame.OutputFormat;
import io.github.slitstream.frame.Replay;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SinkOpener;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.frame.Slice;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Opens everything that can be written, by its ending: the {@linkplain OutputFormat formats} of moving pictures, stills
 * and numbered sequences of stills ({@code frames/%05d.png}, from 1 on). An output that exists is replaced when the new
 * one is finished: whether that is wanted, the caller asks. A video says which shape its pixels have; the pixels of
 * everything else are made square, because hardly a viewer heeds what it says. A slice through time is one PNG.
 */
public final class MediaSinks implements SinkOpener {
    @Override
    public Sink open(SinkRequest request) throws IOException {
        String address = request.address();
        Path path = path(address);
        Slice slice = request.slice();
        if (slice != null) {
            return openSlice(address, slice, request);
        }
        OutputFormat format = OutputFormat.of(name(path)).orElseThrow(() -> new IOException(unknown(address, path)));
        Sink sink = open(format, request);
        return isAtConstantRate(format, request) ? new ConstantRateSink(sink, request) : sink;
    }

    /** Numbered pictures have no times: what is recorded into them must not run faster than it was played. */
    private static boolean isAtConstantRate(OutputFormat format, SinkRequest request) throws IOException {
        boolean isWanted = request.encoding().isConstantRate()
                || (request.encoding().isLive() && format.holds().timing() == OutputFormat.Timing.CONSTANT);
        return isWanted && (format.holds().isMoving() || NumberedFiles.parse(request.address()) != null);
    }

    private static Sink open(OutputFormat format, SinkRequest request) throws IOException {
        if (format.holds().sound() == OutputFormat.Sound.INSIDE) {
            return openMoving(format, request);
        }
        if (request.pixels().isSquare()) {
            return openSquare(format, request);
        }
        SinkRequest square = request.square();
        return new SquarePixelsSink(openSquare(format, square), square.size());
    }

    @Override
    public Replay openReplay(SinkRequest request, Replay.Limits limits) throws IOException {
        Path path = path(request.address());
        OutputFormat format = OutputFormat.of(name(path))
                .orElseThrow(() -> new IOException(unknown(request.address(), path)));
        FFmpegLibraries.load();
        return ReplaySink.open(format, request, limits);
    }

    private static Sink openSlice(String address, Slice slice, SinkRequest request) throws IOException {
        if (!OutputFormat.of(name(path(address))).equals(Optional.of(OutputFormat.PNG))
                || NumberedFiles.parse(address) != null) {
            throw new IOException(address + ": a slice through time is one .png picture; name that");
        }
        return SliceSink.open(NumberedFiles.literal(address), slice, request);
    }

    private static Sink openMoving(OutputFormat format, SinkRequest request) throws IOException {
        if (NumberedFiles.parse(request.address()) != null) {
            throw new IOException(request.address() + " has a place for a number, but a " + format.label()
                    + " holds all pictures in one file; leave it out, or write %% for a percent sign");
        }
        FFmpegLibraries.load();
        return VideoSink.open(NumberedFiles.literal(request.address()), format, request);
    }

    private static Sink openSquare(OutputFormat format, SinkRequest request) throws IOException {
        if (format.holds().isMoving()) {
            return openMoving(format, request);
        }
        NumberedFiles numbered = NumberedFiles.parse(request.address());
        String still = format == OutputFormat.JPEG ? "jpg" : "png";
        if (numbered == null) {
            return new StillSink(NumberedFiles.literal(request.address()), still, request.preset(),
                    PngWriter.Effort.SMALL);
        }
        if (request.sound() != null) {
            FFmpegLibraries.load();
        }
        return new SequenceSink(numbered, still, request);
    }

    @Override
    public Collection<Path> replaced(String address) throws IOException {
        boolean isMoving = OutputFormat.of(name(path(address))).map(format -> format.holds().isMoving()).orElse(true);
        NumberedFiles numbered = isMoving ? null : NumberedFiles.parse(address);
        return numbered == null
                ? List.of(NumberedFiles.literal(address))
                : Stream.concat(numbered.present().values().stream(), Stream.of(SoundFile.place(numbered))).toList();
    }

    @Override
    public List<String> encoders(OutputFormat format) throws IOException {
        FFmpegLibraries.load();
        return VideoEncoder.of(format).stream()
                .filter(encoder -> EncoderProbe.millisPerMegapixel(encoder, 0).isPresent())
                .map(VideoEncoder::ffmpegName).distinct().toList();
    }

    @Override
    public double expectedBytes(OutputFormat format, SinkRequest request) throws IOException {
        FFmpegLibraries.load();
        String named = request.encoding().encoder();
        return VideoEncoder.of(format).stream().filter(each -> named.isEmpty() || each.ffmpegName().equals(named))
                .findFirst().map(encoder -> encoder.expectedRate(EncodingTarget.of(request, 0)) / Byte.SIZE)
                .orElse(0.0);
    }

    @Override
    public List<Path> unfinished(Path folder) throws IOException {
        return UnfinishedFile.left(folder);
    }

    @Override
    public Path recover(Path unfinished) throws IOException {
        if (name(unfinished).toLowerCase(Locale.ROOT).endsWith(SoundFile.ENDING)) {
            return SoundFile.recover(unfinished);
        }
        return OutputFormat.of(name(unfinished)).equals(Optional.of(OutputFormat.PNG))
                ? SliceSink.recover(unfinished)
                : VideoRecovery.recover(unfinished);
    }

    private static Path path(String address) throws IOException {
        if (address.endsWith("/") || address.endsWith(File.separator)) {
            throw new IOException(address + " is a folder; name a file in it");
        }
        try {
            return Path.of(address);
        } catch (InvalidPathException invalid) {
            throw new IOException(address + " is no path (" + invalid.getReason() + "); name a file", invalid);
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static String unknown(String address, Path path) {
        if (Files.isDirectory(path)) {
            return address + " is a folder; name a file in it";
        }
        String name = name(path);
        int dot = name.lastIndexOf('.');
        String ending = dot < 0
                ? " has no ending"
                : ": " + name.substring(dot).toLowerCase(Locale.ROOT)
                        + " is unknown";
        return address + ending + "; write " + OutputFormat.allowed();
    }
}
