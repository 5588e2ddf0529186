package io.github.slitstream.media;

import static io.github.slitstream.media.FFmpegException.check;

import io.github.slitstream.file.PartialFile;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A WAV file: sound alone, its samples as they are. One thread at a time. */
final class SoundFile implements AutoCloseable {
    /** With lengths of 64 bits where those of 32 do not reach. */
    private static final Map<String, String> OPTIONS = Map.of("rf64", "auto");

    private final PartialFile place;
    private @Nullable OutputContainer file;
    private @Nullable SoundWriter sound;

    private SoundFile(PartialFile place) {
        this.place = place;
    }

    /** @throws IOException if nothing can be written there */
    static SoundFile open(Path target, SoundFormat format) throws IOException {
        SoundFile made = new SoundFile(new PartialFile(target));
        try {
            made.open(format);
            return made;
        } catch (FFmpegException refused) {
            made.close();
            throw new IOException(target + " cannot be written (" + refused.reason()
                    + "); check the folder's permissions and the room on the disk", refused);
        }
    }

    private void open(SoundFormat format) throws FFmpegException {
        OutputContainer wav = new OutputContainer(place.path(), "wav");
        file = wav;
        sound = new SoundWriter(wav.context(), SoundEncoder.PCM, format);
        wav.begin(OPTIONS);
    }

    /** @param nanos when to hear it, from the beginning of the file */
    void write(SoundBlock block, long nanos) throws IOException {
        Objects.requireNonNull(sound, "closed").write(block, nanos);
    }

    /** Completes the file and puts it in its place. */
    void finish() throws IOException {
        Objects.requireNonNull(sound, "closed").finish();
        Objects.requireNonNull(file, "closed").finish();
        place.moveIntoPlace();
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
        place.close();
    }
}
