package io.github.slitstream.engine.intake;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * How a file is played: where it goes next, whether it pauses, which section of it is repeated. Anybody may ask, on any
 * thread; the capture's thread, which alone reads the file, obeys. Moments are nanoseconds from the file's beginning. A
 * live source takes no notice of it.
 */
public final class Transport {
    /**
     * What is played over and over.
     *
     * @param beginNanos from 0 on
     * @param endNanos later; frames from there on are not shown; {@link Long#MAX_VALUE} for the end of the file
     */
    public record Section(long beginNanos, long endNanos) {
        /** The whole file, which is repeated only if files loop. */
        public static final Section ALL = new Section(0, Long.MAX_VALUE);

        /** @throws IllegalArgumentException if it is empty */
        public Section {
            if (beginNanos < 0 || endNanos <= beginNanos) {
                throw new IllegalArgumentException("no section of a file: " + beginNanos + " … " + endNanos);
            }
        }
    }

    /**
     * Where to go: to a moment, or from the present frame, and so many frames on.
     *
     * @param nanos or {@link #HERE}
     */
    record Move(long nanos, int frames) {
        static final long HERE = -1;
    }

    private final Runnable wake;
    private final AtomicReference<@Nullable Move> wanted = new AtomicReference<>();
    private volatile boolean paused;
    private volatile Section section = Section.ALL;
    private volatile long position;
    private volatile long end;

    /** @param wake lets the capture's thread look here again */
    Transport(Runnable wake) {
        this.wake = wake;
    }

    /** The moment of the frame that was read last, or the one that it goes to. */
    public long positionNanos() {
        Move move = wanted.get();
        return move == null || move.nanos == Move.HERE ? position : move.nanos;
    }

    /**
     * How long the file is. Files may end sooner or later than they say: where it was seen to end counts, and what was
     * played longer is longer.
     *
     * @param toldNanos how long it says that it is
     */
    public long lengthNanos(long toldNanos) {
        return Math.max(end > 0 ? end : toldNanos, positionNanos());
    }

    /** Goes to a moment; of several wishes that come faster than they are met, the last one counts. */
    public void seek(long nanos) {
        wanted.set(new Move(Math.max(0, nanos), 0));
        wake.run();
    }

    /** Pauses, and goes so many frames on, or back if negative. */
    public void step(int frames) {
        paused = true;
        wanted.updateAndGet(move -> move == null
                ? new Move(Move.HERE, frames)
                : new Move(move.nanos, move.frames + frames));
        wake.run();
    }

    public boolean isPaused() {
        return paused;
    }

    /** While it pauses, a file is a still: its frame comes in again and again, until the ring holds nothing else. */
    public void setPaused(boolean pause) {
        paused = pause;
    }

    public Section section() {
        return section;
    }

    public void setSection(Section repeated) {
        section = repeated;
        wake.run();
    }

    /** Whether the next frame is wanted from elsewhere. */
    boolean isCalled() {
        return wanted.get() != null;
    }

    /** Capture's thread: what it is to do, once. */
    @Nullable
    Move take() {
        for (Move move = wanted.get(); move != null; move = wanted.get()) {
            if (move.nanos != Move.HERE) {
                position = move.nanos; // before the wish is gone, since the file takes a while to get there
            }
            if (wanted.compareAndSet(move, null)) {
                return move;
            }
        }
        return null;
    }

    /** Capture's thread: there is no frame from this moment on. */
    void ended(long nanos) {
        end = nanos;
    }

    /** Capture's thread: a frame of this moment was read. */
    void reached(long nanos) {
        position = nanos;
    }
}
