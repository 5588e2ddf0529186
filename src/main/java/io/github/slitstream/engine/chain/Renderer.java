package io.github.slitstream.engine.chain;

import io.github.slitstream.effect.EffectMonitor;
import io.github.slitstream.effect.EffectType;
import io.github.slitstream.engine.flow.FlowPorts;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.Resizer;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import java.lang.foreign.Arena;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The chain of one ring size and the way up to the size of the picture. One thread renders. */
public final class Renderer implements AutoCloseable {
    private final FrameSize kept;
    private final Resizer resizer;
    private final Chain chain;
    private final FrameValues values = new FrameValues(Preset.empty(""));
    /** Size of the pictures that the chain gives. */
    private FrameSize made;
    private final Arena arena = Arena.ofShared();
    /** What the chain makes where it is not the picture itself; made when it is first needed. */
    private volatile @Nullable Frame small;

    /**
     * @param kept size of the frames in the ring
     * @param kernels what the effects of a type work with
     * @param flow how flow is found between the pictures that one effect hands to the next
     */
    public Renderer(FrameSize kept, Function<EffectType, Kernels> kernels, Workers workers, Resizer resizer,
            FlowPorts flow) {
        this.kept = kept;
        this.made = kept;
        this.resizer = resizer;
        this.chain = new Chain(kept, kernels, workers, flow);
    }

    /** Whether this one makes pictures from frames of that size. */
    public boolean fits(FrameSize otherKept) {
        return kept.equals(otherKept);
    }

    /**
     * Makes ready for a picture, and tells its size: the one that the chain gives it, or the source's where it keeps
     * that of the frames in the ring.
     */
    public FrameSize plan(FrameSize source, Preset preset) {
        values.take(preset);
        made = chain.plan(values);
        return made.equals(kept) ? source : made;
    }

    /** Renders the picture that was planned, and stamps it; {@code output} has its size and stays the caller's. */
    public void render(FrameHistory history, Frame output) {
        if (made.equals(output.size())) {
            chain.run(history, values, output);
            return;
        }
        Frame chained = small();
        chain.run(history, values, chained);
        Preset preset = values.preset();
        resizer.resize(chained, output, preset.ring().get(RingSettings.UPSAMPLE).method());
        output.stamp(chained.capturedNanos());
    }

    /** Gives the frame of now as it came. The chain rests and keeps all its state. */
    public void bypass(FrameHistory history, Preset preset, Frame output) {
        resizer.resize(history.now(), output, preset.ring().get(RingSettings.UPSAMPLE).method());
    }

    private Frame small() {
        Frame current = small;
        if (current == null) {
            current = Frame.allocate(kept, arena);
            small = current;
        }
        return current;
    }

    /** As {@link Chain#monitor}. */
    public Optional<EffectMonitor> monitor(String slot) {
        return chain.monitor(slot);
    }

    @Override
    public void close() {
        chain.close();
        arena.close();
    }
}
