package io.github.slitstream.engine;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSink;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.Resampling;
import io.github.slitstream.frame.Resizer;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.frame.SourceOpener;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.pattern.DelayMap;
import io.github.slitstream.preset.Preset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The live instrument: a capture thread fills the ring, a render thread applies the preset and hands the newest picture to
 * whoever shows it, and to a recording. All public methods may be called from any thread and return at once, unless they
 * say otherwise.
 */
public final class Player implements AutoCloseable {
    private static final long STALL_NANOS = 2_000_000_000L;
    /** Sources give up by themselves after {@link #STALL_NANOS}; one that still hangs by now is left to its thread. */
    private static final long ABANDON_NANOS = 6_000_000_000L;
    private static final long LONGEST_WAIT_NANOS = 250_000_000L;

    private final SourceOpener opener;
    private final Supplier<Resizer> resizers;
    private final Kernels kernels;
    private final Workers workers;
    private final Thread renderThread;
    private final Intake intake;

    private final Rings rings = new Rings();
    private final Meters meters = new Meters();

    private volatile Preset preset;
    private volatile @Nullable Preset bypass;
    private volatile boolean frozen;
    private volatile boolean looping = true;
    private volatile boolean closed;
    private volatile SourceState state = new SourceState.Opening("");
    private volatile long lastArrival = System.nanoTime();
    private volatile Consumer<String> notices = notice -> {};
    private volatile @Nullable PictureExchange pictures;
    private volatile @Nullable Renderer renderer;
    private volatile @Nullable Recording recording;

    /** Render thread only. */
    private String lastFault = "";
    /** Guarded by {@link #intake}: the capture whose frames count. */
    private @Nullable Capture active;

    /**
     * Starts rendering; nothing plays before {@link #open} or {@link #openFirstOf}.
     *
     * @param resizers makes one for each thread that resizes
     */
    public Player(SourceOpener opener, Supplier<Resizer> resizers, Kernels kernels, Workers workers, Preset preset) {
        this.opener = opener;
        this.resizers = resizers;
        this.intake = new Intake(resizers.get());
        this.kernels = kernels;
        this.workers = workers;
        this.preset = preset;
        this.renderThread = Thread.ofPlatform().daemon().name("render").start(this::renderLoop);
    }

    /** Sets who hears, on any thread, one-line words about what could not be done. */
    public void onNotice(Consumer<String> listener) {
        notices = listener;
    }

    /** Plays another source. What plays now goes on until the new one is open, and stays if it cannot be opened. */
    public void open(SourceRequest request) {
        openFirstOf(List.of(request));
    }

    /** Plays the first of these that can be opened and gives notice of each that cannot. */
    public void openFirstOf(List<SourceRequest> candidates) {
        if (candidates.isEmpty()) {
            return;
        }
        SourceRequest first = candidates.getFirst();
        synchronized (intake) {
            intake.fallbacks = List.copyOf(candidates.subList(1, candidates.size()));
            Capture present = active;
            if (present == null) {
                state = new SourceState.Opening(first.address());
            }
            start(captureOf(first, present));
        }
    }

    /** A device lets itself be opened only once: the same source again waits until it is closed. */
    private Capture captureOf(SourceRequest request, @Nullable Capture present) {
        if (present != null && present.request().address().equals(request.address())) {
            return present.successor();
        }
        return new Capture(opener, request, intake);
    }

    private void start(Capture capture) {
        if (!closed) {
            capture.start();
        }
    }

    public Preset preset() {
        return preset;
    }

    /**
     * Plays another preset from the next picture on. May read files that it names.
     *
     * @throws BadValue if its ring does not fit into memory or something it names is not there; the present one then stays
     */
    public void play(Preset next) {
        next.check();
        Past held = rings.current();
        if (held != null) {
            checkMemory(held.sourceSize(), next);
        }
        preset = next;
        if (bypass != null) {
            bypass = next.withChain(List.of());
        }
        wakeRenderer();
    }

    /** Whether the picture stands still: nothing enters the ring, but everything can be tuned. */
    public boolean isFrozen() {
        return frozen;
    }

    public void setFrozen(boolean freeze) {
        frozen = freeze;
    }

    /** Shows the newest frame without effects as long as it is set. */
    public void setBypassed(boolean bypassed) {
        bypass = bypassed ? preset.withChain(List.of()) : null;
        wakeRenderer();
    }

    public boolean isBypassed() {
        return bypass != null;
    }

    /** Whether a file starts again at its end. */
    public boolean isLooping() {
        return looping;
    }

    public void setLooping(boolean loop) {
        looping = loop;
    }

    public SourceState source() {
        SourceState now = state;
        if (now instanceof SourceState.Playing(SourceInfo info) && isStalled(info, STALL_NANOS)) {
            return new SourceState.Lost(info, info.name() + " has sent no picture for two seconds");
        }
        return now;
    }

    /** Where the newest picture is to be had; another object whenever the size of the picture changes; null before the first. */
    public @Nullable PictureExchange pictures() {
        return pictures;
    }

    /** The delay map of a time displacement at work, as last rendered. */
    public Optional<DelayMap> delayMap(long key) {
        Renderer current = renderer;
        return current == null ? Optional.empty() : current.delayMap(key);
    }

    /** Showing thread: a picture taken from the exchange is on the screen now. */
    public void pictureShown(Frame picture) {
        meters.shown(picture);
    }

    public Statistics statistics() {
        Past held = rings.current();
        return meters.summary(held == null ? null : held.ring(), rings.bytes(preset));
    }

    /**
     * Starts to record every picture from now on, at the present picture size.
     *
     * @param sink opened for {@code pictures().size()}; becomes the recording's
     */
    public Recording record(FrameSink sink, FrameSize size) {
        Recording started = new Recording(sink, size);
        recording = started;
        return started;
    }

    /** No more pictures go to the recording; its owner stops it. */
    public void endRecording() {
        recording = null;
    }

    /** Stops all threads and gives back all memory; waits for the render thread. */
    @Override
    public void close() {
        closed = true;
        synchronized (intake) {
            if (active != null) {
                active.stop();
                active = null;
            }
        }
        wakeRenderer();
        try {
            renderThread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @throws BadValue if more memory is needed than is held, and the machine has not that much */
    private void checkMemory(FrameSize sourceSize, Preset next) {
        long held = rings.bytes(preset);
        if (MemoryLimit.bytesFor(sourceSize, next) > held) {
            MemoryLimit.check(sourceSize, next, held);
        }
    }

    private boolean isStalled(SourceInfo info, long afterNanos) {
        return info.live() && System.nanoTime() - lastArrival > afterNanos;
    }

    private void wakeRenderer() {
        LockSupport.unpark(renderThread);
    }

    private void renderLoop() {
        WarmUp.run(kernels, workers);
        FrameRing renderedRing = null;
        Preset renderedLook = null;
        while (!closed) {
            Past now = rings.current();
            Preset look = look();
            if (now == null || !now.ring().hasFrames()) {
                rest();
                continue;
            }
            boolean isNewMoment = now.ring().published() != now.ring().seen() || !now.ring().equals(renderedRing);
            if (!isNewMoment && look.equals(renderedLook)) {
                rest();
                continue;
            }
            renderedRing = now.ring();
            renderedLook = look;
            render(now, look, isNewMoment);
            rings.closeRetired(now.ring());
        }
        tearDown();
    }

    private Preset look() {
        Preset withoutEffects = bypass;
        return withoutEffects == null ? preset : withoutEffects;
    }

    private void rest() {
        if (state instanceof SourceState.Playing(SourceInfo info) && isStalled(info, ABANDON_NANOS)) {
            replaceHanging(info);
        }
        LockSupport.parkNanos(this, LONGEST_WAIT_NANOS);
    }

    private void render(Past now, Preset look, boolean isNewMoment) {
        long begun = System.nanoTime();
        Renderer current = renderer;
        if (current == null || !current.fits(now.ring().size(), now.sourceSize())) {
            current = renew(current, now);
        }
        PictureExchange exchange = pictures;
        if (exchange == null || !exchange.size().equals(now.sourceSize())) {
            exchange = new PictureExchange(now.sourceSize());
            pictures = exchange;
        }
        Frame picture = exchange.back();
        FrameHistory history = now.ring().newest();
        if (!rendersWithoutFault(current, history, look, picture)) {
            return;
        }
        Recording recorder = recording;
        if (recorder != null && isNewMoment) {
            recorder.offer(picture);
        }
        exchange.publish();
        meters.rendered(begun);
    }

    /** A fault in one effect costs pictures, never the instrument: the last good one stays, and the user hears why. */
    private boolean rendersWithoutFault(Renderer current, FrameHistory history, Preset look, Frame picture) {
        try {
            current.render(history, look, picture);
            lastFault = "";
            return true;
        } catch (RuntimeException | OutOfMemoryError e) {
            String fault = "the picture cannot be made: " + e.getMessage();
            if (!fault.equals(lastFault)) {
                lastFault = fault;
                notices.accept(fault);
            }
            return false;
        }
    }

    private Renderer renew(@Nullable Renderer old, Past now) {
        Renderer made = new Renderer(now.ring().size(), now.sourceSize(), kernels, workers, resizers.get());
        renderer = made;
        if (old != null) {
            old.close();
        }
        return made;
    }

    private void tearDown() {
        synchronized (intake) {
            rings.close();
        }
        Renderer last = renderer;
        renderer = null;
        if (last != null) {
            last.close();
        }
        workers.close();
    }

    private void replaceHanging(SourceInfo info) {
        synchronized (intake) {
            Capture hanging = active;
            if (hanging != null) {
                hanging.stop();
                active = hanging.replacement();
                state = new SourceState.Lost(info, info.name() + " has sent no picture for some seconds");
                start(active);
            }
        }
    }

    /** What the capture threads see of the player. Its monitor makes sure that only the active one writes the ring. */
    private final class Intake implements Capture.Intake {
        private final Resizer resizer;
        private List<SourceRequest> fallbacks = List.of();

        Intake(Resizer resizer) {
            this.resizer = resizer;
        }

        @Override
        public synchronized void opened(Capture capture, SourceInfo info) {
            if (closed) {
                throw new BadValue("the player is closed");
            }
            checkMemory(info.size(), preset);
            if (active != null && !active.equals(capture)) {
                active.stop();
            }
            active = capture;
            lastArrival = System.nanoTime();
            state = new SourceState.Playing(info);
        }

        @Override
        public synchronized void refused(Capture capture, SourceRequest request, String reason) {
            notices.accept(reason);
            if (fallbacks.isEmpty()) {
                if (active == null) {
                    state = new SourceState.Refused(request.address(), reason);
                }
                return;
            }
            SourceRequest next = fallbacks.getFirst();
            fallbacks = fallbacks.subList(1, fallbacks.size());
            start(new Capture(opener, next, this));
        }

        @Override
        public synchronized void captured(Capture capture, Frame frame, long workNanos) {
            if (closed || !capture.equals(active)) {
                return;
            }
            lastArrival = System.nanoTime();
            if (frozen) {
                idle(capture);
                return;
            }
            FrameRing ring = rings.ringFor(frame.size(), preset);
            Frame slot = ring.claim();
            if (slot == null) {
                meters.dropped();
                wakeRenderer();
                return;
            }
            long begun = System.nanoTime();
            resizer.resize(frame, slot, Resampling.AREA);
            ring.publish(frame.capturedNanos());
            meters.captured(workNanos + System.nanoTime() - begun);
            wakeRenderer();
        }

        @Override
        public synchronized void idle(Capture capture) {
            Past held = rings.current();
            // A ring of another size would start empty, and the picture that stands still would be gone.
            if (capture.equals(active) && held != null && held.canHandOn(preset) && !closed) {
                rings.ringFor(held.sourceSize(), preset);
            }
        }

        @Override
        public synchronized void ended(Capture capture, SourceInfo info) {
            if (capture.equals(active)) {
                state = new SourceState.Ended(info);
            }
        }

        @Override
        public synchronized void lost(Capture capture, SourceInfo info, String reason) {
            if (capture.equals(active)) {
                state = new SourceState.Lost(info, reason);
            }
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
}
