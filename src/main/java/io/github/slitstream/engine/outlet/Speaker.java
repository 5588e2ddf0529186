package io.github.slitstream.engine.outlet;

import io.github.slitstream.fault.Fault;
import io.github.slitstream.fault.Threads;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import io.github.slitstream.frame.SoundLine;
import io.github.slitstream.frame.SoundLineOpener;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Sound on its way to where it is heard, each block at the moment it bears, on a thread of its own behind a bounded
 * queue. What is queued wins; what finds no room is dropped and counted. Where there is no device, or it vanishes,
 * sound is dropped in its time and a device is looked for every three seconds. All methods from any thread unless they
 * say otherwise.
 */
public final class Speaker implements Outlet, AutoCloseable {
    /** Blocks of a fiftieth; more than the longest delay. */
    private static final int QUEUE = 5_000;
    private static final long POLL_NANOS = 10_000_000;
    private static final long RETRY_NANOS = 3_000_000_000L;

    private final SoundLineOpener lines;
    private final BlockingQueue<SoundBlock> queue = new LinkedBlockingQueue<>(QUEUE);
    private final SoundMeter meter = new SoundMeter();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicInteger flushes = new AtomicInteger();
    private final Thread thread;
    private volatile double volume = 1;
    private volatile boolean muted;
    private volatile boolean closed;
    private volatile @Nullable String failure;

    /** Speaker's thread. */
    private @Nullable SoundPlayback playback;
    private long nextTry = System.nanoTime();

    /** Starts the thread; no device is opened before there is sound. */
    Speaker(SoundLineOpener lines) {
        this.lines = lines;
        this.thread = Threads.daemon("speaker", this::play, reason -> failure = reason, this::closeLine);
        thread.start();
    }

    /** Takes sound, perhaps ahead of its time. */
    void offer(SoundBlock sound) {
        if (!queue.offer(sound)) {
            dropped.incrementAndGet();
        }
    }

    /** What was taken and not heard yet will not be heard: the source has gone somewhere else. */
    void flush() {
        queue.clear();
        flushes.incrementAndGet();
    }

    /** @param newVolume 0 … 1, as people hear it */
    public void setVolume(double newVolume) {
        volume = Math.clamp(newVolume, 0, 1);
    }

    public double volume() {
        return volume;
    }

    public void setMuted(boolean mute) {
        muted = mute;
    }

    public boolean isMuted() {
        return muted;
    }

    /** Peak of the newest sound, 0 … 1, whatever the volume; falls back to 0 where there is none. */
    public double level() {
        return meter.level(System.nanoTime());
    }

    @Override
    public long dropped() {
        return dropped.get();
    }

    /** Why nothing is heard, in one line, or null. A device that comes back mends it. */
    @Override
    public @Nullable String failure() {
        return failure;
    }

    /** Ends the thread; does not wait for it. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void play() throws InterruptedException {
        try {
            playUntilClosed();
        } catch (InterruptedException interrupted) {
            if (!closed) { // otherwise it is how it ends
                throw interrupted;
            }
        }
    }

    private void playUntilClosed() throws InterruptedException {
        int flushed = flushes.get();
        while (!closed) {
            SoundBlock next = queue.poll(POLL_NANOS, TimeUnit.NANOSECONDS);
            if (flushed != flushes.get()) {
                flushed = flushes.get();
                restart();
            }
            if (next != null && awaitRoom(next, flushed)) {
                hear(next);
            }
        }
    }

    /** Sound that is far ahead waits here, where it can still be flushed. @return whether it is to be heard */
    private boolean awaitRoom(SoundBlock next, int flushed) {
        while (!closed && flushed == flushes.get()) {
            long early = next.capturedNanos() - System.nanoTime() - SoundPlayback.AHEAD_NANOS;
            if (early <= 0) {
                return true;
            }
            LockSupport.parkNanos(Math.min(early, POLL_NANOS));
        }
        return false;
    }

    private void hear(SoundBlock next) {
        meter.add(next);
        SoundPlayback present = playbackOf(next.format());
        if (present == null) {
            return;
        }
        String lost = Fault.in(() -> present.play(next, System.nanoTime(), gain()));
        if (lost != null) {
            failed(lost);
        }
    }

    private float gain() {
        double heard = muted ? 0 : volume;
        return (float) (heard * heard);
    }

    private @Nullable SoundPlayback playbackOf(SoundFormat format) {
        SoundPlayback present = playback;
        if (present != null && present.format().equals(format)) {
            return present;
        }
        closeLine();
        if (System.nanoTime() < nextTry) {
            return null;
        }
        String refused = Fault.in(() -> playback = new SoundPlayback(lines.open(format), format));
        if (refused == null) {
            failure = null;
        } else {
            failed(refused);
        }
        return playback;
    }

    private void failed(String reason) {
        failure = reason;
        nextTry = System.nanoTime() + RETRY_NANOS;
        closeLine();
    }

    private void restart() {
        if (playback != null) {
            playback.restart();
        }
    }

    private void closeLine() {
        SoundPlayback closing = playback;
        playback = null;
        if (closing != null) {
            Fault.in(closing::close);
        }
    }
}
