package io.github.slitstream.kernel;

import io.github.slitstream.frame.FlowAxis;
import io.github.slitstream.frame.FlowGrid;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.KeptFrames;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;
import java.util.Random;

/** A ring of random frames with random flow between them, some of it missing and some not trusted. */
public final class FlowScene implements AutoCloseable {
    private final FrameSize size;
    private final FrameRing ring;
    private final KeptFrames kept;

    public FlowScene(FrameSize size, int frames, boolean packed, Kernels kernels, Random random) {
        this.size = size;
        this.ring = new FrameRing(size, 1, frames, packed ? new PackedFrames(kernels) : null, FlowAxis.MOMENTS);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment cells = arena.allocate(FlowGrid.bytes(size), 8);
            for (int i = 0; i < frames + random.nextInt(3); i++) {
                Frame slot = Objects.requireNonNull(ring.claim());
                slot.pixels().copyFrom(Row.random(arena, size.bytes(), random));
                ring.publish(i);
                if (random.nextInt(5) != 0) {
                    ring.keepFlow(i, 0, filled(cells, random));
                }
                ring.showWithFlow(i);
                ring.newest();
            }
        }
        this.kept = KeptFrames.of(ring.newest().moments(), size);
    }

    private static MemorySegment filled(MemorySegment cells, Random random) {
        float longest = random.nextInt(4) == 0 ? 600 : 5;
        boolean stands = false;
        for (long at = 0; at < cells.byteSize(); at += FlowGrid.CELL_BYTES) {
            stands = random.nextInt(8) == 0 ? random.nextBoolean() : stands;
            int trust = random.nextInt(3) == 0 ? FlowGrid.FULL_TRUST : random.nextInt(1, FlowGrid.FULL_TRUST);
            cells.set(ValueLayout.JAVA_LONG, at, stands || random.nextInt(4) == 0
                    ? 0
                    : FlowGrid.cell(random.nextFloat(-longest, longest), random.nextFloat(-longest, longest),
                            random.nextFloat(-longest, longest), random.nextFloat(-longest, longest), trust));
        }
        return cells;
    }

    public FrameSize size() {
        return size;
    }

    public KeptFrames kept() {
        return kept;
    }

    /** Delays of the whole picture. */
    public Delays delays(Random random) {
        Delays delays = new Delays(size.width(), size.height());
        int deepest = (ring.capacity() - 1) << Kernels.DELAY_BITS;
        int step = random.nextInt(-300, 301);
        for (int row = 0; row < size.height(); row++) {
            int start = random.nextInt(deepest + 1);
            boolean jumps = random.nextBoolean();
            for (int i = 0; i < size.width(); i++) {
                int delay = jumps ? random.nextInt(deepest + 1) : Math.clamp(start + (long) i * step, 0, deepest);
                delays.ofPixels()[delays.firstPixel(row) + i] = random.nextInt(8) == 0 ? delay & ~255 : delay;
            }
            delays.summarise(row);
        }
        return delays;
    }

    @Override
    public void close() {
        ring.close();
    }
}
