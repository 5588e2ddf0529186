package io.github.slitstream.engine.intake;

import io.github.slitstream.engine.intake.Transport.Move;
import io.github.slitstream.engine.intake.Transport.Section;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SoundBlock;
import java.io.IOException;
import java.util.List;

/**
 * Plays a source that is not paced: each frame in its time, and as its {@link Transport} says. What was shown before a
 * jump stays in the ring, so that the past of the picture runs on through it. The capture's thread.
 */
final class FilePlayback {
    /** How long before its moment sound is handed on: devices want it early. */
    private static final long SOUND_AHEAD_NANOS = 300_000_000L;

    private final Capture capture;
    private final Capture.Receiver receiver;
    private final FrameSource source;
    private final List<Frame> views;
    private final Transport transport;
    private final PlaybackClock clock;
    private final long frameNanos;
    /** The moment of the frame in {@link #views}, or where the next one is to be read. */
    private long position;
    private boolean holdsFrame;
    /** Whether there was a frame since the last jump: without one, nothing tells where the file ends. */
    private boolean gaveFrame;

    /**
     * @param source stays the caller's
     * @param views where its frames are read into
     */
    FilePlayback(Capture capture, Capture.Receiver receiver, FrameSource source, List<Frame> views,
            Transport transport) {
        this.capture = capture;
        this.receiver = receiver;
        this.source = source;
        this.views = views;
        this.transport = transport;
        this.frameNanos = Math.round(1e9 / source.info().framesPerSecond());
        this.clock = new PlaybackClock(source.info().framesPerSecond(), transport::isCalled);
    }

    /** Plays until the capture is stopped. */
    void play() throws IOException {
        while (!capture.isStopped()) {
            obey();
            if (receiver.isFrozen() && source.sound() == null) { // with sound, the file goes on
                clock.restart();
                capture.rest();
            } else if (transport.isPaused() && holdsFrame) {
                clock.restart();
                clock.due(position);
                capture.hand(views, clock.await(), 0);
            } else {
                playNext();
            }
        }
    }

    private void obey() throws IOException {
        Move move = transport.take();
        if (move == null) {
            return;
        }
        receiver.soundBroken(capture);
        if (move.nanos() != Move.HERE) {
            seek(move.nanos());
        }
        for (int frame = 0; frame < move.frames(); frame++) {
            if (!holdsFrame) {
                read();
            }
            holdsFrame = false;
        }
        for (int frame = move.frames(); frame < 0; frame++) {
            if (!holdsFrame) {
                read();
            }
            seek(Math.max(0, position - 1));
        }
        holdsFrame = false;
        clock.startNow();
    }

    private void seek(long nanos) throws IOException {
        source.seek(nanos);
        clock.restart();
        position = nanos;
        holdsFrame = false;
        gaveFrame = false;
        transport.reached(nanos);
    }

    private void playNext() throws IOException {
        long begun = System.nanoTime();
        Section section = transport.section();
        if (!read()) {
            startAgain(section);
        } else if (position >= section.endNanos()) {
            receiver.soundBroken(capture);
            seek(section.beginNanos());
        } else {
            transport.reached(position);
            long worked = System.nanoTime() - begun;
            clock.due(position);
            hear();
            capture.hand(views, clock.await(), worked);
        }
    }

    /** Hands on the sound of the time around a frame that was not handed on yet. */
    private void hear() throws IOException {
        long limit = position + SOUND_AHEAD_NANOS;
        for (SoundBlock next = source.readSound(limit); next != null; next = source.readSound(limit)) {
            receiver.heard(capture, next.at(clock.moment(next.capturedNanos())));
        }
    }

    private void startAgain(Section section) throws IOException {
        holdsFrame = false;
        if (section.equals(Section.ALL)) {
            awaitLoop();
        }
        if (!transport.isCalled()) {
            seek(transport.section().beginNanos());
        }
    }

    private void awaitLoop() {
        if (receiver.isLooping()) {
            return;
        }
        receiver.ended(capture, source.info());
        while (!capture.isStopped() && !receiver.isLooping() && !transport.isCalled()
                && transport.section().equals(Section.ALL)) {
            capture.rest();
        }
        receiver.resumed(capture, source.info());
    }

    /** Reads a moment, every view of it. @return whether there was one */
    private boolean read() throws IOException {
        long nanos = Capture.read(source, views);
        capture.noteNowAndThen(source);
        holdsFrame = nanos != FrameSource.END;
        if (holdsFrame) {
            position = nanos;
            gaveFrame = true;
        } else if (gaveFrame) {
            transport.ended(Math.max(source.shownUntil(), position + frameNanos));
        }
        return holdsFrame;
    }
}
