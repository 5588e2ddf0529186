package io.github.slitstream.engine.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.engine.intake.Transport.Section;
import io.github.slitstream.frame.SourceRequest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seeks, pauses, steps and sections of a file of a hundred numbered frames. */
@Timeout(60)
class TransportTest {
    private static final long PERIOD = 10_000_000;

    private final ShownFrames heard = new ShownFrames();
    private Capture capture = capture(SourceRequest.of("clip"), PERIOD);

    private Capture capture(SourceRequest request, long period) {
        return new Capture(new NumberedClip(period), request, heard);
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
}
