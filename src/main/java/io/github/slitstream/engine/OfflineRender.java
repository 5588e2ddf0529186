package io.github.slitstream.engine;

import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.engine.flow.FlowPorts;
import io.github.slitstream.engine.flow.FlowQuality;
import io.github.slitstream.engine.intake.RepeatedStill;
import io.github.slitstream.engine.ring.MemoryLimit;
import io.github.slitstream.fault.Fault;
import io.github.slitstream.frame.DecodedPictures;
import io.github.slitstream.frame.Encoding;
import io.github.slitstream.frame.FlowFinder;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.Keeping;
import io.github.slitstream.frame.OutputFormat;
import io.github.slitstream.frame.Resizer;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SinkOpener;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.frame.Slice;
import io.github.slitstream.frame.SoundFormat;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.PresetYaml;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Renders a source into a sink without a clock: every frame that comes in goes out once, in order, at its own time.
 * Reading, rendering and writing go on at the same time. Pictures that no effect changes go by where source and sink
 * agree on their form, without becoming frames. The same input and preset give the same pictures on any number of
 * workers.
 */
public final class OfflineRender {
    /** Frame times are rounded in files; a cut at a frame's nominal time must not miss it by that. */
    private static final double TOLERANCE_SECONDS = 0.0005;

    private final SinkOpener sinks;
    private final Supplier<Resizer> resizers;
    private final Supplier<FlowFinder> finders;
    private final FlowQuality quality;
    private final Kernels kernels;
    private final Workers workers;

    /** One that finds no flow. */
    public OfflineRender(SinkOpener sinks, Supplier<Resizer> resizers, Kernels kernels, Workers workers) {
        this(sinks, resizers, FlowPorts.NONE.finders(), FlowQuality.DRAFT, kernels, workers);
    }

    /**
     * @param resizers each of them for one thread, as finders are, of flow
     * @param quality with which flow is found
     */
    public OfflineRender(SinkOpener sinks, Supplier<Resizer> resizers, Supplier<FlowFinder> finders,
            FlowQuality quality, Kernels kernels, Workers workers) {
        this.sinks = sinks;
        this.resizers = resizers;
        this.finders = finders;
        this.quality = quality;
        this.kernels = kernels;
        this.workers = workers;
    }

    /**
     * What was rendered.
     *
     * @param notes how sound was mixed, what the source says of what was read, what went wrong with flow, then what
     *     effects say about the last picture, each behind its slot's id, then what the output says
     */
    public record Outcome(long frames, List<String> notes) {}

    /** Told after every frame that was written, on the thread that writes. */
    @FunctionalInterface
    public interface FrameListener {
        /** @param total how many frames there will be, or {@link SourceInfo#UNKNOWN} */
        void rendered(long frames, long total);
    }

    /**
     * Which part of a source is rendered. What lies before it is not remembered either.
     *
     * @param start seconds from the first frame
     * @param duration seconds from there on, perhaps infinite
     * @param frames at most so many
     * @param ends what effects find beyond its ends
     */
    public record Part(double start, double duration, long frames, ClipEnds ends) {
        public static final Part ALL = new Part(0, Double.POSITIVE_INFINITY, Long.MAX_VALUE);

        /** One at whose ends time stands still. */
        public Part(double start, double duration, long frames) {
            this(start, duration, frames, ClipEnds.HOLD);
        }

        boolean isLimited() {
            return duration < Double.POSITIVE_INFINITY || frames < Long.MAX_VALUE;
        }

        long startNanos() {
            return (long) ((start - TOLERANCE_SECONDS) * 1e9);
        }

        boolean begins(double seconds) {
            return seconds >= start - TOLERANCE_SECONDS;
        }

        boolean ends(double seconds) {
            return seconds >= start + duration - TOLERANCE_SECONDS;
        }

        /** @return when it is over, on the clock of a source whose first frame has that time */
        long endNanos(long firstNanos) {
            return (long) (firstNanos + (start + duration) * 1e9);
        }

        /** How many frames that is of a source at its nominal rate, or {@link SourceInfo#UNKNOWN}. */
        long framesOf(SourceInfo source) {
            boolean open = source.frames() == SourceInfo.UNKNOWN || source.isStill();
            double inSource = open
                    ? Double.POSITIVE_INFINITY
                    : source.frames() - Math.ceil(start * source.framesPerSecond());
            double inDuration = Math.ceil((duration - TOLERANCE_SECONDS) * source.framesPerSecond());
            double expected = Math.min((double) frames, Math.min(inSource, inDuration));
            return expected < Long.MAX_VALUE ? (long) expected : SourceInfo.UNKNOWN;
        }
    }

    /**
     * Where pictures go, and what is made of them there.
     *
     * @param address as {@link SinkOpener} takes it
     * @param isSilent whether the source's sound is left out
     * @param slice what is kept of each picture; null for all of it
     * @param keeping what becomes of it if the render does not come to its end
     */
    public record Output(String address, boolean isSilent, @Nullable Slice slice, RenderLoop loop, Encoding encoding,
            Keeping keeping) {
        /** Whole pictures as they come, all of them or nothing. */
        public static Output whole(String address, boolean isSilent) {
            return new Output(address, isSilent, null, new RenderLoop.None(), Encoding.USUAL, Keeping.WHOLE);
        }
    }

    @FunctionalInterface
    private interface Rendering {
        /** @return how many frames were written */
        long run() throws IOException, InterruptedException;
    }

    /**
     * Renders a part of a source, with its sound where the output holds any. Sound that goes on behind the last picture
     * is kept unless the part ends there. An output that cannot be completed is not there afterwards, and what was
     * there before stays, unless what was written is to be kept. A still is one frame, or as many as the part asks for.
     *
     * @param source at its beginning; stays the caller's
     * @throws BadValue if the machine has not the memory or the preset names a file that cannot be used
     * @throws IOException if source or output fail; the message is one line
     * @throws InterruptedException if the thread was interrupted
     */
    public Outcome render(FrameSource source, Preset preset, Part part, Output output,
            FrameListener listener) throws IOException, InterruptedException {
        SourceInfo info = source.info();
        int faded = output.loop() instanceof RenderLoop.Fade fade ? fade.pictures(info.framesPerSecond()) : 0;
        MemoryLimit.check(info.size(), info.views(), preset, RenderJob.PICTURES + 2 * faded, 0);
        try (RenderJob job = new RenderJob(RepeatedStill.ifStill(source), preset, kernels, workers, resizers,
                words -> new FlowPorts(finders, quality, words));
                Sink sink = looping(sinks.open(new SinkRequest(output.address(), job.size(), info.pixels(),
                        info.framesPerSecond(), output.isSilent() ? null : source.sound())
                        .carrying(carried(preset)).cut(output.slice()).with(output.encoding(), output.keeping())),
                        job.size(), faded, info.framesPerSecond())) {
            DecodedPictures decoded = CopyJob.suffices(preset) ? source.decoded() : null;
            long frames = decoded != null && sink.takes(decoded)
                    ? kept(() -> new CopyJob(source, decoded, preset, sink).run(part, listener), sink, output)
                    : kept(() -> job.run(asked(part, info), sink, listener), sink, output);
            if (frames == 0) {
                throw new IOException(info.name() + " has no frame in the part that was asked for: start earlier");
            }
            return new Outcome(frames, Stream.of(mixed(source, sink, output), job.notes().stream(),
                    sink.notes().stream()).flatMap(lines -> lines).toList());
        }
    }

    /** A line about channels of sound that the output does not hold as they are, or none. */
    private static Stream<String> mixed(FrameSource source, Sink sink, Output output) {
        SoundFormat sound = source.sound();
        boolean isExact = OutputFormat.of(output.address).map(format -> format.holds().isExact()).orElse(false);
        return sound == null || !sink.hasSound() || isExact || sound.outputChannels() == sound.channels()
                ? Stream.of()
                : Stream.of("the sound of " + source.info().name() + " has " + sound.channels() + " channels; "
                        + output.address + " has them mixed to " + sound.outputChannels());
    }

    /** What is to be kept of a rendering that fails is completed. */
    private static long kept(Rendering rendering, Sink sink, Output output) throws IOException, InterruptedException {
        try {
            return rendering.run();
        } catch (IOException failure) {
            if (output.keeping == Keeping.WHOLE) {
                throw failure;
            }
            throw new IOException(failure.getMessage() + "; " + whatBecame(sink, output), failure);
        } catch (InterruptedException stopped) {
            if (output.keeping == Keeping.WHOLE) {
                throw stopped;
            }
            throw new IOException(Fault.line(stopped) + "; " + whatBecame(sink, output), stopped);
        }
    }

    /** Completes what was rendered before, or says why that cannot be. */
    private static String whatBecame(Sink sink, Output output) {
        String obstacle = Fault.in(sink::finish);
        return obstacle == null
                ? "what was rendered before is in " + sink.file().map(Path::toString).orElse(output.address)
                : obstacle;
    }

    /** @param faded how many pictures of the end are cross-faded into the beginning */
    private Sink looping(Sink sink, FrameSize size, int faded, double framesPerSecond) {
        return faded == 0 ? sink : new LoopSink(sink, size, faded, framesPerSecond, kernels);
    }

    /** What is copied is made by no preset. */
    private static String carried(Preset preset) {
        return preset.chain().isEmpty() ? "" : PresetYaml.write(preset);
    }

    private static Part asked(Part part, SourceInfo info) {
        return info.isStill()
                ? new Part(0, part.duration(), part.isLimited() ? part.frames() : 1, part.ends())
                : part;
    }
}
