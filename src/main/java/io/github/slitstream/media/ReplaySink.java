package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_free;

import io.github.slitstream.file.DiskRoom;
import io.github.slitstream.file.UnfinishedFile;
import io.github.slitstream.frame.Alpha;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.OutputFormat;
import io.github.slitstream.frame.Replay;
import io.github.slitstream.frame.SinkProgress;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the newest pictures as packets of a video. Every picture stands for itself, so that the file may begin at any
 * of them and is cut exactly to the picture in every format, without edit lists, which not all players heed, and
 * without encoding anything twice. Sound is encoded when it is saved.
 */
final class ReplaySink implements Replay {
    private final OutputFormat format;
    private final SinkRequest request;
    private final PacketHistory history;
    private volatile EncoderChoice choice;
    /** Guarded by this monitor: set with the first picture. */
    private @Nullable AVCodecParameters stream;
    /** Writing thread. */
    private @Nullable PictureTrack pictures;

    private ReplaySink(OutputFormat format, SinkRequest request, EncoderChoice choice, Limits limits) {
        this.format = format;
        this.request = request;
        this.choice = choice;
        this.history = new PacketHistory(limits,
                Math.round(VideoStream.TICKS_PER_SECOND / request.framesPerSecond()));
    }

    /** @throws IOException if the format holds no sound, or nothing here encodes it at this size */
    static ReplaySink open(OutputFormat format, SinkRequest request, Limits limits) throws IOException {
        if (format.holds().sound() != OutputFormat.Sound.INSIDE) {
            throw new IOException("a replay is a video with its sound, which " + format.label()
                    + " cannot hold; take one such as .mp4");
        }
        SinkRequest live = request.live(request.encoding().intra());
        return new ReplaySink(format, live, EncoderChoice.of(format, live, false), limits);
    }

    @Override
    public void write(Frame picture, long nanos) throws IOException {
        if (!picture.size().equals(request.size())) {
            throw new IllegalArgumentException("picture of " + picture.size() + " for a replay of " + request.size());
        }
        trackFor(picture).write(picture, nanos, history::add);
    }

    private PictureTrack trackFor(Frame first) throws IOException {
        PictureTrack present = pictures;
        if (present == null) {
            boolean isTranslucent = format.holds().alpha() && (format.holds().isExact() || !Alpha.isOpaque(first));
            if (isTranslucent) {
                choice = EncoderChoice.of(format, request, true);
            }
            present = new PictureTrack(Muxer.of(format), choice, request, isTranslucent);
            pictures = present;
            setStream(present.parameters());
        }
        return present;
    }

    private synchronized void setStream(AVCodecParameters parameters) {
        stream = parameters;
    }

    @Override
    public boolean hasSound() {
        return true;
    }

    @Override
    public void write(SoundBlock sound, long nanos) {
        PictureTrack present = pictures;
        if (present == null) {
            throw new IllegalStateException("sound before the first picture");
        }
        history.add(sound, nanos - present.firstNanos());
    }

    @Override
    public boolean stepDown() throws IOException {
        PictureTrack present = pictures;
        if (present == null) {
            return false;
        }
        boolean stepped = present.stepDown(history::add);
        choice = present.choice();
        return stepped;
    }

    @Override
    public Held held() {
        return history.held();
    }

    @Override
    public void limit(Limits limits) {
        history.limit(limits);
    }

    @Override
    public Path save(String address, String preset) throws IOException {
        try (PacketHistory.Snapshot kept = history.snapshot()) {
            if (kept.pictures().isEmpty()) {
                throw new IOException("there is no picture to save yet; wait for one");
            }
            return save(kept, Path.of(address), request(address, kept).carrying(preset).with(request.encoding(),
                    request.keeping()));
        }
    }

    private SinkRequest request(String address, PacketHistory.Snapshot kept) {
        SoundFormat sound = kept.sounds().isEmpty() ? null : kept.sounds().getFirst().block().format();
        return new SinkRequest(address, request.size(), request.pixels(), request.framesPerSecond(), sound);
    }

    /** What cannot be saved whole leaves nothing behind: it is kept here. */
    private Path save(PacketHistory.Snapshot kept, Path target, SinkRequest to) throws IOException {
        Muxer muxer = Muxer.of(format);
        try (UnfinishedFile place = UnfinishedFile.create(target)) {
            place.discard();
            DiskRoom room = new DiskRoom(place.path(), muxer.isFragmented());
            if (room.room() < kept.bytes()) {
                throw new IOException(String.format(Locale.ROOT, "%s takes %,.1f MB, for which the disk has no room;"
                        + " make some there", target, kept.bytes() / 1e6));
            }
            write(kept, place.path(), muxer, to);
            return VideoRecovery.finish(place, muxer);
        } catch (FFmpegException failure) {
            throw new IOException(target + " cannot be written (" + failure.reason()
                    + "); check the folder's permissions and the room on the disk", failure);
        }
    }

    private void write(PacketHistory.Snapshot kept, Path path, Muxer muxer, SinkRequest to) throws IOException {
        long firstTick = kept.pictures().getFirst().pts();
        long firstNanos = Math.round(firstTick * PictureTrack.NANOS_PER_TICK);
        try (VideoFile file = create(path, muxer, to)) {
            int heard = 0;
            for (AVPacket packet : kept.pictures()) {
                long nanos = Math.round(packet.pts() * PictureTrack.NANOS_PER_TICK);
                packet.pts(packet.pts() - firstTick).dts(packet.dts() - firstTick);
                file.write(packet);
                for (; heard < kept.sounds().size() && kept.sounds().get(heard).nanos() < nanos; heard++) {
                    PacketHistory.TimedSound sound = kept.sounds().get(heard);
                    file.write(sound.block(), sound.nanos() - firstNanos);
                }
            }
            long endNanos = firstNanos + Math.round(kept.seconds() * 1e9);
            for (; heard < kept.sounds().size() && kept.sounds().get(heard).nanos() < endNanos; heard++) {
                PacketHistory.TimedSound sound = kept.sounds().get(heard);
                file.write(sound.until(endNanos), sound.nanos() - firstNanos);
            }
            file.finish();
        }
    }

    private synchronized VideoFile create(Path path, Muxer muxer, SinkRequest to) throws IOException {
        AVCodecParameters present = stream;
        if (present == null) {
            throw new IOException("the replay has just ended; save the next one");
        }
        return VideoFile.create(path, muxer, to, present);
    }

    @Override
    public SinkProgress progress() {
        return new SinkProgress(history.held().bytes(), Long.MAX_VALUE);
    }

    @Override
    public String encoder() {
        return choice.text();
    }

    @Override
    public void finish() throws IOException {
        try {
            if (pictures != null) {
                pictures.finish(history::add);
            }
        } finally {
            closePictures();
        }
    }

    private void closePictures() {
        if (pictures != null) {
            pictures.close();
            pictures = null;
        }
    }

    @Override
    public void close() {
        history.close();
        closePictures();
        freeStream();
    }

    private synchronized void freeStream() {
        if (stream != null) {
            avcodec_parameters_free(stream);
            stream = null;
        }
    }
}
