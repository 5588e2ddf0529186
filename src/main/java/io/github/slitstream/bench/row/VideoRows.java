package io.github.slitstream.bench.row;

import io.github.slitstream.bench.Agreement;
import io.github.slitstream.bench.Contest;
import io.github.slitstream.bench.Row;
import io.github.slitstream.bench.Stand;
import io.github.slitstream.bench.Traffic;
import io.github.slitstream.bench.peer.FFmpegProgram;
import io.github.slitstream.bench.peer.Side;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSink;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.media.MediaSinks;
import io.github.slitstream.media.MediaSources;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code decode/SIZE} and {@code encode/SIZE}: one frame of an MP4 file with the built-in scene, from and to packed BGRA. Bytes of the
 * picture count as moved, those of the file do not.
 */
final class VideoRows {
    private static final int FRAMES = 60;
    private static final double RATE = 30;
    /** What scalers make of the colours of a compressed picture. */
    private static final Agreement DECODED = Agreement.within(6);
    /** Two encoders of one kind lose different details. */
    private static final Agreement ENCODED = Agreement.onAverage(4);
    private static final List<String> OPTIONS = List.of("-c:v", "libx264", "-preset", "veryfast", "-crf", "18");

    private VideoRows() {}

    static List<Row> all() {
        List<Row> rows = new ArrayList<>();
        for (PictureSize size : List.of(PictureSize.HD, PictureSize.FULL_HD)) {
            rows.add(new Row("decode/" + size.name(), stand -> decode(stand, size.frame()),
                    stand -> decode(stand, PictureSize.SMALL)));
            rows.add(new Row("encode/" + size.name(), stand -> encode(stand, size.frame()),
                    stand -> encode(stand, PictureSize.SMALL)));
        }
        return rows;
    }

    private static Contest decode(Stand stand, FrameSize size) throws IOException {
        Path video = file(stand, "scene");
        try (FrameSink sink = new MediaSinks().open(video.toString(), size, RATE)) {
            List<Frame> scene = scene(stand, size, FRAMES);
            for (int i = 0; i < scene.size(); i++) {
                sink.write(scene.get(i), Math.round(i / RATE * 1e9));
            }
            sink.finish();
        }
        Frame picture = Frame.allocate(size, stand.arena());
        FrameSource source = stand.keep(new MediaSources().open(SourceRequest.of(video.toString())));
        return new Contest(Side.of(picture.pixels(), () -> next(source, picture)), Traffic.copyOf(picture.pixels()))
                .against("ffmpeg", "the program, through a pipe", DECODED,
                        () -> stand.keep(new FFmpegProgram.Decoding(video, size)))
                .against("cv2", "VideoCapture in Python, which takes all colours for BT.601", Agreement.onAverage(8),
                        () -> stand.keep(stand.tools().python().work("cv2_peers", "decode", video)));
    }

    private static void next(FrameSource source, Frame picture) throws IOException {
        if (source.read(picture) == FrameSource.END) {
            source.rewind();
            source.read(picture);
        }
    }

    private static Contest encode(Stand stand, FrameSize size) throws IOException {
        List<Frame> scene = scene(stand, size, FRAMES);
        return new Contest(new Encoding(stand, scene), Traffic.copyOf(scene.getFirst().pixels())).against("ffmpeg",
                "the program, through a pipe: x264 veryfast, crf 18", ENCODED, () -> new Piping(stand, scene));
    }

    private static List<Frame> scene(Stand stand, FrameSize size, int count) throws IOException {
        List<Frame> frames = new ArrayList<>();
        try (FrameSource demo = new MediaSources()
                .open(new SourceRequest(SourceRequest.DEMO, size.width(), size.height(), RATE))) {
            for (int i = 0; i < count; i++) {
                Frame frame = Frame.allocate(size, stand.arena());
                demo.read(frame);
                frames.add(frame);
            }
        }
        return frames;
    }

    private static Path file(Stand stand, String name) {
        return stand.tools().folder().resolve(name + ".mp4");
    }

    /** The first picture of a video. */
    private static MemorySegment first(Stand stand, Path video, FrameSize size) throws IOException {
        Frame picture = Frame.allocate(size, stand.arena());
        try (FrameSource source = new MediaSources().open(SourceRequest.of(video.toString()))) {
            source.read(picture);
        }
        return picture.pixels();
    }

    /** Writes the scene over and over. Looking at the result ends the video; the next run begins another. */
    private abstract static class Writing implements Side {
        private int written;

        @Override
        public final long nanos(int times) throws IOException {
            long begun = System.nanoTime();
            for (int i = 0; i < times; i++) {
                write(written++);
            }
            return System.nanoTime() - begun;
        }

        abstract void write(int number) throws IOException;

        final void restart() {
            written = 0;
        }
    }

    /** What a recording does for each frame. */
    private static final class Encoding extends Writing {
        private final Stand stand;
        private final List<Frame> scene;
        private FrameSink sink;

        Encoding(Stand stand, List<Frame> scene) throws IOException {
            this.stand = stand;
            this.scene = scene;
            this.sink = open();
        }

        private FrameSink open() throws IOException {
            return stand.keep(
                    new MediaSinks().open(file(stand, "ours").toString(), scene.getFirst().size(), RATE));
        }

        @Override
        void write(int number) throws IOException {
            sink.write(scene.get(number % scene.size()), Math.round(number / RATE * 1e9));
        }

        @Override
        public MemorySegment result() throws IOException {
            sink.finish();
            MemorySegment picture = first(stand, file(stand, "ours"), scene.getFirst().size());
            sink = open();
            restart();
            return picture;
        }
    }

    /** The same by the program at the other end of a pipe. */
    private static final class Piping extends Writing {
        private final Stand stand;
        private final FrameSize size;
        private final List<byte[]> scene;
        private FFmpegProgram.Encoding program;

        Piping(Stand stand, List<Frame> scene) throws IOException {
            this.stand = stand;
            this.size = scene.getFirst().size();
            this.scene = scene.stream().map(frame -> frame.pixels().toArray(ValueLayout.JAVA_BYTE)).toList();
            this.program = open();
        }

        private FFmpegProgram.Encoding open() throws IOException {
            return stand.keep(new FFmpegProgram.Encoding(file(stand, "theirs"), size, RATE, OPTIONS));
        }

        @Override
        void write(int number) throws IOException {
            program.write(scene.get(number % scene.size()));
        }

        @Override
        public MemorySegment result() throws IOException {
            program.finish();
            MemorySegment picture = first(stand, file(stand, "theirs"), size);
            program = open();
            restart();
            return picture;
        }
    }
}
