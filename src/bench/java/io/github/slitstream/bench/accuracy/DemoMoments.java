package io.github.slitstream.bench.accuracy;

import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.engine.chain.Chain;
import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.engine.flow.FlowPorts;
import io.github.slitstream.engine.flow.FlowSize;
import io.github.slitstream.engine.flow.RingFlow;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceOpener;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import io.github.slitstream.preset.Slot;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The demo under a time displacement, against the demo with every pixel drawn at its own moment.
 *
 * @param frames how far back it looks
 */
public record DemoMoments(SourceOpener sources, FlowPorts ports, FrameSize size, double framesPerSecond, int frames) {
    /** So often the truth is drawn for each frame. */
    private static final int STEPS = 16;
    private static final List<String> PATTERNS = List.of("radial", "linear");
    private static final int TIMED = 30;
    /** Whose details are shown side by side, before those of the truth. */
    private static final List<Way> STRIP = List.of(Way.LINEAR, Way.flow(FlowSize.HALF));

    /**
     * How one way did.
     *
     * @param millisToFind median time to find the flow of a frame, 0 where none is
     * @param millisToMake median time to make a picture on all processors
     * @param bytes that the ring takes for each frame of the past, with its flow
     */
    public record Result(String pattern, Way way, double decibels, double millisToFind, double millisToMake,
            long bytes) {}

    /** Who wants to see the pictures. */
    @FunctionalInterface
    public interface Viewer {
        /**
         * @param name of the pattern and the way, such as {@code radial-linear}
         * @param picture belongs to the caller
         */
        void look(String name, Frame picture) throws IOException;
    }

    public List<Result> results(Viewer viewer) throws IOException {
        List<Way> ways = new ArrayList<>(List.of(Way.NEAREST, Way.LINEAR, Way.CUBIC));
        Arrays.stream(FlowSize.values()).filter(each -> each != FlowSize.NONE).map(Way::flow).forEach(ways::add);
        List<Result> results = new ArrayList<>();
        for (String pattern : PATTERNS) {
            try (Arena arena = Arena.ofConfined()) {
                Frame exact = exact(pattern, arena);
                viewer.look(pattern + "-exact", exact);
                DetailStrip strip = new DetailStrip(size, STRIP.size() + 1, arena);
                for (Way way : ways) {
                    results.add(result(pattern, way, exact, (name, made) -> {
                        viewer.look(name, made);
                        if (STRIP.contains(way)) {
                            strip.add(made);
                        }
                    }));
                }
                strip.add(exact);
                viewer.look(pattern + "-details", strip.picture());
            }
        }
        return results;
    }

    private Preset preset(String pattern, Way way) {
        Slot slot = Slot.of(TimeDisplacement.TYPE);
        return Preset.empty("accuracy").withRing(RingSettings.LENGTH, frames).plus(slot.withValues(
                slot.values().with("pattern", pattern).with("interpolation", way.interpolation())));
    }

    private Result result(String pattern, Way way, Frame exact, Viewer viewer) throws IOException {
        Preset preset = preset(pattern, way);
        try (FrameRing ring = new FrameRing(size, 1, frames, null, way.axis());
                RingFlow flow = new RingFlow(ring, ports);
                Workers workers = Workers.forThisMachine();
                Chain chain = new Chain(size, Kernels.get(), workers);
                Arena arena = Arena.ofShared()) {
            double[] finding = fill(ring, flow, way.flow());
            Frame made = Frame.allocate(size, arena);
            double[] making = new double[TIMED];
            for (int i = 0; i < TIMED; i++) {
                long begun = System.nanoTime();
                chain.render(ring.newest(), preset, made);
                making[i] = (System.nanoTime() - begun) / 1e6;
            }
            viewer.look(pattern + "-" + way.fileName(), made);
            return new Result(pattern, way, Decibels.of(made.pixels(), exact.pixels()),
                    ring.flows() > 0 ? median(finding) : 0, median(making), ring.bytes() / frames);
        }
    }

    /** @return milliseconds for the flow of each frame */
    private double[] fill(FrameRing ring, RingFlow flow, FlowSize at) throws IOException {
        double[] millis = new double[frames];
        try (FrameSource source = open(framesPerSecond)) {
            for (int i = 0; i < frames; i++) {
                long nanos = source.read(Objects.requireNonNull(ring.claim()));
                ring.publish(nanos);
                long begun = System.nanoTime();
                flow.findNewest(at);
                millis[i] = (System.nanoTime() - begun) / 1e6;
                ring.newest();
            }
        }
        return millis;
    }

    private Frame exact(String pattern, Arena arena) throws IOException {
        Frame all = Frame.allocate(size, arena);
        Frame drawn = Frame.allocate(size, arena);
        int last = (frames - 1) * STEPS;
        try (FrameSource source = open(framesPerSecond * STEPS)) {
            for (int step = last; step >= 0; step--) {
                source.read(drawn);
                take(pattern, step, drawn.pixels(), all.pixels());
            }
        }
        return all;
    }

    private void take(String pattern, int step, MemorySegment drawn, MemorySegment all) {
        for (int i = 0; i < size.pixels(); i++) {
            if (Math.round(delay(pattern, i) * STEPS) == step) {
                all.set(ValueLayout.JAVA_INT, 4L * i, drawn.get(ValueLayout.JAVA_INT, 4L * i));
            }
        }
    }

    private double delay(String pattern, int pixel) {
        int row = pixel / size.width();
        int column = pixel % size.width();
        double y = 2.0 * row / (size.height() - 1) - 1;
        double x = 2.0 * column / (size.width() - 1) - 1;
        return (frames - 1) * (pattern.equals("radial") ? Math.min(1, Math.sqrt(x * x + y * y)) : (y + 1) / 2);
    }

    private FrameSource open(double rate) throws IOException {
        return sources.open(new SourceRequest(SourceRequest.DEMO + size.width() + "x" + size.height() + "@" + rate,
                size.width(), size.height(), rate));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
