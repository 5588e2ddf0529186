package io.github.slitstream.engine;

import io.github.slitstream.effect.EffectMonitor;
import io.github.slitstream.engine.chain.Renderer;
import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.engine.intake.RepeatedStill;
import io.github.slitstream.engine.ring.MemoryLimit;
import io.github.slitstream.engine.ring.PresetRing;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.Resampling;
import io.github.slitstream.frame.Resizer;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SinkOpener;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import io.github.slitstream.preset.SoundDelay;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.stream.Stream;

/**
 * Renders a source into a sink without a clock: every frame that comes in goes out once, in order, at its own time. The
 * same input and preset give the same pictures on any number of workers.
 */
public final class OfflineRender {
    /** Frame times are rounded in files; a cut at a frame's nominal time must not miss it by that. */
    private static final double TOLERANCE_SECONDS = 0.0005;

    private final SinkOpener sinks;
    private final Resizer resizer;
    private final Kernels kernels;
    private final Workers workers;

    /** @param resizer for this render alone */
    public OfflineRender(SinkOpener sinks, Resizer resizer, Kernels kernels, Workers workers) {
        this.sinks = sinks;
        this.resizer = resizer;
        this.kernels = kernels;
        this.workers = workers;
    }

    /**
     * What was rendered.
     *
     * @param notes what the source says of what was read, then what effects say about the last picture, each behind its
     *     slot's id
     */
    public record Outcome(long frames, List<String> notes) {}

    /** Told after every frame, on the rendering thread. */
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
     */
    public record Part(double start, double duration, long frames) {
        public static final Part ALL = new Part(0, Double.POSITIVE_INFINITY, Long.MAX_VALUE);

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
     * Renders a part of a source, with its sound where the output holds any. Sound that goes on behind the last picture
     * is kept unless the part ends there. An output that cannot be completed is not there afterwards, and what was
     * there before stays. A still is one frame, or as many as the part asks for.
     *
     * @param source at its beginning; stays the caller's
     * @param isSilent whether its sound is left out
     * @param output where the pictures go, as {@link SinkOpener} takes it
     * @throws BadValue if the machine has not the memory or the preset names a file that cannot be used
     * @throws IOException if source or output fail; the message is one line
     * @throws InterruptedException if the thread was interrupted
     */
    public Outcome render(FrameSource source, Preset preset, Part part, boolean isSilent, String output,
            FrameListener listener) throws IOException, InterruptedException {
        SourceInfo info = source.info();
        MemoryLimit.check(info.size(), info.views(), preset, 0);
        try (Job job = new Job(source, preset);
                Sink sink = sinks.open(new SinkRequest(output, job.picture.size(), info.framesPerSecond(),
                        isSilent ? null : source.sound()))) {
            long frames = job.run(asked(part, info), sink, listener);
            if (frames == 0) {
                throw new IOException(info.name() + " has no frame in the part that was asked for: start earlier");
            }
            sink.finish();
            return new Outcome(frames, job.notes());
        }
    }

    private static Part asked(Part part, SourceInfo info) {
        return info.isStill() ? new Part(0, part.duration(), part.isLimited() ? part.frames() : 1) : part;
    }

    /** The memory and the state of one render. */
    private final class Job implements AutoCloseable {
        private final FrameSource source;
        private final SourceInfo info;
        private final Preset preset;
        private final boolean resized;
        private final Arena arena = Arena.ofShared();
        private final FrameRing ring;
        private final Renderer renderer;
        private final Frame captured;
        private final Frame picture;
        private long framesRead;
        private long firstNanos;

        Job(FrameSource source, Preset preset) {
            this.source = RepeatedStill.ifStill(source);
            this.info = source.info();
            this.preset = preset;
            FrameSize kept = info.size().dividedBy(preset.ring().get(RingSettings.DOWNSAMPLE));
            resized = !kept.equals(info.size());
            ring = PresetRing.make(kept, info.views(), preset, kernels);
            renderer = new Renderer(kept, type -> kernels, workers, resizer);
            captured = Frame.allocate(info.size(), arena);
            picture = Frame.allocate(renderer.plan(info.size(), preset), arena);
        }

        long run(Part part, Sink sink, FrameListener listener) throws IOException, InterruptedException {
            long total = part.framesOf(info);
            RenderSound sound = new RenderSound(source, sink.hasSound(),
                    SoundDelay.nanos(preset, info.framesPerSecond()));
            long frames = 0;
            long endNanos = Long.MAX_VALUE;
            while (frames < part.frames()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                long nanos = read();
                if (nanos == FrameSource.END || part.ends(seconds(nanos))) {
                    endNanos = part.endNanos(firstNanos);
                    break;
                }
                endNanos = nanos + Math.round(1e9 / info.framesPerSecond());
                if (!part.begins(seconds(nanos))) {
                    sound.until(nanos);
                    pass(part);
                    continue;
                }
                ring.publish(nanos);
                renderer.render(ring.newest(), picture);
                sink.write(picture, nanos);
                write(sound.until(nanos), sink);
                listener.rendered(++frames, total);
            }
            if (frames > 0) {
                write(sound.rest(endNanos), sink);
            }
            return frames;
        }

        private static void write(List<SoundBlock> sound, Sink sink) throws IOException {
            for (SoundBlock block : sound) {
                sink.write(block, block.capturedNanos());
            }
        }

        /** Behind the first frame, which says when the source begins, it goes where the part begins. */
        private void pass(Part part) throws IOException {
            if (framesRead == 1 && !info.live()) {
                source.seek(firstNanos + part.startNanos());
            }
        }

        /**
         * Reads the next moment into the ring's free slot and gives its time.
         */
        private long read() throws IOException {
            long nanos = FrameSource.END;
            for (int view = 0; view < info.views(); view++) {
                nanos = readView(slot(view));
                if (nanos == FrameSource.END) {
                    return nanos;
                }
            }
            if (framesRead++ == 0) {
                firstNanos = nanos;
            }
            return nanos;
        }

        private long readView(Frame slot) throws IOException {
            if (!resized) {
                return source.read(slot);
            }
            long nanos = source.read(captured);
            if (nanos != FrameSource.END) {
                resizer.resize(captured, slot, Resampling.AREA);
            }
            return nanos;
        }

        List<String> notes() {
            Stream<String> ofEffects = preset.chain().stream()
                    .flatMap(slot -> renderer.monitor(slot.id()).flatMap(EffectMonitor::note).stream()
                            .map(note -> slot.id() + ": " + note));
            return Stream.concat(source.notes().stream(), ofEffects).toList();
        }

        private Frame slot(int view) {
            Frame slot = ring.claim(view);
            if (slot == null) {
                throw new IllegalStateException("this thread has read all that it wrote, so a slot is free");
            }
            return slot;
        }

        private double seconds(long nanos) {
            return (nanos - firstNanos) / 1e9;
        }

        @Override
        public void close() {
            renderer.close();
            ring.close();
            arena.close();
        }
    }
}
