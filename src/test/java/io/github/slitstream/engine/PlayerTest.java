package io.github.slitstream.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.effect.Effects;
import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.engine.intake.SourceState;
import io.github.slitstream.engine.outlet.PictureExchange;
import io.github.slitstream.engine.outlet.Recording;
import io.github.slitstream.engine.statistics.Statistics;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.Resampling;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.frame.SourceOpener;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import io.github.slitstream.preset.Slot;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PlayerTest {
    private static final FrameSize SIZE = new FrameSize(20, 10);
    private static final Preset PLAIN = Preset.empty("plain").withRing(RingSettings.LENGTH, 8);

    private final AtomicBoolean unplugged = new AtomicBoolean();
    private final AtomicReference<@Nullable RuntimeException> fault = new AtomicReference<>();
    /** What cannot be resized for want of memory: frames on their way in, or pictures on their way out. */
    private final AtomicReference<@Nullable Resampling> full = new AtomicReference<>();
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private final List<FakeSource> opened = new CopyOnWriteArrayList<>();
    private final Player player = new Player(new FakeOpener(), () -> this::resize, Kernels.get(), new Workers(2),
            PLAIN);

    PlayerTest() {
        player.onNotice(notices::add);
    }

    @AfterEach
    void close() {
        player.close();
    }

    @Test
    void aFilePlaysAndLoops() {
        player.open(SourceRequest.of("clip"));
        awaitTrue("more frames than the clip has", () -> player.statistics().ringFilled() == 8 && framesSeen() > 30);
        assertInstanceOf(SourceState.Playing.class, player.source());
    }

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

    @Test
    void aRecordingGetsEveryPictureWithItsTime() throws IOException {
        player.open(SourceRequest.of("clip"));
        awaitPicture();
        List<Long> times = Collections.synchronizedList(new ArrayList<>());
        AtomicBoolean finished = new AtomicBoolean();
        Recording recording = player.outlets().record(new ListSink(times, finished), SIZE);
        awaitTrue("twenty pictures", () -> recording.frames() >= 20);
        recording.stop();
        assertTrue(finished.get());
        assertEquals(times.size(), recording.frames());
        assertEquals(0, times.getFirst());
        for (int i = 1; i < times.size(); i++) {
            assertTrue(times.get(i) > times.get(i - 1), times.toString());
        }
        assertEquals(times.getLast() / 1e9, recording.seconds(), 1e-6);
    }

    @Test
    void severalRecordingsRunAtOnceAndEndAndFailAlone() throws IOException {
        player.open(SourceRequest.of("clip"));
        awaitPicture();
        List<Long> first = Collections.synchronizedList(new ArrayList<>());
        List<Long> second = Collections.synchronizedList(new ArrayList<>());
        AtomicBoolean firstFinished = new AtomicBoolean();
        AtomicBoolean secondFinished = new AtomicBoolean();
        Recording early = player.outlets().record(new ListSink(first, firstFinished), SIZE);
        awaitTrue("five pictures", () -> early.frames() >= 5);
        Recording broken = player.outlets().record(new FullDisk(), SIZE);
        Recording late = player.outlets().record(new ListSink(second, secondFinished), new FrameSize(10, 10));
        awaitTrue("ten pictures in both", () -> late.frames() >= 10 && early.frames() >= 15);
        awaitTrue("the failure", () -> broken.failure() != null);
        early.stop();
        assertTrue(firstFinished.get());
        assertFalse(secondFinished.get());
        long written = late.frames();
        awaitTrue("more pictures", () -> late.frames() >= written + 5);
        late.stop();
        assertThrows(IOException.class, broken::stop);
        assertTrue(secondFinished.get());
        assertFalse(player.outlets().isRecording());
        assertEquals(first.size(), early.frames());
        assertEquals(second.size(), late.frames());
        awaitPicture();
    }

    @Test
    void aRecordingThatFailsSaysWhyAndThePlayerGoesOn() {
        player.open(SourceRequest.of("clip"));
        awaitPicture();
        Recording recording = player.outlets().record(new FullDisk(), SIZE);
        awaitTrue("the failure", () -> "the disk is full".equals(recording.failure()));
        assertThrows(IOException.class, recording::stop);
        awaitPicture();
    }

    private long seen;

    private long framesIn() {
        Statistics now = player.statistics();
        return now.capturedFrames() + now.droppedFrames();
    }

    private long framesSeen() {
        if (take() != null) {
            seen++;
        }
        return seen;
    }

    private @Nullable Frame lastTaken;

    private @Nullable Frame take() {
        PictureExchange exchange = player.outlets().shown();
        Frame picture = exchange == null ? null : exchange.take();
        if (picture != null) {
            player.pictureShown(picture);
            lastTaken = picture;
        }
        return picture;
    }

    private Frame taken() {
        return Objects.requireNonNull(lastTaken);
    }

    private int pixel() {
        take();
        return taken().pixels().get(ValueLayout.JAVA_INT, 0);
    }

    private boolean isStill() {
        take();
        Frame before = taken();
        sleep(100);
        return take() == null && before.equals(taken());
    }

    private void awaitPicture() {
        awaitTrue("a picture", () -> take() != null);
    }

    private static void awaitTrue(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited in vain for " + what);
            sleep(2);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nearest neighbour, enough to tell sizes apart. */
    private void resize(Frame from, Frame to, Resampling method) {
        if (method == full.get()) {
            throw new OutOfMemoryError("no room");
        }
        for (int row = 0; row < to.size().height(); row++) {
            for (int column = 0; column < to.size().width(); column++) {
                long source = (long) (row * from.size().height() / to.size().height()) * from.size().width()
                        + (long) column * from.size().width() / to.size().width();
                to.pixels().setAtIndex(ValueLayout.JAVA_INT, (long) row * to.size().width() + column,
                        from.pixels().getAtIndex(ValueLayout.JAVA_INT, source));
            }
        }
        to.stamp(from.capturedNanos());
    }

    private final class FakeOpener implements SourceOpener {
        @Override
        public FrameSource open(SourceRequest request) throws IOException {
            String address = request.address();
            SourceInfo info = switch (address) {
                case "clip" -> FakeSource.info(address, SIZE, false, 12);
                case "still" -> FakeSource.info(address, SIZE, false, 1);
                case "wide" -> FakeSource.info(address, new FrameSize(1_000, 600), false, 10);
                case "huge" -> FakeSource.info(address, new FrameSize(16_384, 16_384), false, 10);
                case "camera:", "camera:other" -> FakeSource.info(address, SIZE, true, SourceInfo.UNKNOWN);
                case "faulty" -> throw new IllegalStateException("faulty opener");
                default -> throw new IOException(address + " is not there");
            };
            if (unplugged.get()) {
                throw new IOException(address + " is unplugged");
            }
            FakeSource source = new FakeSource(info, unplugged, fault);
            opened.add(source);
            return source;
        }

        @Override
        public List<Camera> cameras() {
            return List.of();
        }
    }

    private record ListSink(List<Long> times, AtomicBoolean finished) implements Sink {
        @Override
        public void write(Frame picture, long nanos) {
            times.add(nanos);
        }

        @Override
        public void finish() {
            finished.set(true);
        }

        @Override
        public void close() {}
    }

    private static final class FullDisk implements Sink {
        @Override
        public void write(Frame picture, long nanos) throws IOException {
            throw new IOException("the disk is full");
        }

        @Override
        public void finish() {}

        @Override
        public void close() {}
    }
}
