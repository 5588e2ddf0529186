package io.github.slitstream.engine.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.engine.intake.Transport.Section;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.frame.SourceOpener;
import io.github.slitstream.frame.SourceRequest;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seeks, pauses, steps and sections of a file of a hundred numbered frames. */
@Timeout(60)
class TransportTest {
    private static final int FRAMES = 100;
    private static final long PERIOD = 10_000_000;

    private final Heard heard = new Heard();
    private Capture capture = capture(SourceRequest.of("clip"), PERIOD);

    private Capture capture(SourceRequest request, long period) {
        return new Capture(new Opener(period), request, heard);
    }

    @AfterEach
    void stop() {
        capture.stop();
    }

    @Test
    void whereItGoesIsItsPositionUntilItIsThere() {
        Transport transport = new Transport(() -> {});
        transport.reached(2);
        transport.seek(7);
        assertEquals(7, transport.positionNanos());
        transport.take();
        assertEquals(7, transport.positionNanos(), "taken, but not there yet");
    }

    @Test
    void aSeekShowsTheNewestFrameThatIsNotLater() {
        capture.start();
        heard.await(shown -> shown.size() > 3);
        capture.transport().seek(57 * PERIOD + 3);
        heard.await(shown -> shown.contains(57) && shown.contains(58));
        assertTrue(heard.shown.indexOf(58) == heard.shown.indexOf(57) + 1, heard.shown.toString());
        assertTrue(!heard.shown.contains(56), heard.shown.toString());
    }

    @Test
    void aSeekDoesNotWaitForAFrameThatComesLate() {
        capture = capture(SourceRequest.of("slow"), 1_000_000_000_000L);
        capture.start();
        heard.await(shown -> !shown.isEmpty());
        capture.transport().seek(40 * 1_000_000_000_000L);
        heard.await(shown -> shown.contains(40));
    }

    @Test
    void pausedTheFrameComesAgainAndAgainInItsTime() {
        capture.start();
        heard.await(shown -> shown.size() > 5);
        capture.transport().setPaused(true);
        int still = heard.awaitStillness();
        assertEquals(still * PERIOD, capture.transport().positionNanos());
        List<Long> times = List.copyOf(heard.times);
        for (int index = 1; index < times.size(); index++) {
            assertTrue(times.get(index) - times.get(index - 1) >= PERIOD, times.toString());
        }
        capture.transport().setPaused(false);
        heard.await(shown -> shown.getLast() > still);
        assertEquals(still + 1, heard.shown.get(heard.shown.lastIndexOf(still) + 1));
    }

    @Test
    void aSeekShowsItsFrameAlsoWhilePaused() {
        capture.start();
        capture.transport().setPaused(true);
        heard.awaitStillness();
        capture.transport().seek(33 * PERIOD);
        heard.await(shown -> shown.getLast() == 33);
        assertEquals(33, heard.awaitStillness());
    }

    @ParameterizedTest
    @CsvSource({"1, 51", "3, 53", "-1, 49", "-4, 46", "-60, 0"})
    void aStepPausesAndGoesSoManyFramesOn(int frames, int expected) {
        capture.start();
        capture.transport().setPaused(true);
        capture.transport().seek(50 * PERIOD);
        heard.await(shown -> !shown.isEmpty() && shown.getLast() == 50);
        capture.transport().step(frames);
        heard.await(shown -> shown.getLast() == expected);
        assertTrue(capture.transport().isPaused());
        assertEquals(expected, heard.awaitStillness());
    }

    @Test
    void aSectionIsRepeatedAlsoIfFilesDoNotLoop() {
        heard.looping = false;
        capture.start();
        capture.transport().setSection(new Section(20 * PERIOD, 25 * PERIOD));
        capture.transport().seek(20 * PERIOD);
        heard.await(shown -> shown.stream().filter(number -> number == 24).count() == 3);
        List<Integer> round = heard.shown.subList(heard.shown.indexOf(20), heard.shown.indexOf(20) + 11);
        assertEquals(List.of(20, 21, 22, 23, 24, 20, 21, 22, 23, 24, 20), round);
    }

    @Test
    void aSectionMayEndWithTheFile() {
        capture.start();
        capture.transport().setSection(new Section(97 * PERIOD, Long.MAX_VALUE));
        capture.transport().seek(97 * PERIOD);
        heard.await(shown -> shown.stream().filter(number -> number == 99).count() == 2);
        int first = heard.shown.indexOf(97);
        assertEquals(List.of(97, 98, 99, 97, 98, 99), heard.shown.subList(first, first + 6));
    }

    @Test
    void anEmptySectionIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Section(5, 5));
        assertThrows(IllegalArgumentException.class, () -> new Section(-1, 5));
    }

    @Test
    void aFileThatHasEndedPlaysOnFromWhereItIsSought() {
        heard.looping = false;
        capture.transport().seek(98 * PERIOD);
        capture.start();
        heard.awaitEvent("ended");
        assertEquals(List.of(98, 99), heard.shown);
        capture.transport().seek(10 * PERIOD);
        heard.awaitEvent("resumed");
        heard.await(shown -> shown.contains(11));
        assertEquals(List.of(98, 99, 10, 11), heard.shown.subList(0, 4));
    }

    @Test
    void aFileBeginsWhereItWasAskedTo() {
        capture = capture(SourceRequest.of("clip").startingAt(42 * PERIOD), PERIOD);
        capture.start();
        heard.await(shown -> shown.size() > 1);
        assertEquals(List.of(42, 43), heard.shown.subList(0, 2));
    }

    /** What came, and when. */
    private static final class Heard implements Capture.Receiver {
        private final List<Integer> shown = new CopyOnWriteArrayList<>();
        private final List<Long> times = new CopyOnWriteArrayList<>();
        private final List<String> events = new CopyOnWriteArrayList<>();
        private volatile boolean looping = true;

        void await(Predicate<List<Integer>> condition) {
            while (!condition.test(shown)) {
                sleep();
            }
        }

        void awaitEvent(String event) {
            while (!events.contains(event)) {
                sleep();
            }
        }

        /** The frame that came ten times one after the other. */
        int awaitStillness() {
            List<Integer> last = new ArrayList<>();
            while (last.size() < 10 || last.stream().distinct().count() > 1) {
                sleep();
                List<Integer> now = List.copyOf(shown);
                last = now.subList(Math.max(0, now.size() - 10), now.size());
            }
            return last.getFirst();
        }

        private static void sleep() {
            try {
                Thread.sleep(2);
            } catch (InterruptedException e) {
                throw new AssertionError("waited in vain", e);
            }
        }

        @Override
        public void opened(Capture from, SourceInfo info, @Nullable SoundFormat sound) {
            events.add("opened");
        }

        @Override
        public void refused(Capture from, SourceRequest request, String reason) {
            events.add(reason);
        }

        @Override
        public void captured(Capture from, List<Frame> views, long workNanos) {
            shown.add((int) views.getFirst().pixels().get(ValueLayout.JAVA_BYTE, 0));
            times.add(views.getFirst().capturedNanos());
        }

        @Override
        public void heard(Capture from, SoundBlock sound) {}

        @Override
        public void soundBroken(Capture from) {}

        @Override
        public void idle(Capture from) {}

        @Override
        public void ended(Capture from, SourceInfo info) {
            events.add("ended");
        }

        @Override
        public void resumed(Capture from, SourceInfo info) {
            events.add("resumed");
        }

        @Override
        public void lost(Capture from, SourceInfo info, String reason) {
            events.add(reason);
        }

        @Override
        public void noted(Capture from, String line) {
            events.add(line);
        }

        @Override
        public boolean isFrozen() {
            return false;
        }

        @Override
        public boolean isLooping() {
            return looping;
        }
    }

    /** @param period nanoseconds from one frame to the next */
    private record Opener(long period) implements SourceOpener {
        @Override
        public FrameSource open(SourceRequest request) {
            return new Numbered(period);
        }

        @Override
        public List<Camera> cameras() {
            return List.of();
        }
    }

    /** Each frame's first byte is its number. */
    private static final class Numbered implements FrameSource {
        private final long period;
        private int next;

        Numbered(long period) {
            this.period = period;
        }

        @Override
        public SourceInfo info() {
            return new SourceInfo("clip", "clip", new FrameSize(1, 1), 1e9 / period, false, FRAMES, "");
        }

        @Override
        public long read(Frame target) {
            if (next == FRAMES) {
                return END;
            }
            target.pixels().set(ValueLayout.JAVA_BYTE, 0, (byte) next);
            return next++ * period;
        }

        @Override
        public void rewind() {
            next = 0;
        }

        @Override
        public void seek(long nanos) {
            next = (int) Math.min(FRAMES - 1, nanos / period);
        }

        @Override
        public void close() {}
    }
}
