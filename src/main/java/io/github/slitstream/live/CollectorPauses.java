package io.github.slitstream.live;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;

/** Counts the pauses of the garbage collector, whichever it is, as the flight recorder reports them. */
final class CollectorPauses implements AutoCloseable {
    private static final String PAUSE = "jdk.GCPhasePause";

    private final RecordingStream events = new RecordingStream();
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong longestNanos = new AtomicLong();
    private volatile Instant since = Instant.MAX;

    CollectorPauses() {
        events.enable(PAUSE).withoutThreshold();
        events.onEvent(PAUSE, this::note);
        events.startAsync();
    }

    private void note(RecordedEvent pause) {
        if (!pause.getStartTime().isBefore(since)) {
            count.incrementAndGet();
            longestNanos.accumulateAndGet(pause.getDuration().toNanos(), Math::max);
        }
    }

    /** Counts from now on. */
    void begin() {
        since = Instant.now();
    }

    long count() {
        return count.get();
    }

    double longestMillis() {
        return longestNanos.get() / 1e6;
    }

    /** Ends the counting and waits until all that happened is in it. */
    void end() {
        events.stop();
    }

    @Override
    public void close() {
        events.close();
    }
}
