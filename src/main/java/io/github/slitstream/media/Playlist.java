package io.github.slitstream.media;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.PictureFit;
import io.github.slitstream.frame.PixelShape;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.media.PlaylistEntries.OpensFile;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pictures and videos of a folder one after another, their times running on. Size, shape of pixels and nominal rate
 * are those of the first; others are fitted into it, as large as their proportions allow, in the middle of black. Sound
 * is of the format of the first that has any. What cannot be read is named and passed over.
 */
final class Playlist implements FrameSource {
    private static final int MOST_NAMED = 3;

    private final PlaylistEntries entries;
    private final PictureFit fit = new PictureFit(new OpenCvResizer());
    private final List<String> notes = new ArrayList<>();
    private final List<String> notesSoFar = Collections.unmodifiableList(notes);
    private final SourceInfo info;
    private @Nullable FrameSource current;
    private @Nullable Frame foreign;
    private final @Nullable PlaylistSound sound;
    private int index;
    private long begin;
    private long lastNanos;
    private boolean gaveAny;

    @FunctionalInterface
    private interface SoundWork {
        void on(PlaylistSound sound) throws IOException;
    }

    /** @throws IOException if the folder holds nothing that can be played */
    static Playlist open(Path folder, SourceRequest request, OpensFile opener) throws IOException {
        PlaylistEntries entries = new PlaylistEntries(folder, request, opener);
        String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        return new Playlist(entries, request.address(), name);
    }

    private Playlist(PlaylistEntries entries, String address, String name) throws IOException {
        this.entries = entries;
        SoundFormat format = entries.sound();
        this.sound = format == null ? null : new PlaylistSound(format);
        noteUnreadable(name);
        FrameSource first = next();
        if (first == null) {
            throw new IOException(address + " is a folder without a picture or video that can be read; name another,"
                    + " or a file");
        }
        SourceInfo leading = first.info();
        this.info = new SourceInfo(address, name, leading.size(), leading.framesPerSecond(), false,
                entries.isPicturesOnly() ? entries.count() : SourceInfo.UNKNOWN,
                entries.count() + " files, first " + leading.detail(), 1, leading.pixels())
                .lasting(entries.begin(entries.count()));
    }

    private void noteUnreadable(String folder) {
        List<String> names = entries.unreadable();
        if (!names.isEmpty()) {
            String more = names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "";
            notes.add(
                    folder + ": passed over " + String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())))
                            + more + ", which cannot be read as pictures or videos");
        }
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public long read(Frame target) throws IOException {
        for (FrameSource entry = next(); entry != null; entry = next()) {
            long nanos = readFrom(entry, target);
            if (nanos != END) {
                gaveAny = true;
                lastNanos = nanos;
                return begin + nanos;
            }
            long length = lastNanos + Math.round(1e9 / entry.info().framesPerSecond());
            hear(heard -> heard.end(begin + length));
            finish(length);
        }
        if (!gaveAny) {
            throw new IOException(info.name() + " holds nothing any more that can be read; open it anew");
        }
        return END;
    }

    /** A file that breaks midway ends there. */
    private long readFrom(FrameSource entry, Frame target) {
        try {
            PixelShape pixels = entry.info().pixels();
            if (entry.info().size().equals(target.size()) && pixels.equals(info.pixels())) {
                return entry.read(target);
            }
            Frame read = frameLike(entry.info());
            long nanos = entry.read(read);
            if (nanos != END) {
                fit.fit(read, pixels.ratio() / info.pixels().ratio(), target);
            }
            return nanos;
        } catch (IOException broken) {
            note(broken);
            return END;
        }
    }

    private Frame frameLike(SourceInfo entry) {
        Frame present = foreign;
        if (present == null || !present.size().equals(entry.size())) {
            present = Frame.allocate(entry.size(), Arena.ofAuto());
            foreign = present;
        }
        return present;
    }

    /** The entry that plays, or, where that has ended, the next that can be opened; null behind the last. */
    private @Nullable FrameSource next() {
        while (current == null && index < entries.count()) {
            try {
                FrameSource opened = entries.open(index);
                current = opened;
                begin = entries.begin(index);
                lastNanos = 0;
                hear(heard -> heard.begin(opened, begin));
            } catch (IOException refusal) {
                note(refusal);
                finish(0);
            }
        }
        return current;
    }

    /** What is done with the sound, if there is any; what goes wrong with it is no reason to stop. */
    private void hear(SoundWork work) {
        if (sound == null) {
            return;
        }
        try {
            work.on(sound);
        } catch (IOException silent) {
            note(String.valueOf(silent.getMessage()));
        }
    }

    @Override
    public @Nullable SoundFormat sound() {
        return sound == null ? null : sound.format();
    }

    @Override
    public @Nullable SoundBlock readSound(long beforeNanos) throws IOException {
        return sound == null ? null : sound.read(beforeNanos);
    }

    private void finish(long nanos) {
        entries.setLength(index, nanos);
        closeCurrent();
        index++;
    }

    private void note(IOException failure) {
        note("passed over: " + failure.getMessage());
    }

    private void note(String line) {
        if (!notes.contains(line)) {
            notes.add(line);
        }
    }

    @Override
    public void rewind() throws IOException {
        seek(0);
    }

    @Override
    public void seek(long nanos) throws IOException {
        closeCurrent();
        hear(PlaylistSound::clear);
        gaveAny = false;
        index = entries.at(nanos);
        FrameSource entry = next();
        if (entry != null && nanos > begin) {
            entry.seek(nanos - begin);
        }
    }

    @Override
    public List<String> notes() {
        return notesSoFar;
    }

    @Override
    public List<Path> files() {
        return entries.files();
    }

    @Override
    public void close() {
        closeCurrent();
        if (sound != null) {
            sound.close();
        }
    }

    private void closeCurrent() {
        FrameSource open = current;
        current = null;
        if (open != null) {
            open.close();
        }
    }
}
