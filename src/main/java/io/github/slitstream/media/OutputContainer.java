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

import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;

/** A file of FFmpeg's that is being written: streams are added, then it begins, then it is finished. One thread. */
final class OutputContainer implements AutoCloseable {
    private final Path path;
    private final AVFormatContext context = new AVFormatContext(null);

    /** @param muxer FFmpeg's name of the format */
    OutputContainer(Path path, String muxer) throws FFmpegException {
        this.path = path;
        check(avformat_alloc_output_context2(context, null, muxer, path.toString()));
    }

    /** To add streams, and to write packets after {@link #begin}. */
    AVFormatContext context() {
        return context;
    }

    /**
     * Makes the file and writes its head.
     *
     * @param options of the muxer
     */
    void begin(Map<String, String> options) throws FFmpegException {
        context.flags(context.flags() | AVFMT_FLAG_BITEXACT);
        AVIOContext output = new AVIOContext(null);
        check(avio_open(output, "file:" + path, AVIO_FLAG_WRITE));
        context.pb(output);
        try (FFmpegOptions given = new FFmpegOptions(options)) {
            check(avformat_write_header(context, given.dictionary()));
        }
    }

    /** Writes the end of the file. */
    void finish() throws FFmpegException {
        check(av_write_trailer(context));
        check(closeFile());
    }

    private int closeFile() {
        AVIOContext output = context.pb();
        if (output == null) {
            return 0;
        }
        context.pb(null);
        return avio_closep(output);
    }

    @Override
    public void close() {
        if (!context.isNull()) {
            closeFile();
            avformat_free_context(context);
            context.setNull();
        }
    }
}
