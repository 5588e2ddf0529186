package io.github.slitstream.media;

import static io.github.slitstream.media.FFmpegException.check;
import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;

import io.github.slitstream.file.PartialFile;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.jspecify.annotations.Nullable;

/** A WAV file: sound alone, its samples as they are. One thread at a time. */
final class SoundFile implements AutoCloseable {
    /** With lengths of 64 bits where those of 32 do not reach. */
    private static final Map<String, String> OPTIONS = Map.of("rf64", "auto");

    private final PartialFile place;
    private final AVFormatContext container = new AVFormatContext(null);
    private @Nullable SoundWriter sound;

    private SoundFile(PartialFile place) {
        this.place = place;
    }

    /** @throws IOException if nothing can be written there */
    static SoundFile open(Path target, SoundFormat format) throws IOException {
        SoundFile file = new SoundFile(new PartialFile(target));
        try {
            check(avformat_alloc_output_context2(file.container, null, "wav", target.toString()));
            file.sound = new SoundWriter(file.container, SoundEncoder.PCM, format);
            file.openPlace();
            return file;
        } catch (FFmpegException refused) {
            file.close();
            throw new IOException(target + " cannot be written (" + refused.reason()
                    + "); check the folder's permissions and the room on the disk", refused);
        }
    }

    private void openPlace() throws FFmpegException {
        container.flags(container.flags() | AVFMT_FLAG_BITEXACT);
        AVIOContext output = new AVIOContext(null);
        check(avio_open(output, "file:" + place.path(), AVIO_FLAG_WRITE));
        container.pb(output);
        try (FFmpegOptions given = new FFmpegOptions(OPTIONS)) {
            check(avformat_write_header(container, given.dictionary()));
        }
    }

    /** @param nanos when to hear it, from the beginning of the file */
    void write(SoundBlock block, long nanos) throws IOException {
        Objects.requireNonNull(sound, "closed").write(block, nanos);
    }

    /** Completes the file and puts it in its place. */
    void finish() throws IOException {
        Objects.requireNonNull(sound, "closed").finish();
        check(av_write_trailer(container));
        check(closeOutput());
        place.moveIntoPlace();
    }

    private int closeOutput() {
        AVIOContext output = container.pb();
        if (output == null) {
            return 0;
        }
        container.pb(null);
        return avio_closep(output);
    }

    @Override
    public void close() {
        if (sound != null) {
            sound.close();
            sound = null;
        }
        if (!container.isNull()) {
            closeOutput();
            avformat_free_context(container);
            container.setNull();
        }
        place.close();
    }
}
