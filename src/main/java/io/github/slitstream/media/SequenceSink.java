package io.github.slitstream.media;

import io.github.slitstream.file.DiskRoom;
import io.github.slitstream.file.PartialFile;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.Keeping;
import io.github.slitstream.frame.OutputFormat;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SinkProgress;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Numbered picture files, from number 1 on, and their sound in a WAV file beside them. All are put in their places
 * together, when the last is written, or one by one if what was written is to stay whatever comes.
 */
final class SequenceSink implements Sink {
    private static final int FIRST = 1;
    /** Sound and picture may be so far apart. */
    private static final long AUDIBLE_NANOS = 40_000_000;

    private final NumberedFiles files;
    private final String format;
    private final String preset;
    private final long pictureNanos;
    /** Of the folder; null unless what was written is to stay whatever comes. */
    private final @Nullable DiskRoom room;
    private final @Nullable SoundFile sound;
    private final List<StillSink> waiting = new ArrayList<>();
    private PngWriter.Effort effort = PngWriter.Effort.SMALL;
    private int written;
    /** How many pictures of an earlier sequence, which was longer, lie behind those written. */
    private int longer;
    /** How far a picture's time was from the one that its number says. */
    private long farthestNanos;
    private final AtomicLong bytes = new AtomicLong();
    private long firstNanos;
    private long lastNanos;

    /**
     * @param format {@code png} or {@code jpg}
     * @throws IOException if nothing can be written there
     */
    SequenceSink(NumberedFiles files, String format, SinkRequest request) throws IOException {
        this.files = files;
        this.format = format;
        this.preset = request.preset();
        this.pictureNanos = request.pictureNanos();
        PartialFile.checkPlace(files.file(FIRST));
        boolean stays = request.keeping() == Keeping.WRITTEN;
        if (stays && !files.present().isEmpty()) {
            throw new IOException(files + ": there are such files already, which must not be replaced; choose another"
                    + " name or an empty folder");
        }
        this.room = stays ? new DiskRoom(files.folder().toAbsolutePath(), false) : null;
        this.sound = sound(files, request);
    }

    private static @Nullable SoundFile sound(NumberedFiles files, SinkRequest request) throws IOException {
        SoundFormat format = request.sound();
        SoundEncoder encoder = SoundEncoder.pick(OutputFormat.of(files.name()).orElseThrow());
        return format == null || encoder == null
                ? null
                : SoundFile.open(files, encoder, format, request.keeping());
    }

    @Override
    public void write(Frame picture, long nanos) throws IOException {
        if (written == 0) {
            firstNanos = nanos;
        }
        farthestNanos = Math.max(farthestNanos, Math.abs(nanos - firstNanos - written * pictureNanos));
        if (room == null) {
            waiting.add(written(picture, nanos));
        } else {
            room.check(0);
            try (StillSink still = written(picture, nanos)) {
                still.finish();
            }
            bytes.addAndGet(Files.size(files.file(FIRST + written)));
        }
        written++;
        lastNanos = nanos;
    }

    /** Copies the file: a machine too slow to write each picture anew would be behind more and more. */
    @Override
    public void repeat(Frame last, long nanos) throws IOException {
        if (room == null) {
            write(last, nanos);
            return;
        }
        room.check(0);
        Path file = files.file(FIRST + written);
        try (PartialFile copy = new PartialFile(file)) {
            Files.copy(files.file(FIRST + written - 1), copy.path(), StandardCopyOption.REPLACE_EXISTING);
            copy.moveIntoPlace();
        }
        bytes.addAndGet(Files.size(file));
        written++;
        lastNanos = nanos;
    }

    private StillSink written(Frame picture, long nanos) throws IOException {
        StillSink still = new StillSink(files.file(FIRST + written), format, preset, effort);
        try {
            still.write(picture, nanos);
            return still;
        } catch (IOException | RuntimeException refused) {
            still.close();
            throw refused;
        }
    }

    @Override
    public boolean stepDown() {
        boolean isQuicker = effort != PngWriter.Effort.QUICK;
        effort = PngWriter.Effort.QUICK;
        return isQuicker;
    }

    @Override
    public SinkProgress progress() {
        return room == null ? SinkProgress.UNWATCHED : new SinkProgress(bytes.get(), room.room());
    }

    @Override
    public long endNanos() {
        return lastNanos + pictureNanos;
    }

    @Override
    public boolean hasSound() {
        return sound != null;
    }

    @Override
    public void write(SoundBlock block, long nanos) throws IOException {
        if (sound != null) {
            sound.write(block, nanos - firstNanos);
        }
    }

    @Override
    public void finish() throws IOException {
        if (written == 0) {
            throw new IOException(files + " was not written: there was no picture");
        }
        for (StillSink still : waiting) {
            still.finish();
        }
        waiting.clear();
        if (sound != null) {
            sound.finish();
        }
        longer = files.present().tailMap(FIRST + written).size();
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (longer > 0) {
            notes.add(files + ": behind the " + written + " pictures written now there are " + longer
                    + " of before, which stay; delete them, or they are taken for one sequence");
        }
        if (sound != null && farthestNanos > AUDIBLE_NANOS) {
            notes.add(String.format(Locale.ROOT, "%s: numbers hold no times, and pictures came up to %.1f s beside"
                    + " theirs: with the sound beside them use --constant-rate", files, farthestNanos / 1e9));
        }
        return List.copyOf(notes);
    }

    @Override
    public void close() {
        waiting.forEach(StillSink::close);
        if (sound != null) {
            sound.close();
        }
    }
}
