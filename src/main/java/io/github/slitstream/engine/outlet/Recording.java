package io.github.slitstream.engine.outlet;

import io.github.slitstream.fault.Fault;
import io.github.slitstream.fault.Threads;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.PictureFit;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.Replay;
import io.github.slitstream.frame.Resizer;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SoundBlock;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.foreign.Arena;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Pictures on their way into a sink, on a thread of their own behind a bounded queue. Nothing wins over a picture that
 * is queued; one that finds no room is dropped and counted. The recording keeps the size it began with: a picture of
 * another, as while the effects are bypassed, is fitted into it.
 */
public final class Recording implements Outlet {
    /** A sixth of a second at 30 frames a second; with all others, the pictures beside the ring stay below twelve. */
    private static final int QUEUE = 5;
    /** With so few free, pictures come faster than they are written. */
    private static final int SCARCE = 2;
    private static final long STEP_NANOS = 500_000_000;
    /** So long the end waits for sound of the last picture: microphones give theirs later. */
    private static final long SOUND_PATIENCE_NANOS = 300_000_000;
    /** When nothing has come for so long, the picture stands. */
    private static final long STANDSTILL_NANOS = 1_000_000_000;

    private final Sink sink;
    private final FrameSize size;
    private final Tap tap;
    private final PictureFit fit;
    private final BlockingQueue<Frame> free;
    private final BlockingQueue<Frame> filled;
    private final Arena arena = Arena.ofShared();
    private final PendingSound sound = new PendingSound();
    private final Thread thread;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong droppedSound = new AtomicLong();
    private volatile long firstNanos = Long.MIN_VALUE;
    private volatile long lastNanos;
    private volatile boolean stopping;
    private volatile @Nullable String failure;
    private volatile boolean kept;
    /** Recorder's thread: when the sink may be asked again to be quicker. */
    private long nextStepNanos = Long.MIN_VALUE;

    /**
     * Takes over the sink, unless it is a {@link Replay}, and starts the thread.
     *
     * @param resizer for the render thread
     */
    Recording(Sink sink, FrameSize size, Tap tap, Resizer resizer) {
        this.sink = sink;
        this.size = size;
        this.tap = tap;
        this.fit = new PictureFit(resizer);
        free = new ArrayBlockingQueue<>(QUEUE);
        filled = new ArrayBlockingQueue<>(QUEUE);
        for (int i = 0; i < QUEUE; i++) {
            free.add(Frame.allocate(size, arena));
        }
        thread = Threads.lasting("recorder", this::record, this::failed, this::release);
        thread.start();
    }

    /** Render thread: takes a copy of a picture, unless of no later moment than the last, or counts it as dropped. */
    public synchronized void offer(Frame picture) {
        if (!isRunning() || (firstNanos != Long.MIN_VALUE && picture.capturedNanos() <= lastNanos)) {
            return;
        }
        Frame copy = free.poll();
        if (copy == null) {
            dropped.incrementAndGet();
            return;
        }
        try {
            copy(picture, copy);
        } catch (Throwable thrown) { // what a recording throws costs the recording, not the picture
            failed(Fault.caught(thrown));
            return;
        }
        if (firstNanos == Long.MIN_VALUE) {
            firstNanos = picture.capturedNanos();
        }
        lastNanos = picture.capturedNanos();
        filled.add(copy);
    }

    private void copy(Frame picture, Frame copy) {
        if (picture.size().equals(size)) {
            copy.copyFrom(picture);
        } else {
            fit.fit(picture, copy);
        }
    }

    /**
     * Takes sound, perhaps ahead of the pictures that it goes with, or counts it as dropped; what ends before the first
     * picture is left out. Any thread.
     */
    void offer(SoundBlock block) {
        if (failure == null && thread.isAlive() && sink.hasSound() && !sound.add(block)) {
            droppedSound.incrementAndGet();
        }
    }

    /** Sound that no picture has caught up with is left out: the source has gone somewhere else. Any thread. */
    void flushSound() {
        sound.clear();
    }

    /** Whether it takes pictures: it was neither ended nor has it failed. */
    public boolean isRunning() {
        return !stopping && failure == null;
    }

    /** Takes no more pictures from now on. Somebody has to {@link #stop} it all the same. */
    public void end() {
        stopping = true;
    }

    Tap tap() {
        return tap;
    }

    /** Whether it makes no output by itself. */
    boolean isReplay() {
        return sink instanceof Replay;
    }

    public long frames() {
        return written.get();
    }

    @Override
    public long dropped() {
        return dropped.get();
    }

    /** Time from the first picture to the last. */
    public double seconds() {
        return firstNanos == Long.MIN_VALUE ? 0 : (lastNanos - firstNanos) / 1e9;
    }

    /** How it goes. */
    public RecordingStatus status() {
        return new RecordingStatus(seconds(), dropped(), sink.progress(), sink.encoder(), sink.file());
    }

    /** Blocks of sound that found no room. */
    public long droppedSound() {
        return droppedSound.get();
    }

    /** Why nothing more is written, in one line, or null. */
    @Override
    public @Nullable String failure() {
        return failure;
    }

    /** Whether pictures come faster than they are written, so that one may soon find no room. Any thread. */
    boolean isBehind() {
        return free.size() <= SCARCE;
    }

    /** Whether the output is complete and in its place, with all that is counted as written. */
    public boolean isKept() {
        return kept;
    }

    /**
     * Writes what is queued, completes the output and ends the thread; waits for it.
     *
     * @throws IOException if not every picture that was queued is in the output; what was written before the failure
     *     stays where it can be completed, see {@link #isKept}
     */
    public void stop() throws IOException {
        end();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("nobody waited until the recording was complete");
        }
        String reason = failure;
        if (reason != null) {
            throw new IOException(reason);
        }
    }

    /** Whether nothing is written any more, so that a replay can be closed. */
    public boolean hasEnded() {
        return !thread.isAlive();
    }

    /** What was written before a failure is completed and stays, if the sink can. */
    private void record() {
        try (@Nullable
        Sink _ = isReplay() ? null : sink) {
            String reason = Fault.in(this::writeQueued);
            if (reason != null) {
                failed(reason);
            }
            if (reason == null || frames() > 0) {
                String obstacle = Fault.in(sink::finish);
                kept = obstacle == null;
                if (!kept) {
                    failure = failure == null ? obstacle : failure + "; " + obstacle;
                }
            }
        }
    }

    private void writeQueued() throws IOException, InterruptedException {
        long last = firstNanos;
        long arrived = System.nanoTime();
        while (true) {
            boolean nothingMoreComes = !isRunning();
            Frame picture = filled.poll(20, TimeUnit.MILLISECONDS);
            long waited = System.nanoTime() - arrived;
            if (picture != null) {
                last = picture.capturedNanos();
                arrived = System.nanoTime();
                write(picture);
            } else if (waited > STANDSTILL_NANOS && firstNanos != Long.MIN_VALUE) {
                sink.standUntil(last - firstNanos + waited - STANDSTILL_NANOS);
            }
            if (picture == null && nothingMoreComes) {
                writeLastSound(firstNanos + sink.endNanos());
                return;
            }
            sound.writeBefore(last, sink, firstNanos);
        }
    }

    /** Up to the end of the last picture. */
    private void writeLastSound(long endNanos) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (failure == null && sound.endsBefore(endNanos) && System.nanoTime() - begin < SOUND_PATIENCE_NANOS) {
            Thread.sleep(2);
        }
        sound.writeUntil(endNanos, sink, firstNanos);
    }

    private void write(Frame picture) throws IOException {
        sink.write(picture, picture.capturedNanos() - firstNanos);
        written.incrementAndGet();
        boolean isLate = isBehind();
        free.add(picture);
        if (isLate && picture.capturedNanos() >= nextStepNanos) {
            nextStepNanos = picture.capturedNanos() + STEP_NANOS;
            sink.stepDown();
        }
    }

    /** The first reason is the one that counts. */
    private void failed(String reason) {
        if (failure == null) {
            failure = reason;
        }
    }

    /** No picture is copied any more when the memory goes. */
    private synchronized void release() {
        end();
        sound.clear();
        arena.close();
    }
}
