package io.github.slitstream.engine.chain;

import io.github.slitstream.effect.EffectMonitor;
import io.github.slitstream.effect.EffectType;
import io.github.slitstream.engine.chain.Pass.Stage;
import io.github.slitstream.engine.flow.FlowPorts;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.preset.Preset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Applies the effects of a preset to pictures of one size. What is connected is planned once, and again only when it
 * changes ({@link ChainPlanner}); the values are read for every picture ({@link FrameValues}).
 *
 * <p>
 * One thread renders; nothing is allocated while the plan holds.
 */
public final class Chain implements AutoCloseable {
    private static final Preset NOTHING = Preset.empty("");

    private final FrameSize size;
    private final Workers workers;
    private final ChainPlanner planner;
    private final FrameValues ofPreset = new FrameValues(NOTHING);
    private volatile ChainPlan plan;

    public Chain(FrameSize size, Kernels kernels, Workers workers) {
        this(size, type -> kernels, workers, FlowPorts.NONE);
    }

    /**
     * @param kernels what the effects of a type work with
     * @param flow how flow is found between the pictures that one effect hands to the next
     */
    Chain(FrameSize size, Function<EffectType, Kernels> kernels, Workers workers, FlowPorts flow) {
        this.size = size;
        this.workers = workers;
        this.planner = new ChainPlanner(size, kernels, flow);
        this.plan = new ChainPlan(NOTHING, size, List.of(), List.of(), size);
    }

    public FrameSize size() {
        return size;
    }

    /** As {@link #render(FrameHistory, FrameValues, Frame)}, with the values as the preset has them. */
    public void render(FrameHistory input, Preset preset, Frame output) {
        ofPreset.take(preset);
        render(input, ofPreset, output);
    }

    /**
     * Renders one picture and stamps it with the capture time of what it shows as now.
     *
     * @param input of this chain's size, of a now that the first effect looks ahead of
     * @param values read until this returns
     * @param output of the size that {@link #plan} tells; stays the caller's
     */
    public void render(FrameHistory input, FrameValues values, Frame output) {
        plan(values);
        run(input, values, output);
    }

    /** Connects what is not yet connected in this way, and tells the size of the pictures that it gives. */
    FrameSize plan(FrameValues values) {
        ChainPlan current = plan;
        if (!current.holdsFor(values)) {
            current = planner.plan(values);
            plan = current;
        }
        return current.output();
    }

    /** Renders one picture by the values for which was planned. */
    void run(FrameHistory input, FrameValues values, Frame output) {
        List<Pass> passes = plan.passes();
        FrameHistory passInput = input;
        long nanos = input.capturedNanos(0);
        for (int i = 0; i < passes.size(); i++) {
            Pass pass = passes.get(i);
            InputRing ring = i == passes.size() - 1 ? null : passes.get(i + 1).ring();
            Frame frame = pass.intermediate() == null ? output : pass.intermediate();
            Frame target = ring == null ? frame : ring.claimed();
            FrameHistory written = pass.render(passInput, values, target, workers);
            nanos = written.capturedNanos(0);
            passInput = ring == null
                    ? written
                    : ring.pushed(nanos, input.isLive(), passes.get(i + 1).ahead(values));
        }
        if (passes.isEmpty()) {
            output.pixels().copyFrom(input.now().pixels());
        }
        output.stamp(nanos);
    }

    /** The effect in a slot, to be watched, if it is at work. Any thread. */
    public Optional<EffectMonitor> monitor(String slot) {
        return plan.stages().stream().filter(stage -> stage.slot().equals(slot)).findFirst().map(Stage::monitor);
    }

    @Override
    public void close() {
        planner.close();
    }
}
