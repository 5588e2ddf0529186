package io.github.slitstream.rig;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.frame.SourceRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The videos of a rig's cameras, read in step: frame n of every camera is one moment, at the time that the first camera
 * gives. The sound is that of the first camera that has any.
 */
final class RigSource implements FrameSource {
    /** Cameras whose rates differ by more run out of step within a minute. */
    private static final double SAME_RATE = 0.001;

    private final List<FrameSource> cameras;
    private final List<FrameSource> audible;
    private final SourceInfo info;
    private int next;
    private long moment;

    private RigSource(List<FrameSource> cameras, SourceInfo info) {
        this.cameras = cameras;
        this.audible = cameras.stream().filter(camera -> camera.sound() != null).toList();
        this.info = info;
    }

    /**
     * @param cameras at least one; become the source's
     * @throws IOException if one is live, or size, rate or number of frames differ where they are known
     */
    static RigSource of(String address, List<FrameSource> cameras) throws IOException {
        SourceInfo first = cameras.getFirst().info();
        for (FrameSource camera : cameras) {
            checkLike(first, camera.info());
        }
        boolean counted = cameras.stream().allMatch(camera -> camera.info().frames() != SourceInfo.UNKNOWN);
        String file = address.substring(SourceRequest.RIG.length());
        String name = file.substring(file.replace('\\', '/').lastIndexOf('/') + 1);
        return new RigSource(List.copyOf(cameras), new SourceInfo(address, name, first.size(), first.framesPerSecond(),
                false, counted ? first.frames() : SourceInfo.UNKNOWN, cameras.size() + " × " + first.detail(),
                cameras.size(), first.pixels()));
    }

    private static void checkLike(SourceInfo first, SourceInfo other) throws IOException {
        if (other.live()) {
            throw new IOException(
                    other.address() + " is live, and live cameras do not keep in step; record them first");
        }
        if (!other.size().equals(first.size())) {
            throw new IOException(other.address() + " is " + other.size() + " but the first camera's video is "
                    + first.size() + "; bring all to one size");
        }
        if (!other.pixels().equals(first.pixels())) {
            throw new IOException(other.address() + " has pixels of " + other.pixels()
                    + " but the first camera's video has pixels of " + first.pixels() + "; bring all to one shape");
        }
        if (Math.abs(other.framesPerSecond() / first.framesPerSecond() - 1) > SAME_RATE) {
            throw new IOException(String.format(Locale.ROOT, "%s has %.2f frames a second but the first camera's video"
                    + " has %.2f; bring all to one rate", other.address(), other.framesPerSecond(),
                    first.framesPerSecond()));
        }
        boolean counted = first.frames() != SourceInfo.UNKNOWN && other.frames() != SourceInfo.UNKNOWN;
        if (counted && other.frames() != first.frames()) {
            throw new IOException(
                    other.address() + " has " + other.frames() + " frames but the first camera's video has "
                            + first.frames() + "; cut all to one length");
        }
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public long read(Frame target) throws IOException {
        long nanos = cameras.get(next).read(target);
        if (nanos == END) {
            checkAllEnd(target);
            return END;
        }
        if (next == 0) {
            moment = nanos;
        }
        next = (next + 1) % cameras.size();
        return moment;
    }

    /** A video without a count may turn out shorter than the others. */
    private void checkAllEnd(Frame unused) throws IOException {
        boolean together = next == 0;
        for (int camera = 1; camera < cameras.size() && together; camera++) {
            together = cameras.get(camera).read(unused) == END;
        }
        if (!together) {
            throw new IOException(String.format(Locale.ROOT, "%s ends after %.2f s, before the other cameras' videos;"
                    + " cut all to one length", cameras.get(next).info().address(), moment / 1e9));
        }
    }

    @Override
    public List<Path> files() {
        Path list = Path.of(info.address().substring(SourceRequest.RIG.length()));
        return Stream.concat(Stream.of(list), cameras.stream().flatMap(camera -> camera.files().stream())).toList();
    }

    @Override
    public @Nullable SoundFormat sound() {
        return audible.isEmpty() ? null : audible.getFirst().sound();
    }

    @Override
    public @Nullable SoundBlock readSound(long beforeNanos) throws IOException {
        return audible.isEmpty() ? null : audible.getFirst().readSound(beforeNanos);
    }

    @Override
    public List<String> notes() {
        Stream<String> ofCameras = cameras.stream().flatMap(camera -> camera.notes().stream());
        return Stream.concat(unheard().stream(), ofCameras).toList();
    }

    private Optional<String> unheard() {
        String others = audible.stream().skip(1).map(camera -> camera.info().name()).collect(Collectors.joining(", "));
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(info.name() + " sounds as " + audible.getFirst().info().name()
                        + " does; left out is the sound of " + others);
    }

    @Override
    public void rewind() throws IOException {
        next = 0;
        for (FrameSource camera : cameras) {
            camera.rewind();
        }
    }

    @Override
    public void seek(long nanos) throws IOException {
        next = 0;
        for (FrameSource camera : cameras) {
            camera.seek(nanos);
        }
    }

    @Override
    public void close() {
        cameras.forEach(FrameSource::close);
    }
}
