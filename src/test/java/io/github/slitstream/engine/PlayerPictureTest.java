package io.github.slitstream.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.effect.Effects;
import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import io.github.slitstream.preset.Slot;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What pictures are made of: the preset, its ring and its effects, while something plays. */
class PlayerPictureTest extends PlayingTest {
    @Test
    void thereIsNoSecondPictureBeforeSomebodySeesTheFirst() {
        player.open(SourceRequest.of("clip"));
        awaitTrue("a picture", () -> player.outlets().shown() != null);
        long made = System.nanoTime();
        long before = framesIn();
        awaitTrue("more frames", () -> framesIn() > before + 20);
        assertTrue(Objects.requireNonNull(take()).capturedNanos() <= made);
        awaitTrue("the next picture", () -> {
            Frame next = take();
            return next != null && next.capturedNanos() > made;
        });
    }

    @Test
    void anErrorWhileRenderingCostsPicturesAndIsSaidOnce() {
        player.play(PLAIN.withRing(RingSettings.DOWNSAMPLE, 2));
        player.open(SourceRequest.of("clip"));
        awaitPicture();
        full.set(player.preset().ring().get(RingSettings.UPSAMPLE).method());
        awaitTrue("the notice", () -> !notices.isEmpty());
        long before = framesIn();
        awaitTrue("more frames", () -> framesIn() > before + 20);
        assertEquals(1, notices.size(), notices.toString());
        assertTrue(notices.getFirst().startsWith("the picture cannot be made: out of memory"), notices.toString());
        full.set(null);
        take();
        awaitPicture();
    }

    @Test
    void frozenTheMomentStaysButEffectsStillApply() {
        player.open(SourceRequest.of("camera:"));
        awaitPicture();
        player.setFrozen(true);
        awaitTrue("stillness", this::isStill);
        player.play(PLAIN.plus(Slot.of(Effects.byId("channel-rotation"))));
        awaitPicture();
        player.setFrozen(false);
        awaitPicture();
    }

    @Test
    void ringLengthAndDownsamplingChangeWhilePlaying() {
        player.open(SourceRequest.of("clip"));
        awaitTrue("a full ring", () -> player.statistics().ringFilled() == 8);
        player.play(PLAIN.withRing(RingSettings.LENGTH, 30));
        awaitTrue("the longer ring", () -> player.statistics().ringFrames() == 30);
        assertTrue(player.statistics().ringFilled() >= 8, "the history was kept");
        long bytes = player.statistics().ringBytes();
        player.play(PLAIN.withRing(RingSettings.LENGTH, 30).withRing(RingSettings.DOWNSAMPLE, 2));
        awaitTrue("the smaller ring", () -> player.statistics().ringBytes() < bytes);
        awaitPicture();
        assertEquals(SIZE, taken().size(), "pictures keep the source's size");
    }

    @Test
    void aRingBeyondAllMemoryIsRefusedAndThePresentOneStays() {
        Preset longest = PLAIN.withRing(RingSettings.LENGTH, 2_000);
        player.play(longest);
        player.open(SourceRequest.of("huge"));
        awaitTrue("refusal", () -> notices.stream().anyMatch(notice -> notice.contains("keep fewer frames")));
        player.play(PLAIN);
        player.open(SourceRequest.of("still"));
        awaitPicture();
        assertEquals(8, player.statistics().ringFrames());
    }

    @Test
    void aChainWhoseOwnRingsDoNotFitIsRefused() {
        player.open(SourceRequest.of("wide"));
        awaitPicture();
        Slot time = Slot.of(TimeDisplacement.TYPE);
        Preset many = PLAIN.withRing(RingSettings.LENGTH, 8).plus(time);
        for (int i = 0; i < 4_000; i++) {
            many = many.plus(Slot.of(TimeDisplacement.TYPE));
        }
        Preset tooMany = many;
        assertThrows(BadValue.class, () -> player.play(tooMany));
        assertEquals(PLAIN, player.preset());
    }

    @Test
    void aPresetThatNamesAMissingFileIsRefused() {
        Preset broken = PLAIN.plus(new Slot("slot", TimeDisplacement.TYPE, true,
                TimeDisplacement.TYPE.defaults().with("pattern", "picture").with("file", "/no/such/picture.png")));
        BadValue refusal = assertThrows(BadValue.class, () -> player.play(broken));
        assertTrue(refusal.toString().contains("/no/such/picture.png"), refusal.toString());
        assertEquals(PLAIN, player.preset());
    }

    @Test
    void bypassShowsTheNewestFrameAsItCame() {
        Preset turned = PLAIN.plus(Slot.of(Effects.byId("channel-rotation")));
        player.play(turned);
        player.open(SourceRequest.of("still"));
        awaitPicture();
        int withEffects = pixel();
        player.setBypassed(true);
        awaitTrue("the plain picture", () -> pixel() != withEffects);
        assertEquals(0, pixel() & 0xffffff);
        player.setBypassed(false);
        awaitTrue("the effects again", () -> pixel() == withEffects);
        assertFalse(player.isBypassed());
    }
}
