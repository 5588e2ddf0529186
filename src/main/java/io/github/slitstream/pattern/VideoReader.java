package io.github.slitstream.pattern;

import io.github.slitstream.fault.Threads;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.param.BadValue;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A source as pictures that are read ahead on a thread of its own, over and over. A source that is lost is opened
 * again; one that nobody asks for ten seconds is closed, and begins anew when somebody does. One thread asks.
 *
 * @param <P> what is kept of a picture
 */
public final class VideoReader<P> {
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long RETRY_MILLIS = 1000;
    /** What is no live source is waited for, so that the same pictures always get the same maps. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(4);
    /** And what is live, for its first picture. */
    private static final long PATIENCE_WITH_FIRST_NANOS = TimeUnit.SECONDS.toNanos(10);
    /** A longer time between two pictures counts as this, so that it has not to be read through. */
    private static final double LONGEST_STEP = 10;
    /** Times are rounded. */
    private static final double AT_ONCE = 1e-6;

    /** What opens sources by their addresses. */
    @FunctionalInterface
    interface Opener {
        FrameSource open(String address) throws IOException;
    }

    private final String address;
    private final Opener opener;
    private final PictureStore<P> store;
    private final boolean waits;
    private final ElapsedTime time = new ElapsedTime();
    private double played;
    private boolean runs;
    private boolean isLive;
    private boolean isReady;
    private double readySeconds;
    private double pictureSeconds;
    private double askedSeconds;
    private boolean hurried;
    private double startSeconds;
    private long askedNanos;
    private P shown;
    private P ready;
    private @Nullable String fault;

    /** One that opens sources as the program does. */
    public VideoReader(String address, PictureStore<P> store) {
        this(address, VideoSources::open, store);
    }

    VideoReader(String address, Opener opener, PictureStore<P> store) {
        this.address = address;
        this.opener = opener;
        this.store = store;
        this.waits = !VideoSources.isLive(address);
        this.shown = store.none();
        this.ready = store.none();
    }

    /**
     * Opens a source once that is not live, unless that was done since it was changed.
     *
     * @throws BadValue if it cannot be opened
     */
    public static void check(String address) {
        VideoSources.check(address);
    }

    public boolean isOf(String other) {
        return address.equals(other);
    }

    /**
     * Goes on with the time of the pictures that it plays along with. Allocates nothing while the source stays open.
     *
     * @param capturedNanos of the one that is about to be rendered
     * @param asTheyCome whether these are shown as they come. Then what is not read yet is not waited for, and a fault
     *     is a note; otherwise a file is made, and not by half of a source.
     * @return whether it shows another picture than before
     * @throws BadValue if they are not shown as they come and there is no picture
     */
    public boolean follow(long capturedNanos, boolean asTheyCome) {
        played += Math.min(time.advance(capturedNanos), LONGEST_STEP);
        boolean isNew = advance(played, asTheyCome);
        if (!asTheyCome) {
            refuseToGoOnWithout();
        }
        return isNew;
    }

    private synchronized void refuseToGoOnWithout() {
        if (fault != null) {
            throw new BadValue("video " + address + " cannot be played: " + fault);
        }
        if (shown.equals(store.none())) {
            throw new BadValue("video " + address + " sends no picture; choose another");
        }
    }

    /**
     * Goes on to the picture of a moment. Allocates nothing while the source stays open.
     *
     * @param seconds since somebody first asked
     * @param isHurried whether what is not read yet is not waited for; pictures that are overdue are then left out
     * @return whether it is another than before
     */
    synchronized boolean advance(double seconds, boolean isHurried) {
        askedNanos = System.nanoTime();
        askedSeconds = seconds;
        hurried = isHurried;
        if (!runs) {
            runs = true;
            startSeconds = seconds;
            isReady = false;
            Threads.daemon("map " + address, this::run, this::failed, this::ended).start();
        }
        boolean isNew = false;
        while (await(seconds)) {
            P last = shown;
            shown = ready;
            ready = last;
            isReady = false;
            isNew = true;
            notifyAll();
        }
        return isNew;
    }

    /** Whether there is a picture that is due by then. */
    private boolean await(double seconds) {
        boolean isFirst = shown.equals(store.none());
        while (!isReady && (waits || isFirst) && !hurried && runs && fault == null) {
            long left = askedNanos + (isFirst ? PATIENCE_WITH_FIRST_NANOS : PATIENCE_NANOS) - System.nanoTime();
            if (left <= 0 || !pause(left)) {
                return false;
            }
        }
        return isReady && (isLive || readySeconds <= seconds + AT_ONCE);
    }

    private synchronized boolean pause(long nanos) {
        try {
            TimeUnit.NANOSECONDS.timedWait(this, nanos);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The picture that was gone on to; empty before the first. Stays as it is until {@link #advance}. */
    public synchronized P shown() {
        return shown;
    }

    /** Why there is no picture, if something is wrong. */
    public synchronized Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    private void run() throws IOException, InterruptedException {
        while (isWanted()) {
            try (FrameSource source = opener.open(address); Arena arena = Arena.ofConfined()) {
                read(source, Frame.allocate(source.info().size(), arena));
            } catch (IOException e) {
                failed(String.valueOf(e.getMessage()));
                Thread.sleep(RETRY_MILLIS);
            }
        }
    }

    private void read(FrameSource source, Frame frame) throws IOException {
        FrameSize size = source.info().size();
        P room = begin(source.info(), source.isPaced());
        double base = startSeconds();
        long first = firstOf(source, frame);
        long last = first;
        for (long nanos = first; awaitRoom(); nanos = source.read(frame)) {
            if (nanos == FrameSource.END) {
                if (source.info().live()) {
                    throw new IOException(address + " has ended; connect it again");
                }
                base += (last - first) / 1e9 + 1 / source.info().framesPerSecond();
                source.rewind();
                nanos = firstOf(source, frame);
            }
            last = nanos;
            store.fill(room, frame);
            P free = offer(room, base + (nanos - first) / 1e9);
            room = store.isRoomFor(free, size) ? free : store.make(size);
        }
    }

    private long firstOf(FrameSource source, Frame frame) throws IOException {
        long nanos = source.read(frame);
        if (nanos == FrameSource.END) {
            throw new IOException(address + " holds no picture; choose another");
        }
        return nanos;
    }

    private synchronized P begin(SourceInfo info, boolean isPaced) {
        isLive = isPaced;
        pictureSeconds = 1 / info.framesPerSecond();
        fault = null;
        isReady = false;
        ready = store.make(info.size());
        return store.make(info.size());
    }

    /** Waits until what was read ahead is shown, of a live source not; says whether to go on. */
    private synchronized boolean awaitRoom() {
        while (isReady && !isLive && !isOverdue()) {
            if (!isWanted() || !pause(IDLE_NANOS)) {
                return false;
            }
        }
        return isWanted();
    }

    /** Whether, of what was read ahead and not shown yet, the next is due as well. */
    private boolean isOverdue() {
        return hurried && readySeconds + pictureSeconds <= askedSeconds + AT_ONCE;
    }

    /** @return another one to fill, if it has room */
    private synchronized P offer(P picture, double seconds) {
        P free = ready;
        ready = picture;
        readySeconds = seconds;
        isReady = true;
        notifyAll();
        return free;
    }

    private synchronized boolean isWanted() {
        return System.nanoTime() - askedNanos < IDLE_NANOS;
    }

    private synchronized double startSeconds() {
        return startSeconds;
    }

    private synchronized void failed(String words) {
        fault = words;
        notifyAll();
    }

    private synchronized void ended() {
        runs = false;
        notifyAll();
    }
}
