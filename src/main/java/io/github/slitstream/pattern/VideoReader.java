package io.github.slitstream.pattern;

import io.github.slitstream.fault.Threads;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.frame.SourceRequest;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A source as pictures of one channel, read ahead on a thread of its own, over and over. A source that is lost is
 * opened again; one that nobody asks for ten seconds is closed, and begins anew when somebody does. One thread asks.
 */
final class VideoReader {
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long RETRY_MILLIS = 1000;
    /** What is no live source is waited for, so that the same pictures always get the same maps. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(4);
    /** Times are rounded. */
    private static final double AT_ONCE = 1e-6;

    /** What opens sources by their addresses. */
    @FunctionalInterface
    interface Opener {
        FrameSource open(String address) throws IOException;
    }

    private final String address;
    private final Opener opener;
    private final boolean waits;
    private VideoChannel channel = VideoChannel.LUMA;
    private double blur;
    private boolean runs;
    private boolean isLive;
    private boolean isReady;
    private double readySeconds;
    private double pictureSeconds;
    private double askedSeconds;
    private boolean hurried;
    private double startSeconds;
    private long askedNanos;
    private VideoPlane shown = VideoPlane.NONE;
    private VideoPlane ready = VideoPlane.NONE;
    private @Nullable String fault;

    VideoReader(String address, Opener opener) {
        this.address = address;
        this.opener = opener;
        this.waits = !VideoSources.isLive(address);
    }

    /** @param newBlur radius as a share of the longer side */
    synchronized void set(VideoChannel newChannel, double newBlur) {
        channel = newChannel;
        blur = newBlur;
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
            VideoPlane last = shown;
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
        while (!isReady && waits && !hurried && runs && fault == null) {
            long left = askedNanos + PATIENCE_NANOS - System.nanoTime();
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
    synchronized VideoPlane shown() {
        return shown;
    }

    /** Why there is no picture, if something is wrong. */
    synchronized Optional<String> fault() {
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
        VideoPlane plane = begin(source.info());
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
            plane.take(frame, channel(), blur());
            plane = offer(plane, base + (nanos - first) / 1e9);
        }
    }

    private long firstOf(FrameSource source, Frame frame) throws IOException {
        long nanos = source.read(frame);
        if (nanos == FrameSource.END) {
            throw new IOException(address + " holds no picture; choose another");
        }
        return nanos;
    }

    private synchronized VideoPlane begin(SourceInfo info) {
        FrameSize size = info.size();
        isLive = info.live();
        pictureSeconds = 1 / info.framesPerSecond();
        fault = null;
        isReady = false;
        ready = new VideoPlane(size);
        return new VideoPlane(size);
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

    /** @return another one to fill */
    private synchronized VideoPlane offer(VideoPlane plane, double seconds) {
        VideoPlane free = ready;
        ready = plane;
        readySeconds = seconds;
        isReady = true;
        notifyAll();
        return free.fits(plane) ? free : new VideoPlane(plane.size());
    }

    private synchronized boolean isWanted() {
        return System.nanoTime() - askedNanos < IDLE_NANOS;
    }

    private synchronized VideoChannel channel() {
        return channel;
    }

    private synchronized double blur() {
        return blur;
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
