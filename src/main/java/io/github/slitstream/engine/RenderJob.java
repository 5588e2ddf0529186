package io.github.slitstream.engine;

import io.github.slitstream.effect.EffectMonitor;
import io.github.slitstream.effect.Footprint;
import io.github.slitstream.engine.OfflineRender.FrameListener;
import io.github.slitstream.engine.OfflineRender.Part;
import io.github.slitstream.engine.chain.Renderer;
import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.engine.flow.FlowPorts;
import io.github.slitstream.engine.flow.RingFlow;
import io.github.slitstream.engine.ring.PresetRing;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.Resizer;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.preset.Ahead;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import io.github.slitstream.preset.SoundDelay;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The memory and the state of one render. Three stages work at the same time: the calling thread reads into the ring,
 * at most {@value FrameRing#SPARE} moments ahead, a second renders, a third writes. Each takes what the one before it
 * made in the same order, so that threads make no difference to the pictures.
 */
final class RenderJob implements AutoCloseable {
    /** One is rendered, one waits, one is written. */
    static final int PICTURES = 3;

    private final FrameSource source;
    private final SourceInfo info;
    private final Preset preset;
    private final Arena arena = Arena.ofShared();
    private final Resizer downsampling;
    private final FrameRing ring;
    /** Why flow could not be found; any thread. */
    private final Queue<String> words = new ConcurrentLinkedQueue<>();
    private final FlowPorts flow;
    private final Renderer renderer;
    private final FrameSize size;
    private final List<Frame> pictures;
    /** What was read and not written yet, in order. */
    private final Queue<SoundBlock> sound = new ConcurrentLinkedQueue<>();
    private final Handoff moments = new Handoff(FrameRing.SPARE);
    private final Handoff rendered = new Handoff(PICTURES);
    private final RenderStages stages = new RenderStages(moments, rendered);
    /** By how many frames pictures stay behind what was read. */
    private final int ahead;
    /** How many pictures come before the first that is written: told before it is made. */
    private volatile int leading;
    /** Pictures that came to the writer. */
    private long taken;
    private long written;
    private boolean finished;

    /**
     * @param source at its beginning; stays the caller's
     * @param asked rendered with pictures as far behind what is read as it looks ahead
     * @param flowPorts how flow is found, by who hears why it cannot be
     */
    RenderJob(FrameSource source, Preset asked, Kernels kernels, Workers workers, Supplier<Resizer> resizers,
            Function<Consumer<String>, FlowPorts> flowPorts) {
        this.source = source;
        this.info = source.info();
        this.preset = Ahead.enough(asked);
        this.ahead = Ahead.frames(preset);
        this.leading = ahead;
        FrameSize kept = info.size().dividedBy(preset.ring().get(RingSettings.DOWNSAMPLE));
        downsampling = resizers.get();
        ring = PresetRing.make(kept, info.views(), withoutNeedlessPast(preset), kernels,
                PresetRing.flow(preset));
        flow = flowPorts.apply(words::add);
        renderer = new Renderer(kept, type -> kernels, workers, resizers.get(), flow);
        size = renderer.plan(info.size(), preset);
        pictures = Stream.generate(() -> Frame.allocate(size, arena)).limit(PICTURES).toList();
    }

    /** How many effects look back. */
    private static long temporal(Preset preset) {
        return preset.chain().stream()
                .filter(slot -> slot.enabled() && slot.type().footprint() == Footprint.TEMPORAL).count();
    }

    /** A past that nobody looks at is not kept: it would be most of the memory of a render. */
    private static Preset withoutNeedlessPast(Preset preset) {
        return temporal(preset) > 0 ? preset : preset.withRing(RingSettings.LENGTH, FrameRing.MIN_CAPACITY);
    }

    /** Size of the pictures that the chain gives. */
    FrameSize size() {
        return size;
    }

    /**
     * Renders all of the part, once, and finishes the sink unless nothing was written.
     *
     * @param sink for pictures of {@link #size}; stays the caller's
     * @return how many frames were written
     * @throws IOException what ended the first stage that failed, as any other exception and error; all of them have
     *     ended then, and the sink is not finished
     */
    long run(Part part, Sink sink, FrameListener listener) throws IOException, InterruptedException {
        try (RingFlow ofRing = new RingFlow(ring, flow)) {
            return run(part, new RenderReader(source, part, ring, ofRing, moments, downsampling, arena), sink,
                    listener);
        }
    }

    private long run(Part part, RenderReader reader, Sink sink, FrameListener listener)
            throws IOException, InterruptedException {
        RenderSound soundRead = new RenderSound(source, sink.hasSound(),
                SoundDelay.nanos(preset, info.framesPerSecond()));
        long total = part.framesOf(info);
        stages.start("render", this::render);
        stages.start("writer", () -> write(sink, total, reader, listener));
        int lead = part.ends() == ClipEnds.HOLD ? 0 : Math.toIntExact(temporal(preset) * (ring.capacity() - 1));
        stages.runLast(() -> {
            if (lead > 0) {
                reader.lead(lead, count -> leading = count + ahead);
            }
            reader.read(soundRead, sound, ahead);
        });
        if (!finished) {
            stages.rethrow();
        }
        return written;
    }

    /** What the source says of what was read, why there was no flow, then what effects say about the last picture. */
    List<String> notes() {
        Stream<String> ofEffects = preset.chain().stream()
                .flatMap(slot -> renderer.monitor(slot.id()).flatMap(EffectMonitor::note).stream()
                        .map(note -> slot.id() + ": " + note));
        return Stream.of(source.notes().stream(), words.stream().distinct(), ofEffects).flatMap(notes -> notes)
                .toList();
    }

    private void render() throws InterruptedException {
        for (long number = 0; moments.awaitFilled() && rendered.awaitFree(); number++) {
            FrameHistory past = ring.next(Ahead.ofInput(preset));
            moments.empty();
            renderer.render(past, picture(number));
            rendered.fill();
        }
        if (moments.isDone()) {
            rendered.complete();
        }
    }

    private void write(Sink sink, long total, RenderReader reader, FrameListener listener)
            throws IOException, InterruptedException {
        while (rendered.awaitFilled()) {
            Frame picture = picture(taken);
            if (taken++ < leading) {
                rendered.empty();
                continue;
            }
            long nanos = picture.capturedNanos();
            sink.write(picture, nanos);
            rendered.empty();
            writeSound(sink, nanos);
            listener.rendered(++written, total);
        }
        if (written > 0 && rendered.isDone()) {
            writeSound(sink, Long.MAX_VALUE);
            sink.showLastUntil(reader.lastUntil());
            sink.finish();
            finished = true;
        }
    }

    /** Blocks that end by a moment: all of them were read before the moment was rendered. */
    private void writeSound(Sink sink, long untilNanos) throws IOException {
        for (SoundBlock next = sound.peek(); next != null && next.endNanos() <= untilNanos; next = sound.peek()) {
            sink.write(sound.remove(), next.capturedNanos());
        }
    }

    private Frame picture(long number) {
        return pictures.get((int) (number % PICTURES));
    }

    @Override
    public void close() {
        renderer.close();
        ring.close();
        arena.close();
    }
}
