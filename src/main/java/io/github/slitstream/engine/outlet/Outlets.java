package io.github.slitstream.engine.outlet;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.Resizer;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SoundBlock;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the pictures of one player go: to whoever shows them, and into any number of recordings. */
public final class Outlets {
    private final Supplier<Resizer> resizers;
    private volatile @Nullable PictureExchange shown;
    private volatile Recording[] recordings = {};

    /** @param resizers makes one for each recording */
    public Outlets(Supplier<Resizer> resizers) {
        this.resizers = resizers;
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
     * @param sink opened for that size; becomes the recording's
     * @param size pictures of another are fitted into it
     */
    public synchronized Recording record(Sink sink, FrameSize size) {
        Recording started = new Recording(sink, size, resizers.get());
        recordings = Stream.concat(Arrays.stream(recordings).filter(Recording::isRunning), Stream.of(started))
                .toArray(Recording[]::new);
        return started;
    }

    /** Whether anybody wants every picture. Any thread. */
    public boolean isRecording() {
        for (Recording recording : recordings) {
            if (recording.isRunning()) {
                return true;
            }
        }
        return false;
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
            Frame picture = filled.back();
            for (Recording recording : recordings) {
                recording.offer(picture);
            }
        }
        filled.publish();
        shown = filled;
    }

    /** Hands sound to all recordings. The thread that captures it. */
    public void publish(SoundBlock sound) {
        for (Recording recording : recordings) {
            recording.offer(sound);
        }
    }
}
