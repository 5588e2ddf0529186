package io.github.slitstream.engine;

import io.github.slitstream.engine.intake.Capture;
import io.github.slitstream.engine.intake.SourceState;
import io.github.slitstream.engine.outlet.PictureExchange;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.frame.SourceOpener;
import io.github.slitstream.frame.SourceRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plays one source just as it is, without ring and effects: files begin anew at their end, a live source that was lost
 * is opened again, a still is read once. A thread of its own opens, reads and closes the source; the methods may be
 * called from any thread.
 */
public final class Preview implements AutoCloseable {
    private final Capture capture;
    private volatile SourceState state;
    private volatile @Nullable PictureExchange pictures;

    /** Begins to open the source. */
    public Preview(SourceOpener opener, SourceRequest request) {
        state = new SourceState.Opening(request.address());
        capture = new Capture(opener, request, new Screen());
        capture.start();
    }

    public SourceState state() {
        return state;
    }

    /**
     * Where the newest picture is to be had; another object whenever its size changes; null before the source is open.
     */
    public @Nullable PictureExchange pictures() {
        return pictures;
    }

    /**
     * Asks the thread to close the source and end, which may take as long as a frame takes to come. Pictures already
     * taken stay.
     */
    @Override
    public void close() {
        capture.stop();
    }

    /** Takes what the capture brings, on the capture's thread. */
    private final class Screen implements Capture.Receiver {
        private @Nullable PictureExchange exchange;
        private boolean still;

        @Override
        public void opened(Capture from, SourceInfo info, @Nullable SoundFormat sound) {
            still = info.isStill();
            if (exchange == null || !exchange.size().equals(info.size())) {
                exchange = new PictureExchange(info.size());
                pictures = exchange;
            }
            state = new SourceState.Playing(info);
        }

        @Override
        public void refused(Capture from, SourceRequest request, String reason) {
            state = new SourceState.Refused(request.address(), reason);
        }

        @Override
        public void captured(Capture from, List<Frame> views, long workNanos) {
            PictureExchange to = exchange;
            if (to == null) {
                throw new IllegalStateException("a frame came before its source was opened");
            }
            to.offer(views.getFirst());
            if (still) {
                from.stop();
            }
        }

        @Override
        public void idle(Capture from) {
            // Nothing waits for this.
        }

        @Override
        public void ended(Capture from, SourceInfo info) {
            state = new SourceState.Ended(info);
        }

        @Override
        public void heard(Capture from, SoundBlock sound) {
            // Pictures of a rig are shown side by side: nobody could tell whose sound it is.
        }

        @Override
        public void soundBroken(Capture from) {
            // Nothing was heard.
        }

        @Override
        public void resumed(Capture from, SourceInfo info) {
            state = new SourceState.Playing(info);
        }

        @Override
        public void lost(Capture from, SourceInfo info, String reason) {
            state = new SourceState.Lost(info, reason);
        }

        @Override
        public void noted(Capture from, String line) {
            // Words about a file are said where it is played for good.
        }

        @Override
        public boolean isFrozen() {
            return false;
        }

        @Override
        public boolean isLooping() {
            return true;
        }
    }
}
