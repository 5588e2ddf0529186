package io.github.slitstream.engine.intake;

import io.github.slitstream.fault.Fault;
import io.github.slitstream.fault.Threads;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.frame.SourceOpener;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.param.BadValue;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The life of one source on its own thread, which alone opens, reads and closes it: frames in their time, looping, and
 * coming back after it was lost.
 */
public final class Capture {
    private static final long FIRST_RETRY_NANOS = 500_000_000L;
    private static final long LAST_RETRY_NANOS = 8_000_000_000L;
    private static final long NOTES_NANOS = 1_000_000_000L;
    private static final long IDLE_NANOS = 20_000_000L;
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(5);

    /** Who receives what comes in. All calls come from this capture's thread. */
    public interface Receiver {
        /**
         * The source is open; frames of its size follow, and sound of this format, null for none.
         *
         * @throws BadValue if its frames cannot be kept
         */
        void opened(Capture capture, SourceInfo info, @Nullable SoundFormat sound);

        /** The source could not be opened and will not be tried again. */
        void refused(Capture capture, SourceRequest request, String reason);

        /** A moment, one frame for each view of the source; they stay the capture's. */
        void captured(Capture capture, List<Frame> views, long workNanos);

        /** Sound that goes with the frames, perhaps ahead of its moment. */
        void heard(Capture capture, SoundBlock sound);

        /** What was heard ahead of its moment has lost it: what follows comes from elsewhere. */
        void soundBroken(Capture capture);

        /** Called at least every few hundredths of a second while no frame comes because none is wanted. */
        void idle(Capture capture);

        void ended(Capture capture, SourceInfo info);

        /** A file that had ended plays on. */
        void resumed(Capture capture, SourceInfo info);

        void lost(Capture capture, SourceInfo info, String reason);

        /** A line for people about what plays. */
        void noted(Capture capture, String line);

        /** Whether the picture stands still by wish. */
        boolean isFrozen();

        boolean isLooping();
    }

    private final SourceOpener opener;
    private final SourceRequest request;
    private final Receiver receiver;
    private final @Nullable Capture predecessor;
    private final boolean keepTrying;
    private final Thread thread;
    private final Transport transport = new Transport(this::wake);
    private volatile boolean stopped;
    /** This capture's thread: the next wait before what was lost is opened again. */
    private long retryNanos = FIRST_RETRY_NANOS;
    /** This capture's thread: what the source had to say, and when it was asked. */
    private final SaidNotes notes = new SaidNotes();
    private long notesAskedNanos;

    /** Opens what is requested, or gives notice that it cannot. */
    public Capture(SourceOpener opener, SourceRequest request, Receiver receiver) {
        this(opener, request, receiver, null, false);
    }

    private Capture(SourceOpener opener, SourceRequest request, Receiver receiver, @Nullable Capture predecessor,
            boolean keepTrying) {
        this.opener = opener;
        this.request = request;
        this.receiver = receiver;
        this.predecessor = predecessor;
        this.keepTrying = keepTrying;
        if (request.startNanos() > 0) {
            transport.seek(request.startNanos());
        }
        this.thread = Threads.daemon("capture", this::capture,
                reason -> receiver.refused(this, request, reason), () -> {});
    }

    /**
     * Stops this capture; the one returned opens the source once this one has closed it.
     *
     * @param next for the same source
     */
    Capture successor(SourceRequest next) {
        stop();
        return new Capture(opener, next, receiver, this, false);
    }

    /** Stops this capture, which hangs; the one returned does not wait for it and tries until the source is there. */
    Capture replacement() {
        stop();
        return new Capture(opener, request, receiver, null, true);
    }

    public void start() {
        thread.start();
    }

    private void wake() {
        LockSupport.unpark(thread);
    }

    /** Asks the thread to close its source and end; it may take as long as one frame takes to come. */
    public void stop() {
        stopped = true;
        thread.interrupt();
    }

    SourceRequest request() {
        return request;
    }

    /** What a file does, if the source is one. */
    Transport transport() {
        return transport;
    }

    boolean isStopped() {
        return stopped;
    }

    private void capture() {
        awaitPredecessor();
        FrameSource source = keepTrying ? reopen() : open();
        while (source != null) {
            SourceInfo info = source.info();
            String lost = play(source);
            if (stopped || lost == null) {
                return;
            }
            receiver.lost(this, info, lost);
            source = reopen();
        }
    }

    private void awaitPredecessor() {
        if (predecessor == null) {
            return;
        }
        try {
            predecessor.thread.join(LONGEST_FAREWELL);
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    private @Nullable FrameSource open() {
        try {
            return accepted(opener.open(request));
        } catch (Throwable thrown) { // whatever a source throws, it is not there
            receiver.refused(this, request, Fault.caught(thrown));
            return null;
        }
    }

    /** The source, or null if its frames cannot be kept: it is closed then. */
    private @Nullable FrameSource accepted(FrameSource source) {
        String refusal = Fault.in(() -> receiver.opened(this, source.info(), source.sound()));
        if (refusal == null) {
            return source;
        }
        Fault.in(source::close);
        receiver.refused(this, request, refusal);
        return null;
    }

    /** Tries until the source is there again, less and less often until it has sent a frame. */
    private @Nullable FrameSource reopen() {
        while (!stopped) {
            LockSupport.parkNanos(retryNanos);
            retryNanos = Math.min(2 * retryNanos, LAST_RETRY_NANOS);
            try {
                return accepted(opener.open(request));
            } catch (Throwable stillGone) {
                Fault.caught(stillGone);
                receiver.idle(this);
            }
        }
        return null;
    }

    /**
     * Plays until the source breaks, or its frames cannot be kept, which gives the reason, or until this capture is
     * stopped, which gives null. The source is closed then.
     */
    private @Nullable String play(FrameSource opened) {
        SourceInfo info = opened.info();
        notes.clear();
        return Fault.in(() -> {
            try (FrameSource source = opened; Arena arena = Arena.ofShared()) {
                note(source);
                List<Frame> views = Stream.generate(() -> Frame.allocate(info.size(), arena)).limit(info.views())
                        .toList();
                if (source.isPaced()) {
                    playLive(source, views);
                } else {
                    new FilePlayback(this, receiver, RepeatedStill.ifStill(source), views, transport).play();
                }
            }
        });
    }

    /** Stamps a moment, here and nowhere else, and hands it on. */
    void hand(List<Frame> views, long capturedNanos, long workNanos) {
        views.getFirst().stamp(capturedNanos);
        receiver.captured(this, views, workNanos);
        retryNanos = FIRST_RETRY_NANOS;
    }

    private void playLive(FrameSource source, List<Frame> views) throws IOException {
        while (!stopped) {
            long captured = read(source, views);
            if (captured == FrameSource.END) {
                throw new IOException(source.info().name() + " stopped sending pictures");
            }
            for (SoundBlock next = source.readSound(Long.MAX_VALUE); next != null; next = source
                    .readSound(Long.MAX_VALUE)) {
                receiver.heard(this, next);
            }
            hand(views, captured, 0);
        }
    }

    /** Reads a moment, every view of it. @return its time, or {@link FrameSource#END} */
    static long read(FrameSource source, List<Frame> views) throws IOException {
        long nanos = FrameSource.END;
        for (int view = 0; view < views.size(); view++) {
            nanos = source.read(views.get(view));
            if (nanos == FrameSource.END) {
                break;
            }
        }
        return nanos;
    }

    /** Says what is new about a source; it is asked once a second, because its list may be made for the asking. */
    void noteNowAndThen(FrameSource source) {
        if (System.nanoTime() - notesAskedNanos > NOTES_NANOS) {
            note(source);
        }
    }

    private void note(FrameSource source) {
        notesAskedNanos = System.nanoTime();
        notes.news(source.notes()).forEach(line -> receiver.noted(this, line));
    }

    void rest() {
        receiver.idle(this);
        LockSupport.parkNanos(IDLE_NANOS);
    }
}
