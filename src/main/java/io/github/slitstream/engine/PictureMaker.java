package io.github.slitstream.engine;

import io.github.slitstream.engine.chain.Renderer;
import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.engine.flow.FlowPorts;
import io.github.slitstream.engine.outlet.Outlets;
import io.github.slitstream.engine.outlet.PictureExchange;
import io.github.slitstream.engine.ring.SourceRing;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.Resizer;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.preset.Ahead;
import io.github.slitstream.preset.Preset;
import java.lang.foreign.Arena;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes one picture of a ring and hands it to the outlets. Render thread only, unless a method says otherwise. */
final class PictureMaker implements AutoCloseable {
    private final Supplier<Resizer> resizers;
    private final FlowPorts flow;
    private final KernelGuard guard;
    private final Kernels ringKernels;
    private final Workers workers;
    private final Outlets outlets;
    private final RingSlices slices;
    private volatile @Nullable Renderer renderer;
    /** While somebody records what the source gives. */
    private @Nullable Frame source;

    /**
     * @param workers closed with this
     * @param slices that are cut beside the pictures
     */
    PictureMaker(Supplier<Resizer> resizers, FlowPorts flow, KernelGuard guard, Workers workers, Outlets outlets,
            RingSlices slices) {
        this.resizers = resizers;
        this.flow = flow;
        this.guard = guard;
        this.ringKernels = guard.kernelsForRings();
        this.workers = workers;
        this.outlets = outlets;
        this.slices = slices;
    }

    /** What renders for the size of the frames in the ring; null before the first picture. Any thread. */
    @Nullable
    Renderer renderer() {
        return renderer;
    }

    /**
     * @param bypassed shows the frame of the picture's moment as it came
     * @param isNewMoment as {@link Outlets#publish} asks
     */
    void make(SourceRing from, Preset preset, boolean bypassed, boolean isNewMoment) {
        FrameHistory past = from.ring().newest(bypassed ? Ahead.frames(preset) : Ahead.ofInput(preset));
        slices.cut(past, ringKernels);
        Renderer current = rendererFor(from);
        guard.watch(preset.chain());
        if (isNewMoment) {
            handOnSource(current, from, past, preset);
        }
        PictureExchange exchange = bypassed
                ? bypass(current, from, past, preset)
                : render(current, from, past, preset);
        outlets.publish(exchange, isNewMoment);
    }

    private void handOnSource(Renderer current, SourceRing from, FrameHistory past, Preset preset) {
        if (!outlets.wantsSource()) {
            source = null;
            return;
        }
        Frame picture = source;
        if (picture == null || !picture.size().equals(from.sourceSize())) {
            picture = Frame.allocate(from.sourceSize(), Arena.ofAuto());
            source = picture;
        }
        current.bypass(past, preset, picture);
        outlets.publishSource(picture);
    }

    private PictureExchange bypass(Renderer current, SourceRing from, FrameHistory past, Preset preset) {
        PictureExchange exchange = outlets.next(from.sourceSize());
        current.bypass(past, preset, exchange.back());
        return exchange;
    }

    private PictureExchange render(Renderer current, SourceRing from, FrameHistory past, Preset preset) {
        PictureExchange exchange = outlets.next(current.plan(from.sourceSize(), preset));
        current.render(past, exchange.back());
        return exchange;
    }

    private Renderer rendererFor(SourceRing from) {
        Renderer existing = renderer;
        if (existing != null && existing.fits(from.ring().size())) {
            return existing;
        }
        Renderer made = new Renderer(from.ring().size(), guard::kernelsFor, workers, resizers.get(), flow);
        renderer = made;
        if (existing != null) {
            existing.close();
        }
        return made;
    }

    @Override
    public void close() {
        Renderer last = renderer;
        renderer = null;
        if (last != null) {
            last.close();
        }
        workers.close();
    }
}
