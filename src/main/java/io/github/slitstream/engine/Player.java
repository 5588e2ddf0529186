package io.github.slitstream.engine;

import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.engine.chain.Renderer;
import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.engine.intake.Intake;
import io.github.slitstream.engine.intake.SourceState;
import io.github.slitstream.engine.outlet.Outlets;
import io.github.slitstream.engine.outlet.PictureExchange;
import io.github.slitstream.engine.ring.Past;
import io.github.slitstream.engine.ring.Rings;
import io.github.slitstream.engine.statistics.Meters;
import io.github.slitstream.engine.statistics.Statistics;
import io.github.slitstream.fault.Fault;
import io.github.slitstream.fault.FaultReporter;
import io.github.slitstream.fault.Threads;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.Resizer;
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
 * The live instrument: a capture thread fills the ring, a render thread applies the preset and hands the newest picture
 * to whoever shows it, and to a recording. All public methods may be called from any thread and return at once, unless
 * they say otherwise.
 */
public final class Player implements AutoCloseable {
    private static final long LONGEST_WAIT_NANOS = 250_000_000L;

    /** What the next picture is to be made by. */
    private record Wanted(Preset preset, boolean bypassed) {}

    private final Supplier<Resizer> resizers;
    private final KernelGuard guard;
    private final WarmUp warmUp;
    private final Workers workers;
    private final Thread renderThread;
    private final Intake intake;

    private final Rings rings;
    private final Meters meters = new Meters();
    private final Outlets outlets;

    private volatile Wanted wanted;
    private volatile boolean closed;
    private volatile Consumer<String> notices = notice -> {};
    private volatile @Nullable Renderer renderer;

    /** Render thread only. */
    private final FaultReporter faults = new FaultReporter("the picture cannot be made", this::say);
    /** Render thread only: whether anybody has taken a picture yet. */
    private boolean watched;

    /**
     * Starts rendering; nothing plays before {@link #open} or {@link #openFirstOf}.
     *
     * @param resizers makes one for each thread that resizes
     */
    public Player(SourceOpener opener, Supplier<Resizer> resizers, Kernels kernels, Workers workers, Preset preset) {
        this.resizers = resizers;
        this.outlets = new Outlets(resizers);
        this.guard = new KernelGuard(kernels);
        this.warmUp = new WarmUp(kernels, guard);
        this.rings = new Rings(guard.kernelsFor(TimeDisplacement.TYPE));
        this.workers = workers;
        this.wanted = new Wanted(preset, false);
        this.intake = new Intake(opener, resizers.get(), rings, meters, this::preset, this::wakeRenderer,
                this::say);
        this.renderThread = Threads.daemon("render", this::renderLoop, this::say, this::tearDown);
        renderThread.start();
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
        if (!candidates.isEmpty()) {
            intake.openFirstOf(candidates);
        }
    }

    public Preset preset() {
        return wanted.preset();
    }

    /**
     * Plays another preset from the next picture on. May read files that it names.
     *
     * @throws BadValue if its ring does not fit into memory or something it names is not there; the present one then
     *     stays
     */
    public synchronized void play(Preset next) {
        next.check();
        Past held = rings.current();
        if (held != null) {
            rings.checkMemory(held.sourceSize(), held.ring().views(), next, preset());
        }
        wanted = new Wanted(next, isBypassed());
        wakeRenderer();
    }

    /** Whether the picture stands still: nothing enters the ring, but everything can be tuned. */
    public boolean isFrozen() {
        return intake.isFrozen();
    }

    public void setFrozen(boolean freeze) {
        intake.setFrozen(freeze);
    }

    /** Shows the newest frame without effects as long as it is set; the effects keep their state. */
    public synchronized void setBypassed(boolean bypass) {
        wanted = new Wanted(preset(), bypass);
        wakeRenderer();
    }

    public boolean isBypassed() {
        return wanted.bypassed();
    }

    /** Whether a file starts again at its end. */
    public boolean isLooping() {
        return intake.isLooping();
    }

    public void setLooping(boolean loop) {
        intake.setLooping(loop);
    }

    public SourceState source() {
        return intake.source();
    }

    /** How many cameras see each moment; 1 before the first. */
    public int views() {
        Past held = rings.current();
        return held == null ? 1 : held.ring().views();
    }

    /** Where the pictures go: to be shown and to be recorded. */
    public Outlets outlets() {
        return outlets;
    }

    /** The delay map of a time displacement at work, as last rendered. */
    public Optional<DelayMap> delayMap(String slot) {
        Renderer current = renderer;
        return current == null || isBypassed() ? Optional.empty() : current.delayMap(slot);
    }

    /** What an effect at work says about the last picture. */
    public Optional<String> note(String slot) {
        Renderer current = renderer;
        return current == null || isBypassed() ? Optional.empty() : current.note(slot);
    }

    /** Showing thread: a picture taken from the exchange is on the screen now. */
    public void pictureShown(Frame picture) {
        meters.shown(picture);
        warmUp.begin(this::preset);
    }

    /** Whether all code that pictures need is compiled, as far as that can be done ahead. */
    public boolean isWarm() {
        return warmUp.isDone();
    }

    public Statistics statistics() {
        Past held = rings.current();
        return meters.summary(held == null ? null : held.ring(), rings.bytes(preset()), guard.failures());
    }

    /** Counts and times anew from now on. */
    public void restartStatistics() {
        meters.restart();
    }

    /** Stops all threads and gives back all memory; waits for the render thread. */
    @Override
    public void close() {
        intake.close();
        closed = true;
        wakeRenderer();
        try {
            renderThread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void wakeRenderer() {
        LockSupport.unpark(renderThread);
    }

    private void say(String notice) {
        notices.accept(notice);
    }

    private void renderLoop() {
        FrameRing renderedRing = null;
        Wanted rendered = null;
        while (!closed) {
            Past now = rings.current();
            Wanted next = wanted;
            if (now == null || !now.ring().hasFrames()) {
                rest();
                continue;
            }
            boolean isNewMoment = now.ring().published() != now.ring().seen() || !now.ring().equals(renderedRing);
            if (next.equals(rendered) && (!isNewMoment || firstPictureWaits())) {
                rest();
                continue;
            }
            renderedRing = now.ring();
            rendered = next;
            long begun = System.nanoTime();
            renderOrReport(now, next, isNewMoment);
            rings.closeRetired(now.ring());
            spareTheCompiler(next, begun);
        }
    }

    /**
     * While a window opens, one picture is enough: the window needs the processor more than a second one that nobody
     * sees.
     */
    private boolean firstPictureWaits() {
        PictureExchange waiting = outlets.shown();
        watched |= waiting != null && !waiting.isFresh();
        return !watched && waiting != null && !outlets.isRecording();
    }

    /**
     * As long as plain kernels, which are slow, make the pictures, they take half the time at most: the rest gets the
     * wide ones compiled sooner. A recording wants every picture all the same.
     */
    private void spareTheCompiler(Wanted made, long begun) {
        if (made.bypassed() || warmUp.isWarm(made.preset()) || outlets.isRecording()) {
            return;
        }
        long end = 2 * System.nanoTime() - begun;
        for (long left = end - System.nanoTime(); left > 0 && !closed; left = end - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
        }
    }

    private void rest() {
        LockSupport.parkNanos(this, LONGEST_WAIT_NANOS);
    }

    /** A fault costs the picture, never the instrument: the last good one stays, and the user hears why. */
    private void renderOrReport(Past now, Wanted next, boolean isNewMoment) {
        try {
            render(now, next, isNewMoment);
            faults.clear();
        } catch (Throwable thrown) {
            faults.report(Fault.caught(thrown));
        }
    }

    private void render(Past now, Wanted next, boolean isNewMoment) {
        long begun = System.nanoTime();
        Renderer current = renderer;
        if (current == null || !current.fits(now.ring().size())) {
            current = renew(current, now);
        }
        guard.watch(next.preset().chain());
        FrameHistory history = now.ring().newest();
        PictureExchange exchange = made(current, history, next, now.sourceSize());
        outlets.publish(exchange, isNewMoment);
        meters.rendered(begun);
    }

    private PictureExchange made(Renderer current, FrameHistory history, Wanted next, FrameSize source) {
        if (next.bypassed()) {
            PictureExchange exchange = outlets.next(source);
            current.bypass(history, next.preset(), exchange.back());
            return exchange;
        }
        PictureExchange exchange = outlets.next(current.plan(source, next.preset()));
        current.render(history, exchange.back());
        return exchange;
    }

    private Renderer renew(@Nullable Renderer old, Past now) {
        Renderer made = new Renderer(now.ring().size(), guard::kernelsFor, workers, resizers.get());
        renderer = made;
        if (old != null) {
            old.close();
        }
        return made;
    }

    private void tearDown() {
        intake.close();
        rings.close();
        Renderer last = renderer;
        renderer = null;
        if (last != null) {
            last.close();
        }
        workers.close();
    }
}
