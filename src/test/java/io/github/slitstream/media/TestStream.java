package io.github.slitstream.media;

import static io.github.slitstream.media.FFmpegException.check;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacpp.PointerPointer;

/** What the first stream of a file says of itself. */
record TestStream(AVFormatContext container) implements AutoCloseable {
    static TestStream open(Path file) throws IOException {
        FFmpegLibraries.load();
        AVFormatContext container = new AVFormatContext(null);
        check(avformat_open_input(container, "file:" + file, null, null));
        check(avformat_find_stream_info(container, (PointerPointer<?>) null));
        return new TestStream(container);
    }

    AVStream stream() {
        return container.streams(0);
    }

    AVCodecParameters parameters() {
        return stream().codecpar();
    }

    @Override
    public void close() {
        avformat_close_input(container);
    }
}
