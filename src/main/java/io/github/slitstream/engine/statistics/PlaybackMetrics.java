package io.github.slitstream.engine.statistics;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameRing;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Counts and times what the player does. Each kind of event comes from one thread, any takes a snapshot of the numbers.
 */
public final class PlaybackMetrics {
    private final RateMeter captured = new RateMeter();
    private final RateMeter rendered = new RateMeter();
    private final RateMeter shown = new RateMeter();
    private final RecentDurations grabbing = new RecentDurations();
    private final RecentDurations rendering = new RecentDurations();
    private final RecentDurations latency = new RecentDurations();
    private final AtomicLong capturedFrames = new AtomicLong();
    private final AtomicLong shownFrames = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    /** Showing thread only. */
    private long lastShown = Long.MIN_VALUE;

    /**
     * A frame entered the ring.
     *
     * @param workNanos what it took, without the waiting for it
     */
    public void captured(long workNanos) {
        captured.tick(System.nanoTime());
        capturedFrames.incrementAndGet();
        grabbing.add(workNanos);
    }

    /** A frame found no room in the ring. */
    public void dropped() {
        dropped.incrementAndGet();
    }

    /**
     * A picture was made.
     *
     * @param begun on the clock of {@link System#nanoTime}
     */
    public void rendered(long begun) {
        long now = System.nanoTime();
        rendered.tick(now);
        rendering.add(now - begun);
    }

    /** A picture is on the screen. One that shows the same moment again says nothing about latency. */
    public void shown(Frame picture) {
        long now = System.nanoTime();
        shown.tick(now);
        if (picture.capturedNanos() != lastShown) {
            lastShown = picture.capturedNanos();
            shownFrames.incrementAndGet();
            latency.add(now - lastShown);
        }
    }

    /** Counts and times anew from now on. Any thread. */
    public void restart() {
        capturedFrames.set(0);
        shownFrames.set(0);
        dropped.set(0);
        grabbing.clear();
        rendering.clear();
        latency.clear();
    }

    /**
     * The numbers as of now.
     *
     * @param ring null before the first frame
     * @param ringBytes memory of all rings
     * @param kernelFailures methods of kernels that failed their trial
     * @param flow in which size flow is found, in a few words
     */
    public Statistics snapshot(@Nullable FrameRing ring, long ringBytes, int kernelFailures,
            String flow) {
        long now = System.nanoTime();
        return new Statistics(captured.perSecond(now), rendered.perSecond(now), shown.perSecond(now),
                capturedFrames.get(), shownFrames.get(), grabbing.percentileMillis(0.5),
                rendering.percentileMillis(0.5),
                latency.percentileMillis(0.5), latency.percentileMillis(0.99), dropped.get(),
                ring == null ? 0 : ring.capacity(),
                ring == null ? 0 : (int) Math.min(ring.published(), ring.capacity()), ringBytes, kernelFailures, flow);
    }
}
