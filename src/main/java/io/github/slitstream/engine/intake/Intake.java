package io.github.slitstream.engine.intake;

import io.github.slitstream.engine.ring.Rings;
import io.github.slitstream.engine.statistics.PlaybackMetrics;
import io.github.slitstream.fault.Threads;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.Resampling;
import io.github.slitstream.frame.Resizer;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.frame.SourceOpener;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.param.BadValue;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What comes in: the one source whose frames count, and their way into the ring. Capture threads call as
 * {@link Capture.Receiver}; its monitor makes sure that only the active one writes the ring. Everything else may be
 * called from any thread.
 */
public final class Intake implements Capture.Receiver {
    private static final long LOST_NANOS = 2_000_000_000L;
    private static final long ABANDONED_NANOS = 6_000_000_000L;
    /** How often in the time after which a source is abandoned it is looked after. */
    private static final int LOOKS = 24;

    private final SourceOpener opener;
    private final Resizer resizer;
    private final Rings rings;
    private final PlaybackMetrics metrics;
    private final Listener listener;
    private final long lostNanos;
    private final long abandonedNanos;
    private final Thread watch;

    private volatile boolean frozen;
    private volatile boolean looping = true;
    private volatile boolean closed;
    /** Of what plays; before the first source one that nobody obeys. */
    private volatile Transport transport = new Transport(() -> {});
    private volatile SourceState state = new SourceState.Opening("");
    private volatile @Nullable SoundFormat sound;
    private volatile long lastArrival = System.nanoTime();

    /** Guarded by this monitor: the capture whose frames count. */
    private @Nullable Capture active;
    /** Guarded by this monitor: what to play if the source that is being opened is refused. */
    private List<SourceRequest> fallbacks = List.of();

    /** Who hears what happens, on the thread where it happens: returns at once and throws nothing. */
    public interface Listener {
        /** A frame came, and is in the ring unless the renderer is too far behind. */
        void arrived();

        /** Sound that goes with the frames, perhaps ahead of them, on the clock of {@link System#nanoTime}. */
        void heard(SoundBlock sound);

        /** What was heard ahead of its moment has lost it. */
        void soundBroken();

        /** @param line about what could not be opened, or was passed over */
        void notice(String line);
    }

    /**
     * @param resizer for the capture threads alone
     * @param rings this intake alone writes them
     */
    public Intake(SourceOpener opener, Resizer resizer, Rings rings, PlaybackMetrics metrics, Listener listener) {
        this(opener, resizer, rings, metrics, listener, LOST_NANOS, ABANDONED_NANOS);
    }

    /**
     * @param lostNanos after this time without a frame a live source is said to be lost; sources give up by themselves
     *     then
     * @param abandonedNanos one that still hangs by now is left to its thread
     */
    Intake(SourceOpener opener, Resizer resizer, Rings rings, PlaybackMetrics metrics, Listener listener,
            long lostNanos, long abandonedNanos) {
        this.opener = opener;
        this.resizer = resizer;
        this.rings = rings;
        this.metrics = metrics;
        this.listener = listener;
        this.lostNanos = lostNanos;
        this.abandonedNanos = abandonedNanos;
        this.watch = Threads.daemon("source-watch", this::watch, listener::notice, () -> {});
        watch.start();
    }

    /**
     * Plays the first of these that can be opened and gives notice of each that cannot. What plays now goes on until
     * then.
     *
     * @param candidates at least one
     */
    public synchronized void openFirstOf(List<SourceRequest> candidates) {
        SourceRequest first = candidates.getFirst();
        fallbacks = List.copyOf(candidates.subList(1, candidates.size()));
        Capture current = active;
        if (current == null) {
            state = new SourceState.Opening(first.address());
        }
        start(captureOf(first, current));
    }

    /** A device lets itself be opened only once: the same source again waits until it is closed. */
    private Capture captureOf(SourceRequest request, @Nullable Capture current) {
        if (current != null && current.request().address().equals(request.address())) {
            return current.successor(request);
        }
        return new Capture(opener, request, this);
    }

    private void start(Capture capture) {
        if (!closed) {
            capture.start();
        }
    }

    public SourceState source() {
        SourceState now = state;
        if (now instanceof SourceState.Playing(SourceInfo info) && isStalled(info, lostNanos)) {
            return new SourceState.Lost(info, info.name() + " has sent no picture for some seconds");
        }
        return now;
    }

    private boolean isStalled(SourceInfo info, long afterNanos) {
        return info.live() && System.nanoTime() - lastArrival > afterNanos;
    }

    /** The format of the sound beside the pictures; null where there is none. */
    public @Nullable SoundFormat sound() {
        return sound;
    }

    /** Lets go of a live source that hangs, and tries to open it anew. */
    private void watch() {
        while (!closed) {
            LockSupport.parkNanos(abandonedNanos / LOOKS);
            if (state instanceof SourceState.Playing(SourceInfo info) && isStalled(info, abandonedNanos)) {
                replace(info);
            }
        }
    }

    private synchronized void replace(SourceInfo info) {
        Capture hanging = active;
        if (hanging != null) {
            hanging.stop();
            active = hanging.replacement();
            state = new SourceState.Lost(info, info.name() + " has sent no picture for some seconds");
            start(active);
        }
    }

    /** Where the file that plays is, and where it is to go; another object for each source. */
    public Transport transport() {
        return transport;
    }

    public void setFrozen(boolean freeze) {
        frozen = freeze;
    }

    public void setLooping(boolean loop) {
        looping = loop;
    }

    /** No source plays any more and nothing enters the rings. */
    public synchronized void close() {
        closed = true;
        LockSupport.unpark(watch);
        if (active != null) {
            active.stop();
            active = null;
        }
    }

    @Override
    public synchronized void opened(Capture capture, SourceInfo info, @Nullable SoundFormat beside) {
        if (closed) {
            throw new BadValue("the player is closed");
        }
        rings.checkMemory(info.size(), info.views());
        if (active != null && !active.equals(capture)) {
            active.stop();
            listener.soundBroken();
        }
        active = capture;
        sound = beside;
        transport = capture.transport();
        lastArrival = System.nanoTime();
        state = new SourceState.Playing(info);
    }

    @Override
    public synchronized void refused(Capture capture, SourceRequest request, String reason) {
        listener.notice(reason);
        if (fallbacks.isEmpty()) {
            if (active == null || active.equals(capture)) {
                state = new SourceState.Refused(request.address(), reason);
            }
            return;
        }
        SourceRequest next = fallbacks.getFirst();
        fallbacks = fallbacks.subList(1, fallbacks.size());
        start(new Capture(opener, next, this));
    }

    @Override
    public synchronized void captured(Capture capture, List<Frame> views, long workNanos) {
        if (closed || !capture.equals(active)) {
            return;
        }
        lastArrival = System.nanoTime();
        if (frozen) {
            idle(capture);
            return;
        }
        Frame first = views.getFirst();
        FrameRing ring = rings.ringFor(first.size(), views.size());
        long begun = System.nanoTime();
        for (int view = 0; view < views.size(); view++) {
            Frame slot = ring.claim(view);
            if (slot == null) {
                metrics.dropped();
                listener.arrived();
                return;
            }
            resizer.resize(views.get(view), slot, Resampling.AREA);
        }
        ring.publish(first.capturedNanos());
        metrics.captured(workNanos + System.nanoTime() - begun);
        listener.arrived();
    }

    @Override
    public synchronized void heard(Capture capture, SoundBlock block) {
        if (!closed && capture.equals(active)) {
            listener.heard(block);
        }
    }

    @Override
    public synchronized void soundBroken(Capture capture) {
        if (capture.equals(active)) {
            listener.soundBroken();
        }
    }

    @Override
    public synchronized void idle(Capture capture) {
        if (capture.equals(active) && !closed) {
            rings.renew();
        }
    }

    @Override
    public synchronized void ended(Capture capture, SourceInfo info) {
        if (capture.equals(active)) {
            state = new SourceState.Ended(info);
        }
    }

    @Override
    public synchronized void resumed(Capture capture, SourceInfo info) {
        if (capture.equals(active)) {
            state = new SourceState.Playing(info);
        }
    }

    @Override
    public synchronized void lost(Capture capture, SourceInfo info, String reason) {
        if (capture.equals(active)) {
            state = new SourceState.Lost(info, reason);
        }
    }

    @Override
    public void noted(Capture capture, String line) {
        listener.notice(line);
    }

    @Override
    public boolean isFrozen() {
        return frozen;
    }

    @Override
    public boolean isLooping() {
        return looping;
    }
}
