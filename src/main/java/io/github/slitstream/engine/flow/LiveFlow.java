package io.github.slitstream.engine.flow;

import io.github.slitstream.engine.ring.Rings;
import io.github.slitstream.engine.ring.SourceRing;
import io.github.slitstream.fault.Threads;
import io.github.slitstream.frame.FrameRing;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the flow between the frames that come in, beside the rendering of the picture before, on a thread of its own.
 * Where a moment's flow is not found before the next one comes, the ring shows it without.
 */
public final class LiveFlow implements AutoCloseable {
    private static final long LONGEST_WAIT_NANOS = 250_000_000L;

    private final Rings rings;
    private final FlowPorts ports;
    private final BooleanSupplier recorded;
    private final BooleanSupplier pressed;
    private final Runnable found;
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable FlowPace pace;

    /** Flow thread only. */
    private @Nullable RingFlow current;
    private long next;
    private long lastNanos;
    private boolean wasDisturbed;

    /**
     * @param recorded whether somebody wants every picture
     * @param pressed whether a picture may soon be lost to them
     * @param found called after each moment, on the flow thread: returns at once
     */
    public LiveFlow(Rings rings, FlowPorts ports, BooleanSupplier recorded, BooleanSupplier pressed,
            Runnable found) {
        this.rings = rings;
        this.ports = ports;
        this.recorded = recorded;
        this.pressed = pressed;
        this.found = found;
        this.thread = Threads.daemon("flow", this::loop, ports.words(), this::letGo);
        thread.start();
    }

    /** A frame came in. Any thread. */
    public void arrived() {
        LockSupport.unpark(thread);
    }

    /**
     * How large the pictures are in which flow is found, or why none is, in a few words; empty where none is wanted.
     * Any thread.
     */
    public String words() {
        FlowPace now = pace;
        return now == null ? "" : ports.readiness().get().words(now.size());
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void loop() {
        while (!closed) {
            SourceRing held = rings.current();
            RingFlow flow = held == null || held.ring().flows() == 0 ? none() : flowOf(held.ring());
            if (flow == null || !findNext(flow)) {
                LockSupport.parkNanos(this, LONGEST_WAIT_NANOS);
            }
        }
    }

    private @Nullable RingFlow none() {
        letGo();
        pace = null;
        return null;
    }

    private RingFlow flowOf(FrameRing ring) {
        RingFlow flow = current;
        if (flow != null && flow.ring().equals(ring)) {
            return flow;
        }
        letGo();
        RingFlow made = new RingFlow(ring, ports);
        current = made;
        pace = new FlowPace(System.nanoTime());
        next = ring.published();
        return made;
    }

    /** @return whether there was a moment to be done */
    private boolean findNext(RingFlow flow) {
        FrameRing ring = flow.ring();
        long end = ring.written();
        FlowPace own = pace;
        if (next >= end || own == null) {
            return false;
        }
        long number = Math.max(next, end - 2);
        long begun = System.nanoTime();
        flow.find(number, own.size());
        long now = System.nanoTime();
        found.run();
        boolean isLate = ring.written() > number + 1 || ring.published() - ring.seen() > 1;
        judge(own, now - begun, begun - lastNanos, isLate, now);
        lastNanos = begun;
        next = number + 1;
        return true;
    }

    /** What was too large while Java compiled other kernels need not be when that is done. */
    private void judge(FlowPace own, long tookNanos, long sinceNanos, boolean isLate, long nowNanos) {
        FlowReadiness readiness = ports.readiness().get();
        boolean isOver = wasDisturbed && readiness == FlowReadiness.READY;
        wasDisturbed = readiness == FlowReadiness.DISTURBED || (wasDisturbed && !isOver);
        if (isOver) {
            pace = new FlowPace(nowNanos);
        } else if (readiness == FlowReadiness.READY || readiness == FlowReadiness.DISTURBED) {
            own.setRecorded(recorded.getAsBoolean());
            own.took(tookNanos, sinceNanos, isLate, nowNanos);
            if (pressed.getAsBoolean()) {
                own.makeRoom(nowNanos);
            }
        } else {
            own.waitFrom(nowNanos);
        }
    }

    private void letGo() {
        RingFlow last = current;
        current = null;
        if (last != null) {
            last.close();
        }
    }
}
