package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** Options by name as FFmpeg takes them; native memory, to be closed. What FFmpeg does not know it leaves alone. */
final class FFmpegOptions implements AutoCloseable {
    private final AVDictionary dictionary = new AVDictionary(null);

    FFmpegOptions(Map<String, String> options) {
        options.forEach((name, value) -> av_dict_set(dictionary, name, value, 0));
    }

    AVDictionary dictionary() {
        return dictionary;
    }

    @Override
    public void close() {
        av_dict_free(dictionary);
    }
}
