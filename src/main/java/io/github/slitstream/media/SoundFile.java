package io.github.slitstream.media;

import static io.github.slitstream.media.FFmpegException.check;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import io.github.slitstream.file.FreeName;
import io.github.slitstream.file.OutputPlace;
import io.github.slitstream.file.PartialFile;
import io.github.slitstream.file.UnfinishedFile;
import io.github.slitstream.frame.Keeping;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.jspecify.annotations.Nullable;

/**
 * A WAV file: the sound of numbered pictures, beside them. It says whose it is, so that the sound of others is never
 * replaced. One thread at a time.
 */
final class SoundFile implements AutoCloseable {
    static final String ENDING = ".wav";
    private static final String MUXER = "wav";
    /** The tag that names the pictures. */
    private static final String OWNER = "comment";
    /** With lengths of 64 bits where those of 32 do not reach. */
    private static final Map<String, String> WHOLE = Map.of("rf64", "auto");
    private static final Map<String, String> WRITTEN = Map.of("rf64", "auto", "flush_packets", "1");

    private final Path target;
    private final OutputPlace place;
    private @Nullable OutputContainer file;
    private @Nullable SoundWriter sound;
    private boolean isHeard;

    private SoundFile(Path target, OutputPlace place) {
        this.target = target;
        this.place = place;
    }

    /**
     * @param pictures beside which it lies
     * @param format of most of the sound
     * @throws IOException if nothing can be written there
     */
    static SoundFile open(NumberedFiles pictures, SoundEncoder encoder, SoundFormat format, Keeping keeping)
            throws IOException {
        SoundFile made = new SoundFile(pictures.sound(), switch (keeping) {
            case WRITTEN -> UnfinishedFile.create(pictures.sound());
            case WHOLE -> new PartialFile(place(pictures));
        });
        try {
            made.open(pictures.name(), encoder, format, keeping == Keeping.WRITTEN ? WRITTEN : WHOLE);
            return made;
        } catch (FFmpegException refused) {
            made.close();
            throw made.failed(refused);
        }
    }

    /** Where the sound of pictures goes: to where theirs is already, or to a name that is free. */
    static Path place(NumberedFiles pictures) throws IOException {
        return FreeName.first(pictures.sound(), place -> !Files.exists(place) || isOf(place, pictures));
    }

    private static boolean isOf(Path file, NumberedFiles pictures) throws IOException {
        FFmpegLibraries.load();
        try (Container wav = Container.open(VideoInput.file(file))) {
            AVDictionaryEntry owner = av_dict_get(wav.context().metadata(), OWNER, null, 0);
            return owner != null && owner.value().getString(StandardCharsets.UTF_8).equals(pictures.name());
        } catch (FFmpegException unreadable) {
            return false;
        }
    }

    /**
     * Completes one that was left, whose head does not say how long it is.
     *
     * @return the complete file; the unfinished one is gone
     * @throws IOException if there is no sound in it or it cannot be copied; it stays as it is
     */
    static Path recover(Path unfinished) throws IOException {
        FFmpegLibraries.load();
        try (UnfinishedFile place = UnfinishedFile.adopt(unfinished)) {
            return VideoRecovery.complete(place, SoundFile::copy);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (StreamCopy.copy("file:" + from, to, MUXER, WHOLE) == 0) {
            throw new IOException(from + " holds no sound, so nothing can be made of it; delete it");
        }
    }

    private void open(String owner, SoundEncoder encoder, SoundFormat format, Map<String, String> options)
            throws FFmpegException {
        OutputContainer wav = new OutputContainer(place.path(), MUXER);
        file = wav;
        sound = new SoundWriter(wav.context(), encoder, format);
        AVDictionary tags = new AVDictionary(null);
        check(av_dict_set(tags, OWNER, owner, 0));
        wav.context().metadata(tags);
        wav.begin(options);
    }

    /** @param nanos when to hear it, from the beginning of the file */
    void write(SoundBlock block, long nanos) throws IOException {
        isHeard = true;
        try {
            Objects.requireNonNull(sound, "closed").write(block, nanos);
        } catch (FFmpegException failure) {
            throw failed(failure);
        }
    }

    /** Completes the file and puts it in its place, unless there is no sound. */
    void finish() throws IOException {
        if (!isHeard) {
            return;
        }
        try {
            Objects.requireNonNull(sound, "closed").finish();
            Objects.requireNonNull(file, "closed").finish();
        } catch (FFmpegException failure) {
            throw failed(failure);
        }
        switch (place) {
            case PartialFile whole -> whole.moveIntoPlace();
            case UnfinishedFile kept -> {
                kept.restore();
                kept.lock();
                kept.moveIntoPlace();
            }
        }
    }

    private IOException failed(FFmpegException failure) {
        return new IOException(target + " cannot be written (" + failure.reason()
                + "); check the folder's permissions and the room on the disk", failure);
    }

    @Override
    public void close() {
        if (sound != null) {
            sound.close();
            sound = null;
        }
        if (file != null) {
            file.close();
            file = null;
        }
        if (!isHeard && place instanceof UnfinishedFile kept) {
            kept.discard();
        }
        place.close();
    }
}
