package io.github.slitstream.engine.outlet;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.Resizer;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundLineOpener;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where pictures and sound of one player go: to whoever shows them, to the speaker, and into recordings. */
public final class Outlets {
    /** More than sound comes ahead of its pictures. */
    private static final long RECENT_NANOS = 1_000_000_000;

    private final Supplier<Resizer> resizers;
    private final Speaker speaker;
    /** Guarded by this monitor: what a recording that begins now has missed of the sound of its first picture. */
    private final Deque<SoundBlock> recent = new ArrayDeque<>();
    private volatile @Nullable PictureExchange shown;
    private volatile Recording[] recordings = {};

    /**
     * @param resizers makes one for each recording
     * @param lines for the speaker
     */
    public Outlets(Supplier<Resizer> resizers, SoundLineOpener lines) {
        this.resizers = resizers;
        this.speaker = new Speaker(lines);
    }

    public Speaker speaker() {
        return speaker;
    }

    /**
     * Where the newest picture is to be had; another object whenever the size of the picture changes; null before the
     * first. Any thread.
     */
    public @Nullable PictureExchange shown() {
        return shown;
    }

    /**
     * Starts to record every picture from now on. Any thread.
     *
     * @param sink opened for that size; becomes the recording's, unless it is a
     *     {@link io.github.slitstream.frame.Replay}, which outlives it
     * @param size pictures of another are fitted into it
     */
    public Recording record(Sink sink, FrameSize size) {
        return record(sink, size, Tap.AFTER_EFFECTS);
    }

    /** As {@link #record(Sink, FrameSize)}, before the effects or after them. */
    public synchronized Recording record(Sink sink, FrameSize size, Tap tap) {
        Recording started = new Recording(sink, size, tap, resizers.get());
        recordings = Stream.concat(Arrays.stream(recordings).filter(Recording::isRunning), Stream.of(started))
                .toArray(Recording[]::new);
        recent.forEach(started::offer);
        return started;
    }

    /** Whether anybody wants every picture, also while the program starts; a replay does not. Any thread. */
    public boolean isRecording() {
        for (Recording recording : recordings) {
            if (recording.isRunning() && !recording.isReplay()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a recording, other than a replay, may soon lose a picture. Any thread. */
    public boolean isRecordingBehind() {
        for (Recording recording : recordings) {
            if (recording.isRunning() && !recording.isReplay() && recording.isBehind()) {
                return true;
            }
        }
        return false;
    }

    /** Whether anybody wants the pictures as the source gives them. Any thread. */
    public boolean wantsSource() {
        for (Recording recording : recordings) {
            if (recording.isRunning() && recording.tap() == Tap.BEFORE_EFFECTS) {
                return true;
            }
        }
        return false;
    }

    /** Render thread: hands on a picture of a new moment as the source gave it. */
    public void publishSource(Frame picture) {
        offer(picture, Tap.BEFORE_EFFECTS);
    }

    /** Render thread: the exchange whose {@link PictureExchange#back} takes the next picture of that size. */
    public PictureExchange next(FrameSize size) {
        PictureExchange current = shown;
        return current != null && current.size().equals(size) ? current : new PictureExchange(size);
    }

    /**
     * Render thread: hands on the picture that {@code filled} has at its back.
     *
     * @param isNewMoment whether it shows another moment than the one before; recordings take no other
     */
    public void publish(PictureExchange filled, boolean isNewMoment) {
        if (isNewMoment) {
            offer(filled.back(), Tap.AFTER_EFFECTS);
        }
        filled.publish();
        shown = filled;
    }

    private void offer(Frame picture, Tap tap) {
        for (Recording recording : recordings) {
            if (recording.tap() == tap) {
                recording.offer(picture);
            }
        }
    }

    /**
     * Hands sound to the speaker and all recordings. Any thread.
     *
     * @param sound as late as it is to be heard with its pictures; it may come ahead of them
     * @param behindNanos by how much pictures stay behind what comes in: so much later it is heard
     */
    public synchronized void publish(SoundBlock sound, long behindNanos) {
        recent.add(sound);
        long oldest = sound.capturedNanos() - behindNanos - RECENT_NANOS;
        recent.removeIf(earlier -> earlier.endNanos() < oldest);
        speaker.offer(sound.at(sound.capturedNanos() + behindNanos));
        for (Recording recording : recordings) {
            recording.offer(sound);
        }
    }

    /** The sound that was handed on and not heard yet is not to be heard: the source has gone somewhere else. */
    public synchronized void flushSound() {
        recent.clear();
        speaker.flush();
        for (Recording recording : recordings) {
            recording.flushSound();
        }
    }

    /** No sound is heard any more. */
    public void close() {
        speaker.close();
    }
}
