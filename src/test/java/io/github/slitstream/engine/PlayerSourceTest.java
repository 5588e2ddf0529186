package io.github.slitstream.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.engine.intake.SourceState;
import io.github.slitstream.frame.Resampling;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.frame.SourceRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What plays: files and cameras that open, end, break, throw and come back. */
class PlayerSourceTest extends PlayingTest {
    @Test
    void aFilePlaysAndLoops() {
        player.open(SourceRequest.of("clip"));
        awaitTrue("more frames than the clip has", () -> player.statistics().ringFilled() == 8 && framesSeen() > 30);
        assertInstanceOf(SourceState.Playing.class, player.source());
    }

    @Test
    void aFileThatDoesNotLoopEndsAndGoesOnWhenItMay() {
        player.setLooping(false);
        player.open(SourceRequest.of("clip"));
        awaitTrue("the end", () -> player.source() instanceof SourceState.Ended);
        awaitPicture();
        player.setLooping(true);
        awaitTrue("a new start", () -> take() != null);
    }

    @Test
    void theFirstThatOpensIsPlayedAndTheOthersAreNamed() {
        player.openFirstOf(
                List.of(SourceRequest.of("missing-a"), SourceRequest.of("missing-b"), SourceRequest.of("clip")));
        awaitPicture();
        assertEquals(List.of("missing-a is not there", "missing-b is not there"), notices);
    }

    @Test
    void aSourceThatCannotBeOpenedLeavesThePresentOne() {
        player.open(SourceRequest.of("clip"));
        awaitPicture();
        player.open(SourceRequest.of("missing"));
        awaitTrue("the notice", () -> notices.contains("missing is not there"));
        assertInstanceOf(SourceState.Playing.class, player.source());
        awaitPicture();
    }

    @Test
    void anotherSourceReplacesTheFirstAndClosesIt() {
        player.open(SourceRequest.of("clip"));
        awaitPicture();
        player.open(SourceRequest.of("camera:other"));
        awaitTrue("the second", () -> player.source() instanceof SourceState.Playing(SourceInfo info)
                && info.address().equals("camera:other"));
        awaitTrue("the first closed", () -> opened.getFirst().closed);
    }

    @Test
    void aLostCameraComesBackWithItsPast() {
        player.open(SourceRequest.of("camera:"));
        awaitTrue("a full ring", () -> player.statistics().ringFilled() == 8);
        unplugged.set(true);
        awaitTrue("the loss", () -> player.source() instanceof SourceState.Lost);
        assertEquals(8, player.statistics().ringFilled());
        unplugged.set(false);
        awaitTrue("its return", () -> player.source() instanceof SourceState.Playing);
        assertEquals(8, player.statistics().ringFilled());
        awaitPicture();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clip", "camera:"})
    void aSourceThatThrowsAnythingIsLostAndComesBack(String address) {
        player.open(SourceRequest.of(address));
        awaitPicture();
        fault.set(new IllegalStateException("no conversion from pixel format 7"));
        awaitTrue("the loss", () -> player.source() instanceof SourceState.Lost(SourceInfo info, String reason)
                && reason.contains("no conversion from pixel format 7"));
        assertTrue(opened.getFirst().closed);
        fault.set(null);
        awaitTrue("its return", () -> player.source() instanceof SourceState.Playing);
        awaitPicture();
    }

    @Test
    void anOpenerThatThrowsAnythingRefuses() {
        player.open(SourceRequest.of("faulty"));
        awaitTrue("the refusal", () -> player.source() instanceof SourceState.Refused(String what, String reason)
                && reason.contains("faulty opener"));
        assertEquals(1, notices.size(), notices.toString());
        player.open(SourceRequest.of("clip"));
        awaitPicture();
    }

    @Test
    void aFrameThatFindsNoMemoryLosesItsSourceWhichComesBack() {
        full.set(Resampling.AREA);
        player.open(SourceRequest.of("clip"));
        awaitTrue("the loss", () -> player.source() instanceof SourceState.Lost(SourceInfo info, String reason)
                && reason.contains("keep fewer frames"));
        full.set(null);
        awaitPicture();
        assertInstanceOf(SourceState.Playing.class, player.source());
    }
}
