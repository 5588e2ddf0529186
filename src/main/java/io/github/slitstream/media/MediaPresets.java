package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import io.github.slitstream.frame.EmbeddedPresets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;

/** Presets in PNG pictures, and in the comments of videos: MP4, MOV and Matroska. */
public final class MediaPresets implements EmbeddedPresets {
    /** The tag of a video that holds its preset; every player shows it. */
    private static final String VIDEO_TAG = "comment";
    /** MOV keeps no longer text in it. */
    private static final int LONGEST_IN_VIDEO = 0xffff;

    private static final String PNG = "\u0089PNG";
    private static final String MATROSKA = "\u001aE\u00df\u00a3";
    private static final String MP4 = "ftyp";

    @Override
    public boolean isCarrier(Path file) throws IOException {
        String magic = PictureDecoder.magic(file);
        return magic.startsWith(PNG) || magic.startsWith(MATROSKA) || magic.startsWith(MP4, 4);
    }

    @Override
    public Optional<String> read(Path file) throws IOException {
        return PictureDecoder.magic(file).startsWith(PNG) ? PngPreset.read(file) : ofVideo(file);
    }

    /** Has a video carry a preset, unless its text is empty or too long. */
    static void tag(AVFormatContext container, String preset) {
        if (!preset.isEmpty() && preset.getBytes(StandardCharsets.UTF_8).length <= LONGEST_IN_VIDEO) {
            AVDictionary tags = new AVDictionary(null);
            av_dict_set(tags, VIDEO_TAG, preset, 0);
            container.metadata(tags);
        }
    }

    private static Optional<String> ofVideo(Path file) throws IOException {
        FFmpegLibraries.load();
        try (Container video = Container.open(VideoInput.file(file))) {
            AVDictionaryEntry tag = av_dict_get(video.context().metadata(), VIDEO_TAG, null, 0);
            return tag == null ? Optional.empty() : Optional.of(tag.value().getString(StandardCharsets.UTF_8));
        } catch (FFmpegException failure) {
            throw new IOException(file + " is not a video that can be read (" + failure.reason()
                    + "); take another copy of it", failure);
        }
    }
}
