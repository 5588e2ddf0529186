package io.github.slitstream.engine;

import io.github.slitstream.effect.EffectMonitor;
import io.github.slitstream.engine.chain.Renderer;
import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.engine.flow.FlowPorts;
import io.github.slitstream.engine.flow.FlowQuality;
import io.github.slitstream.engine.flow.FlowReadiness;
import io.github.slitstream.engine.flow.LiveFlow;
import io.github.slitstream.engine.intake.Intake;
import io.github.slitstream.engine.intake.SourceState;
import io.github.slitstream.engine.intake.Transport;
import io.github.slitstream.engine.outlet.Outlets;
import io.github.slitstream.engine.ring.SourceRing;
import io.github.slitstream.engine.ring.Rings;
import io.github.slitstream.engine.statistics.PlaybackMetrics;
import io.github.slitstream.engine.statistics.Statistics;
import io.github.slitstream.fault.Fault;
import io.github.slitstream.fault.FaultReporter;
import io.github.slitstream.fault.Threads;
import io.github.slitstream.frame.FlowFinder;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.Resizer;
import io.github.slitstream.frame.SoundFormat;
import io.github.slitstream.frame.SoundLineOpener;
import io.github.slitstream.frame.SourceOpener;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.param.BadValue;
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

    private final KernelGuard guard;
    private final WarmUp warmUp;
    private final PictureMaker pictures;
    private final Thread renderThread;
    private final Intake intake;
    private final LiveFlow flow;
    private final Rings rings;
    private final PlaybackMetrics metrics = new PlaybackMetrics();
    private final Outlets outlets;
    private final RingSlices slices = new RingSlices(this::wakeRenderer);
    private final StartupThrottle throttle;

    private volatile RenderRequest requested;
    private volatile boolean closed;
    private volatile Consumer<String> notices = notice -> {};

    /** Render thread only. */
    private final FaultReporter faults = new FaultReporter("the picture cannot be made", this::say);

    /** A player whose sound is not heard and that finds no flow. */
    public Player(SourceOpener opener, Supplier<Resizer> resizers, Kernels kernels, Workers workers, Preset preset) {
        this(opener, resizers, FlowPorts.NONE.finders(), SoundLineOpener.NONE, kernels, workers, preset);
    }

    /**
     * Starts rendering; nothing plays before {@link #open} or {@link #openFirstOf}.
     *
     * @param resizers makes one for each thread that resizes
     * @param finders makes one for each thread that finds flow
     * @param lines where sound is heard
     */
    public Player(SourceOpener opener, Supplier<Resizer> resizers, Supplier<FlowFinder> finders,
            SoundLineOpener lines, Kernels kernels, Workers workers, Preset preset) {
        this.outlets = new Outlets(resizers, lines);
        this.guard = new KernelGuard(kernels);
        FlowPorts flowPorts = new FlowPorts(finders, FlowQuality.DRAFT, this::say, this::alongFlow);
        this.warmUp = new WarmUp(kernels, guard);
        this.rings = new Rings(guard.kernelsForRings(), preset);
        this.pictures = new PictureMaker(resizers, flowPorts, guard, workers, outlets, slices);
        this.requested = new RenderRequest(preset, false);
        this.throttle = new StartupThrottle(warmUp, outlets, () -> closed);
        this.flow = new LiveFlow(rings, flowPorts, outlets::isRecording, outlets::isRecordingBehind,
                this::wakeRenderer);
        this.intake = new Intake(opener, resizers.get(), rings, metrics,
                new Arrivals(this, outlets, this::frameArrived, this::say));
        this.renderThread = Threads.daemon("render", this::renderLoop, this::say, this::tearDown);
        renderThread.start();
    }

    private FlowReadiness alongFlow() {
        FlowReadiness now = guard.alongFlow();
        return now == FlowReadiness.READY && !isWarm() ? FlowReadiness.DISTURBED : now;
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
        return requested.preset();
    }

    /**
     * Plays another preset from the next picture on. May read files that it names.
     *
     * @throws BadValue if its ring does not fit into memory or something it names is not there; the present one then
     *     stays
     */
    public synchronized void play(Preset next) {
        next.check();
        rings.keep(next);
        requested = new RenderRequest(next, isBypassed());
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
        requested = new RenderRequest(preset(), bypass);
        wakeRenderer();
    }

    public boolean isBypassed() {
        return requested.bypassed();
    }

    /** Whether a file starts again at its end. */
    public boolean isLooping() {
        return intake.isLooping();
    }

    public void setLooping(boolean loop) {
        intake.setLooping(loop);
    }

    /** Where the file that plays is, and where it is to go; another object for each source. */
    public Transport transport() {
        return intake.transport();
    }

    public SourceState source() {
        return intake.source();
    }

    /** The format of the sound beside the pictures; null where there is none. */
    public @Nullable SoundFormat sound() {
        return intake.sound();
    }

    /** How many cameras see each moment; 1 before the first. */
    public int views() {
        return rings.views();
    }

    /** Where the pictures go: to be shown and to be recorded. */
    public Outlets outlets() {
        return outlets;
    }

    /** Slices through what the ring holds. */
    public RingSlices slices() {
        return slices;
    }

    /** The effect in a slot, to be watched, if it is at work. */
    public Optional<EffectMonitor> monitor(String slot) {
        Renderer current = pictures.renderer();
        return current == null || isBypassed() ? Optional.empty() : current.monitor(slot);
    }

    /** Begins anew what effects at work let be begun by hand, and says whether there is any. Any thread. */
    public boolean trigger() {
        return preset().chain().stream()
                .filter(slot -> monitor(slot.id()).map(EffectMonitor::trigger).orElse(false)).count() > 0;
    }

    /** Showing thread: a picture taken from the exchange is on the screen now. */
    public void pictureShown(Frame picture) {
        metrics.shown(picture);
        warmUp.begin(this::preset);
    }

    /** Whether all code that pictures need is compiled, as far as that can be done ahead. */
    public boolean isWarm() {
        return warmUp.isDone();
    }

    public Statistics statistics() {
        SourceRing held = rings.current();
        return metrics.snapshot(held == null ? null : held.ring(), rings.bytes(), guard.failures(),
                flow.words());
    }

    /** Counts and times anew from now on. */
    public void restartStatistics() {
        metrics.restart();
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

    private void frameArrived() {
        flow.arrived();
        wakeRenderer();
    }

    private void wakeRenderer() {
        LockSupport.unpark(renderThread);
    }

    private void say(String notice) {
        notices.accept(notice);
    }

    private void renderLoop() {
        FrameRing renderedRing = null;
        RenderRequest rendered = null;
        while (!closed) {
            SourceRing now = rings.current();
            RenderRequest next = requested;
            if (now == null || !now.ring().hasFrames()) {
                rest();
                continue;
            }
            rings.closeRetired(now.ring()); // between two pictures, so that none is read
            boolean isNewMoment = now.ring().published() != now.ring().seen() || !now.ring().equals(renderedRing);
            if (next.equals(rendered) && !slices.isWaiting() && (!isNewMoment || throttle.isFirstPictureWaiting())) {
                rest();
                continue;
            }
            renderedRing = now.ring();
            rendered = next;
            long begun = System.nanoTime();
            renderOrReport(now, next, isNewMoment);
            long took = System.nanoTime() - begun;
            throttle.pauseAfter(next, took);
        }
    }

    private void rest() {
        LockSupport.parkNanos(this, LONGEST_WAIT_NANOS);
    }

    /** A fault costs the picture, never the instrument: the last good one stays, and the user hears why. */
    private void renderOrReport(SourceRing now, RenderRequest next, boolean isNewMoment) {
        try {
            long begun = System.nanoTime();
            pictures.make(now, next.preset(), next.bypassed(), isNewMoment);
            metrics.rendered(begun);
            faults.clear();
        } catch (Throwable thrown) {
            faults.report(Fault.caught(thrown));
        }
    }

    private void tearDown() {
        intake.close();
        flow.close();
        outlets.close();
        rings.close();
        pictures.close();
    }
}
