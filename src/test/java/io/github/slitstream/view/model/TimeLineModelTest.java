package io.github.slitstream.view.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.engine.intake.SourceState;
import io.github.slitstream.engine.intake.Transport.Section;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.frame.SourceOpener;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.preset.Preset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The time line of a file of a hundred seconds, without a window. */
@Timeout(60)
class TimeLineModelTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    private Path folder;

    private final Player player = new Player(new Opener(), () -> (from, to, method) -> to.copyFrom(from),
            Kernels.get(), new Workers(1), Preset.empty("plain"));
    private final TimeLineModel time = new TimeLineModel(player);

    @AfterEach
    void close() {
        player.close();
    }

    @Test
    void nothingIsThereBeforeTheFirstSource() {
        assertFalse(time.isThere());
        assertEquals(0, time.length());
        time.togglePause();
        time.skip(1);
        time.setLoopBegin(1);
        assertFalse(time.isPaused());
        assertFalse(time.isLoopSet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"live", "still", "endless"})
    void aLiveSourceAStillAndWhatHasNoLengthHaveNoTimeLine(String address) {
        open(address);
        assertFalse(time.isThere());
    }

    @Test
    void aFileTellsWhereItIs() {
        pausedAt(12);
        assertEquals(100, time.length());
        assertEquals("00:12 / 01:40", time.clock());
        assertEquals("Position 00:12 of 01:40, paused", time.words());
        time.togglePause();
        assertFalse(player.transport().isPaused());
    }

    @Test
    void anArrowGoesFiveSecondsAndKeepsWithinTheFile() {
        pausedAt(12);
        time.skip(1);
        awaitPosition(17);
        time.skip(-1);
        awaitPosition(12);
        time.seek(3);
        awaitPosition(3);
        time.skip(-1);
        awaitPosition(0);
        time.seek(1_000);
        awaitPosition(99);
    }

    @Test
    void aStepGoesAFrame() {
        pausedAt(12);
        time.step(1);
        awaitPosition(13);
        time.step(-1);
        awaitPosition(12);
    }

    @Test
    void aLoopIsSetFromEitherEndAndCleared() {
        pausedAt(12);
        assertFalse(time.isLoopSet());
        time.setLoopBegin(20);
        assertEquals(new Section(20 * SECOND, Long.MAX_VALUE), player.transport().section());
        assertEquals(20, time.loopBegin());
        assertEquals(100, time.loopEnd());
        time.setLoopEnd(30);
        assertEquals(new Section(20 * SECOND, 30 * SECOND), player.transport().section());
        assertTrue(time.words().endsWith(", repeats 00:20 to 00:30"), time.words());
        time.setLoopBegin(40);
        assertEquals(new Section(40 * SECOND, Long.MAX_VALUE), player.transport().section());
        time.setLoopEnd(10);
        assertEquals(new Section(0, 10 * SECOND), player.transport().section());
        time.setLoopEnd(100);
        assertFalse(time.isLoopSet());
        time.setLoopBegin(100);
        assertTrue(time.isLoopSet());
        time.clearLoop();
        assertEquals(Section.ALL, player.transport().section());
    }

    /** Both say that they last a hundred seconds. */
    @ParameterizedTest
    @CsvSource({"short, 60", "long, 140"})
    void whereAFileTurnsOutToEndIsItsLength(String address, double length) {
        open(address);
        player.transport().setPaused(true);
        assertEquals(100, time.length());
        time.seek(100);
        awaitPosition(address.equals("short") ? 59 : 100);
        for (int step = 0; step < 41; step++) {
            time.step(1);
        }
        awaitTrue(() -> time.length() == length);
        time.seek(10);
        awaitPosition(10);
        assertEquals(length, time.length());
        assertEquals(length, time.loopEnd());
    }

    @Test
    void aFileIsResumedWhereItWasLeftAndBeginsAnewNearItsEnd() {
        SessionModel session = new SessionModel(new SessionStore(folder), Runnable::run, failure -> {});
        SourceModel sources = new SourceModel(player, new Opener(), session, new Tasks(Runnable::run, Runnable::run),
                notice -> {});
        sources.start(Optional.of(SourceRequest.of("clip")));
        awaitTrue(() -> player.source() instanceof SourceState.Playing);
        player.transport().setPaused(true);
        sources.tick(player.source());
        time.seek(42);
        awaitPosition(42);
        sources.open("other");
        assertEquals(42, session.session().secondsOf("clip"));
        awaitTrue(() -> player.source() instanceof SourceState.Playing(SourceInfo info)
                && info.address().equals("other"));
        sources.tick(player.source());
        sources.open("clip");
        awaitTrue(() -> player.source() instanceof SourceState.Playing(SourceInfo info)
                && info.address().equals("clip"));
        sources.tick(player.source());
        assertTrue(time.position() >= 42, "at " + time.position());
        player.transport().setPaused(true);
        time.seek(99);
        awaitPosition(99);
        sources.noteLeft();
        assertEquals(0, session.session().secondsOf("clip"));
        session.keepNow(player.preset());
        assertEquals(session.session(), new SessionStore(folder).session());
    }

    private void open(String address) {
        player.open(SourceRequest.of(address));
        awaitTrue(() -> player.source() instanceof SourceState.Playing);
    }

    private void pausedAt(double seconds) {
        open("clip");
        player.transport().setPaused(true);
        time.seek(seconds);
        awaitPosition(seconds);
    }

    private void awaitPosition(double seconds) {
        awaitTrue(() -> time.position() == seconds);
    }

    private static void awaitTrue(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            try {
                Thread.sleep(2);
            } catch (InterruptedException e) {
                throw new AssertionError("waited in vain", e);
            }
        }
    }

    private record Opener() implements SourceOpener {
        @Override
        public FrameSource open(SourceRequest request) {
            return new Seconds(request.address());
        }

        @Override
        public List<Camera> cameras() {
            return List.of();
        }
    }

    /** A frame each second. */
    private static final class Seconds implements FrameSource {
        private final SourceInfo info;
        private final long count;
        private long next;

        Seconds(String address) {
            long frames = switch (address) {
                case "still" -> 1;
                case "live", "endless" -> SourceInfo.UNKNOWN;
                default -> 100;
            };
            count = switch (address) {
                case "short" -> 60;
                case "long" -> 140;
                default -> frames;
            };
            info = new SourceInfo(address, address, new FrameSize(2, 2), 1, address.equals("live"), frames, "");
        }

        @Override
        public SourceInfo info() {
            return info;
        }

        @Override
        public long read(Frame target) {
            return next == count ? END : next++ * SECOND;
        }

        @Override
        public void rewind() {
            next = 0;
        }

        @Override
        public void seek(long nanos) {
            next = count > 0 ? Math.min(count - 1, nanos / SECOND) : nanos / SECOND;
        }

        @Override
        public void close() {}
    }
}
