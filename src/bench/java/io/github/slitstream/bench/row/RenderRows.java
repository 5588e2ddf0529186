package io.github.slitstream.bench.row;

import io.github.slitstream.bench.Agreement;
import io.github.slitstream.bench.Row;
import io.github.slitstream.bench.RowResources;
import io.github.slitstream.bench.Traffic;
import io.github.slitstream.bench.Workload;
import io.github.slitstream.bench.peer.FFmpegProgram;
import io.github.slitstream.bench.peer.Implementation;
import io.github.slitstream.engine.OfflineRender;
import io.github.slitstream.engine.OfflineRender.Output;
import io.github.slitstream.engine.OfflineRender.Part;
import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.engine.flow.FlowPorts;
import io.github.slitstream.engine.flow.FlowQuality;
import io.github.slitstream.frame.FlowFinder;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.media.MediaSinks;
import io.github.slitstream.media.MediaSources;
import io.github.slitstream.media.OpenCvFlow;
import io.github.slitstream.media.OpenCvResizer;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.PresetStore;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * {@code render/copy/SIZE}, {@code render/blended/SIZE} and {@code render/default-preset/1080p}: an H.264 file of 60
 * frames of the built-in scene, read, rendered and written, beside a transcode by the program {@code ffmpeg} with the
 * same settings of the encoder. The second is the default preset without flow. Bytes of the pictures count as moved,
 * those of the files do not.
 */
final class RenderRows {
    private static final int FRAMES = 60;
    private static final double RATE = 30;
    private static final List<String> ENCODER = List.of("-c:v", "libx264", "-preset", "veryfast", "-crf", "18",
            "-threads", "8", "-g", "60", "-an");
    /** Two encoders of one kind lose different details. */
    private static final Agreement COPIED = Agreement.onAverage(4);
    /** Finds no flow, so that moments are blended. */
    private static final Supplier<FlowFinder> BLENDED = FlowPorts.NONE.finders();

    private RenderRows() {}

    static List<Row> all() {
        List<Row> rows = new ArrayList<>();
        for (PictureSize size : List.of(PictureSize.HD, PictureSize.FULL_HD)) {
            rows.add(new Row("render/copy/" + size.name(), resources -> copy(resources, size.frame()),
                    resources -> copy(resources, PictureSize.SMALL)));
            rows.add(new Row("render/blended/" + size.name(), resources -> bent(resources, size.frame(), BLENDED),
                    resources -> bent(resources, PictureSize.SMALL, BLENDED)));
        }
        PictureSize large = PictureSize.FULL_HD; // alone, as it takes seconds
        rows.add(new Row("render/default-preset/" + large.name(),
                resources -> bent(resources, large.frame(), OpenCvFlow::new),
                resources -> bent(resources, PictureSize.SMALL, OpenCvFlow::new)));
        return rows;
    }

    /** The last picture is compared: where there are fewer, it is another. */
    private static Workload copy(RowResources resources, FrameSize size) throws IOException {
        Path input = input(resources, size);
        Rendering ours = new Rendering(resources, input, Preset.empty("copy"), BLENDED);
        return new Workload(new LastPicture(resources, ours), traffic(resources, size)).against("ffmpeg",
                "the program, a transcode", COPIED,
                () -> new LastPicture(resources, new Transcoding(input, output(resources, "theirs"))));
    }

    /** A transcode bends no time, so only the number of pictures is compared. */
    private static Workload bent(RowResources resources, FrameSize size, Supplier<FlowFinder> finders)
            throws IOException {
        Path input = input(resources, size);
        Rendering ours = new Rendering(resources, input, PresetStore.defaultPreset(), finders);
        return new Workload(new Count(resources, ours), traffic(resources, size)).against("ffmpeg",
                "the program, a transcode without effects", Agreement.EXACT,
                () -> new Count(resources, new Transcoding(input, output(resources, "theirs"))));
    }

    private static Traffic traffic(RowResources resources, FrameSize size) {
        long bytes = FRAMES * size.bytes();
        return new Traffic(resources.memory(size.bytes()), bytes, bytes);
    }

    private static Path input(RowResources resources, FrameSize size) throws IOException {
        Path file = output(resources, "footage");
        SourceRequest demo = new SourceRequest(SourceRequest.DEMO, size.width(), size.height(), RATE);
        render(demo, Preset.empty("footage"), file, BLENDED);
        return file;
    }

    private static Path output(RowResources resources, String name) {
        return resources.tools().folder().resolve(name + ".mp4");
    }

    private static void render(SourceRequest from, Preset preset, Path to, Supplier<FlowFinder> finders)
            throws IOException {
        try (FrameSource source = new MediaSources().open(from); Workers workers = Workers.forThisMachine()) {
            new OfflineRender(new MediaSinks(), OpenCvResizer::new, finders, FlowQuality.BEST, Kernels.get(), workers)
                    .render(source, preset, new Part(0, Double.POSITIVE_INFINITY, FRAMES),
                            Output.whole(to.toString(), true),
                            (frames, total) -> {});
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped before the bench was done", e);
        }
    }

    /** Makes a file of a file. */
    private interface Conversion {
        void run() throws IOException;

        Path output();
    }

    /** What the command {@code render} does once Java has started. */
    private record Rendering(RowResources resources, Path input, Preset preset, Supplier<FlowFinder> finders)
            implements
                Conversion {
        @Override
        public void run() throws IOException {
            render(SourceRequest.of(input.toString()), preset, output(), finders);
        }

        @Override
        public Path output() {
            return RenderRows.output(resources, "ours");
        }
    }

    /** The program from its start to its end. */
    private record Transcoding(Path input, Path output) implements Conversion {
        @Override
        public void run() throws IOException {
            FFmpegProgram.transcode(input, output, ENCODER);
        }
    }

    private record LastPicture(RowResources resources, Conversion conversion) implements Implementation {
        @Override
        public long nanos(int times) throws IOException {
            return time(conversion, times);
        }

        @Override
        public MemorySegment result() throws IOException {
            return read(resources, conversion.output()).pixels();
        }
    }

    private record Count(RowResources resources, Conversion conversion) implements Implementation {
        @Override
        public long nanos(int times) throws IOException {
            return time(conversion, times);
        }

        @Override
        public MemorySegment result() throws IOException {
            Frame last = read(resources, conversion.output());
            MemorySegment nanos = resources.arena().allocate(ValueLayout.JAVA_LONG);
            nanos.set(ValueLayout.JAVA_LONG, 0, Math.round(last.capturedNanos() * RATE / 1e9));
            return nanos;
        }
    }

    private static long time(Conversion conversion, int times) throws IOException {
        long begun = System.nanoTime();
        for (int i = 0; i < times; i++) {
            conversion.run();
        }
        return System.nanoTime() - begun;
    }

    /** The last picture of a video, with its time. */
    private static Frame read(RowResources resources, Path video) throws IOException {
        try (FrameSource source = new MediaSources().open(SourceRequest.of(video.toString()))) {
            Frame picture = Frame.allocate(source.info().size(), resources.arena());
            for (long nanos = source.read(picture); nanos != FrameSource.END; nanos = source.read(picture)) {
                picture.stamp(nanos);
            }
            return picture;
        }
    }
}
