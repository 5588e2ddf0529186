package io.github.slitstream.engine;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSink;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.Resizer;
import java.io.IOException;
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
public final class Recording {
    /** A sixth of a second at 30 frames a second; with all others, the pictures beside the ring stay below twelve. */
    private static final int QUEUE = 5;

    private final FrameSink sink;
    private final FrameSize size;
    private final PictureFit fit;
    private final BlockingQueue<Frame> free;
    private final BlockingQueue<Frame> filled;
    private final Arena arena = Arena.ofShared();
    private final Thread thread;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private volatile long firstNanos = Long.MIN_VALUE;
    private volatile long lastNanos;
    private volatile boolean stopping;
    private volatile @Nullable String failure;
    /** Guarded by this monitor: whether the queue's memory was given back. */
    private boolean released;

    /**
     * Takes over the sink and starts the thread.
     *
     * @param resizer for the render thread
     */
    Recording(FrameSink sink, FrameSize size, Resizer resizer) {
        this.sink = sink;
        this.size = size;
        this.fit = new PictureFit(resizer);
        free = new ArrayBlockingQueue<>(QUEUE);
        filled = new ArrayBlockingQueue<>(QUEUE);
        for (int i = 0; i < QUEUE; i++) {
            free.add(Frame.allocate(size, arena));
        }
        thread = Thread.ofPlatform().name("recorder").start(this::write);
    }

    /** Render thread: takes a copy of a picture, or counts it as dropped. */
    synchronized void offer(Frame picture) {
        if (released || stopping) {
            return;
        }
        Frame copy = free.poll();
        if (copy == null) {
            dropped.incrementAndGet();
            return;
        }
        if (picture.size().equals(size)) {
            copy.copyFrom(picture);
        } else {
            fit.fit(picture, copy);
        }
        if (firstNanos == Long.MIN_VALUE) {
            firstNanos = picture.capturedNanos();
        }
        lastNanos = picture.capturedNanos();
        filled.add(copy);
    }

    /** Bytes of the queue's frames. */
    synchronized long bytes() {
        return released ? 0 : QUEUE * size.bytes();
    }

    public FrameSize size() {
        return size;
    }

    public long frames() {
        return written.get();
    }

    public long dropped() {
        return dropped.get();
    }

    /** Time from the first picture to the last. */
    public double seconds() {
        return firstNanos == Long.MIN_VALUE ? 0 : (lastNanos - firstNanos) / 1e9;
    }

    /** Why nothing more is written, or null. */
    public @Nullable String failure() {
        return failure;
    }

    /**
     * Writes what is queued, completes the output and ends the thread; waits for it.
     *
     * @throws IOException if the output could not be completed
     */
    public void stop() throws IOException {
        stopping = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String reason = failure;
        if (reason != null) {
            throw new IOException(reason);
        }
    }

    private void write() {
        try (sink) {
            while (true) {
                boolean nothingMoreComes = stopping;
                Frame next = filled.poll(20, TimeUnit.MILLISECONDS);
                if (next != null) {
                    sink.write(next, next.capturedNanos() - firstNanos);
                    written.incrementAndGet();
                    free.add(next);
                } else if (nothingMoreComes) {
                    sink.finish();
                    return;
                }
            }
        } catch (IOException e) {
            failure = e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure = "the recording was interrupted";
        } finally {
            release();
        }
    }

    private synchronized void release() {
        released = true;
        arena.close();
    }
}
