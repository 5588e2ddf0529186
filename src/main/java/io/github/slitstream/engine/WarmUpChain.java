package io.github.slitstream.engine;

import io.github.slitstream.engine.chain.Chain;
import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.frame.FlowAxis;
import io.github.slitstream.frame.FlowGrid;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import io.github.slitstream.preset.Slot;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Renders small pictures that nobody sees, over and over, until Java has compiled what makes them. One thread. */
final class WarmUpChain implements AutoCloseable {
    private static final FrameSize SMALL = new FrameSize(192, 16);
    /** So many that neighbouring pixels of a scattered pattern look at many ages. */
    private static final int FRAMES = 64;
    /** Of work, without rests. */
    private static final long LONGEST_NANOS = 1_500_000_000L;
    /** An effect in this time means compiled code. */
    private static final long FAST_NANOS = 100_000L;
    /** Between two rounds the processor is left to those who are watched, and to the compiler, at least so long. */
    private static final long REST_NANOS = 5_000_000L;
    /** How many times as long as a round took: while somebody waits for what is warmed up, and while nobody does. */
    private static final int SHORT_REST = 1;
    private static final int LONG_REST = 4;
    private static final int FAST_ROUNDS = 10;

    private final Arena arena = Arena.ofConfined();
    private final FrameRing ring = new FrameRing(SMALL, 1, FRAMES, null, FlowAxis.MOMENTS);
    private final MemorySegment flow = flow(arena);
    private final Workers alone = new Workers(1);
    private final Chain chain;
    private final Frame picture = Frame.allocate(SMALL, arena);

    WarmUpChain(Kernels kernels) {
        this.chain = new Chain(SMALL, kernels, alone);
    }

    /**
     * Repeats a chain, forwards and backwards so that each effect comes first and behind another, until it is fast or
     * clearly never will be.
     *
     * @param isWaitedFor whether they are played now
     */
    void render(List<Slot> effects, boolean isWaitedFor) {
        if (effects.isEmpty()) {
            return;
        }
        Preset forwards = Preset.empty("warm-up").withRing(RingSettings.LENGTH, FRAMES).withChain(effects);
        Preset backwards = forwards.withChain(effects.reversed());
        int rest = isWaitedFor ? SHORT_REST : LONG_REST;
        long worked = 0;
        int fast = 0;
        while (fast < FAST_ROUNDS && worked < LONGEST_NANOS) {
            long begun = System.nanoTime();
            ring.claim();
            ring.publish(begun);
            ring.keepFlow(ring.written() - 1, 0, flow);
            ring.showWithFlow(ring.written() - 1);
            FrameHistory history = ring.newest();
            chain.render(history, forwards, picture);
            chain.render(history, backwards, picture);
            long took = System.nanoTime() - begun;
            fast += took < 2L * effects.size() * FAST_NANOS ? 1 : 0;
            worked += took;
            LockSupport.parkNanos(Math.max(REST_NANOS, rest * took));
        }
    }

    /** As in pictures that people have: most of it stands, some of it moves, here and there it is not known how. */
    private static MemorySegment flow(Arena arena) {
        MemorySegment cells = arena.allocate(FlowGrid.bytes(SMALL), Long.BYTES);
        int columns = FlowGrid.of(SMALL).width();
        for (int i = 0; i < cells.byteSize() / FlowGrid.CELL_BYTES; i++) {
            int column = i % columns;
            boolean moves = column < columns / 2 && i / columns % 4 != 0 && column % 5 != 0;
            int trust = column % 3 == 0 ? FlowGrid.FULL_TRUST / 2 : FlowGrid.FULL_TRUST;
            cells.setAtIndex(ValueLayout.JAVA_LONG, i,
                    moves ? FlowGrid.cell(1.5f, 0.5f, -1.5f, -0.5f, trust) : 0);
        }
        return cells;
    }

    @Override
    public void close() {
        chain.close();
        alone.close();
        ring.close();
        arena.close();
    }
}
