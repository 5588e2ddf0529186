package io.github.slitstream.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.effect.Effects;
import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.engine.outlet.PictureExchange;
import io.github.slitstream.engine.outlet.Recording;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.OffHeap;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.frame.SourceOpener;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.kernel.ScalarKernels;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import io.github.slitstream.preset.Slot;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a player holds beside its rings. */
@Timeout(60)
class PlayerMemoryTest {
    private static final FrameSize SIZE = new FrameSize(3_000, 2_000);
    private static final int LENGTH = 2;
    private static final long LONGEST_NANOS = Duration.ofSeconds(30).toNanos();
    private static final int SETTLED_READINGS = 10;
    /** In pictures: far less than one, more than what rows of a ring take to start on cache lines. */
    private static final double NOISE = 0.01;

    @ParameterizedTest
    @CsvSource({"1, 6", "2, 5.5"})
    void twelvePicturesAreAllThatIsHeldBesideTheRings(int downsample, double playing) throws IOException {
        Preset preset = Preset.empty("test").withRing(RingSettings.LENGTH, LENGTH)
                .withRing(RingSettings.DOWNSAMPLE, downsample).plus(Slot.of(Effects.byId("flip")))
                .plus(Slot.of(TimeDisplacement.TYPE)).plus(Slot.of(Effects.byId("flip")));
        long rings = 2 * FrameRing.bytesFor(SIZE.dividedBy(downsample), 1, LENGTH);
        long before = settledBytes() + rings;
        try (Player player = new Player(new Opener(), () -> PlayerMemoryTest::resize, new ScalarKernels(),
                new Workers(2), preset)) {
            player.open(SourceRequest.of("wide"));
            awaitTrue("a picture", () -> hasNext(player));
            awaitTrue("another", () -> hasNext(player));
            assertEquals(playing, picturesSince(before, player, playing), NOISE,
                    "four go around, one comes in, one in between");
            CountDownLatch disk = new CountDownLatch(1);
            Recording recording = player.outlets().record(new BusyDisk(disk), SIZE);
            awaitTrue("a full queue", () -> hasNext(player) && recording.dropped() > 0);
            double held = picturesSince(before, player, 12);
            assertTrue(held > playing + 5 - NOISE && held < 12 + NOISE, "pictures held while recording: " + held);
            disk.countDown();
            recording.stop();
            assertEquals(playing, picturesSince(before, player, playing), NOISE,
                    "what a recording took it gives back");
        }
    }

    @Test
    void ringsThatWereReplacedAreGivenBackThoughNobodyLooks() throws IOException {
        int length = 30;
        double ring = FrameRing.bytesFor(SIZE, 1, length);
        long before = settledBytes();
        Preset preset = Preset.empty("test").withRing(RingSettings.LENGTH, length);
        try (Player player = new Player(new Opener(), () -> PlayerMemoryTest::resize, new ScalarKernels(),
                new Workers(1), preset)) {
            player.open(SourceRequest.of("wide"));
            for (int longer = 1; longer <= 10; longer++) {
                int wanted = length + longer;
                player.play(preset.withRing(RingSettings.LENGTH, wanted));
                awaitTrue("a ring of " + wanted, () -> player.statistics().ringFrames() == wanted);
            }
            awaitTrue("the replaced rings' memory", () -> (OffHeap.bytesInUse() - before) / ring < 3);
        }
    }

    /** What there is before, once earlier players have given back theirs. */
    private static long settledBytes() {
        long bytes = OffHeap.bytesInUse();
        for (int still = 0; still < SETTLED_READINGS; still++) {
            System.gc();
            LockSupport.parkNanos(20_000_000);
            long now = OffHeap.bytesInUse();
            if (now < bytes) {
                bytes = now;
                still = 0;
            }
        }
        return bytes;
    }

    /** The first reading that is no more than it may be, or the least: what is held for a moment does not count. */
    private static double picturesSince(long before, Player player, double most) {
        double least = Double.MAX_VALUE;
        long end = System.nanoTime() + LONGEST_NANOS / 3;
        while (least > most + NOISE && System.nanoTime() < end) {
            awaitTrue("a picture", () -> hasNext(player));
            least = Math.min(least, (OffHeap.bytesInUse() - before) / (double) SIZE.bytes());
        }
        return least;
    }

    private static boolean hasNext(Player player) {
        PictureExchange pictures = player.outlets().shown();
        return pictures != null && pictures.take() != null;
    }

    private static void awaitTrue(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LONGEST_NANOS;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited in vain for " + what);
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Only the sizes matter here. */
    private static void resize(Frame from, Frame to, Object method) {
        to.pixels().fill((byte) 1);
        to.stamp(from.capturedNanos());
    }

    private record Opener() implements SourceOpener {
        @Override
        public FrameSource open(SourceRequest request) {
            return new FakeSource(FakeSource.info(request.address(), SIZE, false, SourceInfo.UNKNOWN),
                    new AtomicBoolean());
        }

        @Override
        public List<Camera> cameras() {
            return List.of();
        }
    }

    private record BusyDisk(CountDownLatch ready) implements Sink {
        @Override
        public void write(Frame picture, long nanos) throws IOException {
            try {
                ready.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void finish() {}

        @Override
        public void close() {}
    }
}
