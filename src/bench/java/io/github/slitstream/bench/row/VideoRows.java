package io.github.slitstream.bench.row;

import io.github.slitstream.bench.Agreement;
import io.github.slitstream.bench.Workload;
import io.github.slitstream.bench.Row;
import io.github.slitstream.bench.RowResources;
import io.github.slitstream.bench.Traffic;
import io.github.slitstream.bench.peer.FFmpegProgram;
import io.github.slitstream.bench.peer.Implementation;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.Sink;
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
 * {@code decode/SIZE} and {@code encode/SIZE}: an MP4 file of 30 frames of the built-in scene, from and to packed BGRA.
 * Codecs work ahead in threads of their own, so only whole files are timed. Bytes of the pictures count as moved, those
 * of the file do not.
 */
final class VideoRows {
    private static final int FRAMES = 30;
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
            rows.add(new Row("decode/" + size.name(), resources -> decode(resources, size.frame()),
                    resources -> decode(resources, PictureSize.SMALL)));
            rows.add(new Row("encode/" + size.name(), resources -> encode(resources, size.frame()),
                    resources -> encode(resources, PictureSize.SMALL)));
        }
        return rows;
    }

    private static Workload decode(RowResources resources, FrameSize size) throws IOException {
        Path video = file(resources, "scene");
        try (Sink sink = new MediaSinks().open(video.toString(), size, RATE)) {
            writeTo(sink, clip(resources, size));
        }
        Frame picture = Frame.allocate(size, resources.arena());
        FrameSource source = resources.keep(new MediaSources().open(SourceRequest.of(video.toString())));
        return new Workload(Implementation.of(picture.pixels(), () -> readAll(source, picture)), traffic(picture))
                .against("ffmpeg", "the program, through a pipe", DECODED,
                        () -> resources.keep(new FFmpegProgram.Decoding(video, size, FRAMES)))
                .against("cv2", "VideoCapture in Python, which takes all colours for BT.601", Agreement.onAverage(8),
                        () -> resources.keep(resources.tools().python().work("cv2_peers", "decode", video)));
    }

    /** Leaves the last picture. */
    private static void readAll(FrameSource source, Frame picture) throws IOException {
        source.rewind();
        for (int i = 0; i < FRAMES; i++) {
            source.read(picture);
        }
    }

    private static void writeTo(Sink sink, List<Frame> clip) throws IOException {
        for (int i = 0; i < clip.size(); i++) {
            sink.write(clip.get(i), Math.round(i / RATE * 1e9));
        }
        sink.finish();
    }

    private static Workload encode(RowResources resources, FrameSize size) throws IOException {
        List<Frame> clip = clip(resources, size);
        return new Workload(resources.keep(new Encoding(resources, clip)), traffic(clip.getFirst())).against("ffmpeg",
                "the program, through a pipe: x264 veryfast, crf 18", ENCODED,
                () -> resources.keep(new Piping(resources, clip)));
    }

    private static Traffic traffic(Frame picture) {
        long bytes = FRAMES * picture.size().bytes();
        return new Traffic(picture.pixels(), bytes, bytes);
    }

    private static List<Frame> clip(RowResources resources, FrameSize size) throws IOException {
        List<Frame> frames = new ArrayList<>();
        try (FrameSource demo = new MediaSources()
                .open(new SourceRequest(SourceRequest.DEMO, size.width(), size.height(), RATE))) {
            for (int i = 0; i < FRAMES; i++) {
                Frame frame = Frame.allocate(size, resources.arena());
                demo.read(frame);
                frames.add(frame);
            }
        }
        return frames;
    }

    private static Path file(RowResources resources, String name) {
        return resources.tools().folder().resolve(name + ".mp4");
    }

    /** The first picture of a video. */
    private static MemorySegment first(RowResources resources, Path video, FrameSize size) throws IOException {
        Frame picture = Frame.allocate(size, resources.arena());
        try (FrameSource source = new MediaSources().open(SourceRequest.of(video.toString()))) {
            source.read(picture);
        }
        return picture.pixels();
    }

    /** Writes the whole clip in each run; opening the file does not count. */
    private interface Writing extends Implementation, AutoCloseable {
        void open() throws IOException;

        void write() throws IOException;

        @Override
        void close();

        @Override
        default long nanos(int times) throws IOException {
            long nanos = 0;
            for (int i = 0; i < times; i++) {
                open();
                long begun = System.nanoTime();
                write();
                nanos += System.nanoTime() - begun;
            }
            return nanos;
        }
    }

    /** What a recording does. */
    private static final class Encoding implements Writing {
        private final RowResources resources;
        private final List<Frame> clip;
        private final Path file;
        private Sink sink;

        Encoding(RowResources resources, List<Frame> clip) throws IOException {
            this.resources = resources;
            this.clip = clip;
            this.file = file(resources, "ours");
            this.sink = sink();
        }

        private Sink sink() throws IOException {
            return new MediaSinks().open(file.toString(), clip.getFirst().size(), RATE);
        }

        @Override
        public void open() throws IOException {
            sink.close();
            sink = sink();
        }

        @Override
        public void write() throws IOException {
            writeTo(sink, clip);
        }

        @Override
        public MemorySegment result() throws IOException {
            return first(resources, file, clip.getFirst().size());
        }

        @Override
        public void close() {
            sink.close();
        }
    }

    /** The same by the program at the other end of a pipe. */
    private static final class Piping implements Writing {
        private final RowResources resources;
        private final FrameSize size;
        private final List<byte[]> clip;
        private final Path file;
        private FFmpegProgram.Encoding program;

        Piping(RowResources resources, List<Frame> clip) throws IOException {
            this.resources = resources;
            this.size = clip.getFirst().size();
            this.clip = clip.stream().map(frame -> frame.pixels().toArray(ValueLayout.JAVA_BYTE)).toList();
            this.file = file(resources, "theirs");
            this.program = program();
        }

        private FFmpegProgram.Encoding program() throws IOException {
            return new FFmpegProgram.Encoding(file, size, RATE, OPTIONS);
        }

        @Override
        public void open() throws IOException {
            program.close();
            program = program();
        }

        @Override
        public void write() throws IOException {
            for (byte[] frame : clip) {
                program.write(frame);
            }
            program.finish();
        }

        @Override
        public MemorySegment result() throws IOException {
            return first(resources, file, size);
        }

        @Override
        public void close() {
            program.close();
        }
    }
}
