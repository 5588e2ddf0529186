package io.github.slitstream.engine;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSource;
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
final class Capture implements Runnable {
    private static final long FIRST_RETRY_NANOS = 500_000_000L;
    private static final long LAST_RETRY_NANOS = 8_000_000_000L;
    private static final long IDLE_NANOS = 20_000_000L;
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(5);

    /** Who receives what comes in. All calls come from this capture's thread. */
    interface Receiver {
        /**
         * The source is open; frames of its size follow.
         *
         * @throws BadValue if its frames cannot be kept
         */
        void opened(Capture capture, SourceInfo info);

        /** The source could not be opened and will not be tried again. */
        void refused(Capture capture, SourceRequest request, String reason);

        /** A moment, one frame for each view of the source; they stay the capture's. */
        void captured(Capture capture, List<Frame> views, long workNanos);

        /** Called at least every few hundredths of a second while no frame comes because none is wanted. */
        void idle(Capture capture);

        void ended(Capture capture, SourceInfo info);

        void lost(Capture capture, SourceInfo info, String reason);

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
    private volatile boolean stopped;
    private volatile long bytes;

    /** Opens what is requested, or gives notice that it cannot. */
    Capture(SourceOpener opener, SourceRequest request, Receiver receiver) {
        this(opener, request, receiver, null, false);
    }

    private Capture(SourceOpener opener, SourceRequest request, Receiver receiver, @Nullable Capture predecessor,
            boolean keepTrying) {
        this.opener = opener;
        this.request = request;
        this.receiver = receiver;
        this.predecessor = predecessor;
        this.keepTrying = keepTrying;
        this.thread = Thread.ofPlatform().daemon().name("capture").unstarted(this);
    }

    /** Stops this capture; the one returned opens the same source once this one has closed it. */
    Capture successor() {
        stop();
        return new Capture(opener, request, receiver, this, false);
    }

    /** Stops this capture, which hangs; the one returned does not wait for it and tries until the source is there. */
    Capture replacement() {
        stop();
        return new Capture(opener, request, receiver, null, true);
    }

    void start() {
        thread.start();
    }

    /** Asks the thread to close its source and end; it may take as long as one frame takes to come. */
    void stop() {
        stopped = true;
        thread.interrupt();
    }

    SourceRequest request() {
        return request;
    }

    /** Bytes of the frame that the source fills. */
    long bytes() {
        return bytes;
    }

    @Override
    public void run() {
        awaitPredecessor();
        FrameSource source = keepTrying ? reopen() : open();
        while (source != null) {
            SourceInfo info = source.info();
            String lost = play(source);
            source.close();
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
            FrameSource source = opener.open(request);
            return accepted(source) ? source : null;
        } catch (IOException e) {
            receiver.refused(this, request, message(e));
            return null;
        }
    }

    private boolean accepted(FrameSource source) {
        try {
            receiver.opened(this, source.info());
            return true;
        } catch (BadValue e) {
            source.close();
            receiver.refused(this, request, message(e));
            return false;
        }
    }

    /** Tries until the source is there again, less and less often. */
    private @Nullable FrameSource reopen() {
        long wait = FIRST_RETRY_NANOS;
        while (!stopped) {
            LockSupport.parkNanos(wait);
            wait = Math.min(2 * wait, LAST_RETRY_NANOS);
            try {
                FrameSource source = opener.open(request);
                return accepted(source) ? source : null;
            } catch (IOException stillGone) {
                receiver.idle(this);
            }
        }
        return null;
    }

    /** Plays until the source breaks, which gives the reason, or until this capture is stopped, which gives null. */
    private @Nullable String play(FrameSource source) {
        SourceInfo info = source.info();
        try (Arena arena = Arena.ofShared()) {
            List<Frame> views = Stream.generate(() -> Frame.allocate(info.size(), arena)).limit(info.views()).toList();
            bytes = info.size().bytes() * info.views();
            if (info.live()) {
                playLive(source, views);
            } else if (info.isStill()) {
                playStill(source, views);
            } else {
                playFile(source, views);
            }
            return null;
        } catch (IOException e) {
            return message(e);
        }
    }

    private void playLive(FrameSource source, List<Frame> views) throws IOException {
        while (!stopped) {
            long captured = read(source, views);
            if (captured == FrameSource.END) {
                throw new IOException(source.info().name() + " stopped sending pictures");
            }
            views.getFirst().stamp(captured);
            receiver.captured(this, views, 0);
        }
    }

    private void playStill(FrameSource source, List<Frame> views) throws IOException {
        if (read(source, views) == FrameSource.END) {
            throw new IOException(source.info().name() + " holds no picture");
        }
        double rate = source.info().framesPerSecond();
        Pace pace = new Pace(rate);
        for (long n = 0; !stopped; n++) {
            views.getFirst().stamp(pace.await((long) (n * 1e9 / rate)));
            receiver.captured(this, views, 0);
        }
    }

    private void playFile(FrameSource source, List<Frame> views) throws IOException {
        Pace pace = new Pace(source.info().framesPerSecond());
        while (!stopped) {
            if (receiver.isFrozen()) {
                pace.restart();
                rest();
                continue;
            }
            long begun = System.nanoTime();
            long presented = read(source, views);
            if (presented == FrameSource.END) {
                awaitLoop(source.info());
                source.rewind();
                pace.restart();
                continue;
            }
            long worked = System.nanoTime() - begun;
            views.getFirst().stamp(pace.await(presented));
            receiver.captured(this, views, worked);
        }
    }

    /** Reads a moment, every view of it. @return its time, or {@link FrameSource#END} */
    private static long read(FrameSource source, List<Frame> views) throws IOException {
        long nanos = FrameSource.END;
        for (int view = 0; view < views.size(); view++) {
            nanos = source.read(views.get(view));
            if (nanos == FrameSource.END) {
                break;
            }
        }
        return nanos;
    }

    private void awaitLoop(SourceInfo info) {
        if (receiver.isLooping()) {
            return;
        }
        receiver.ended(this, info);
        while (!stopped && !receiver.isLooping()) {
            rest();
        }
    }

    private void rest() {
        receiver.idle(this);
        LockSupport.parkNanos(IDLE_NANOS);
    }

    private static String message(Exception e) {
        String message = e.getMessage();
        return message == null ? e.toString() : message;
    }
}
