package io.github.slitstream.engine.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.engine.ring.Rings;
import io.github.slitstream.engine.statistics.PlaybackMetrics;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.frame.SourceOpener;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A camera that hangs in native code, where no interrupt reaches it. */
@Timeout(60)
class IntakeTest {
    private static final FrameSize SIZE = new FrameSize(4, 2);
    private static final long LOST_NANOS = 60_000_000;
    private static final long ABANDONED_NANOS = 240_000_000;

    private final List<NumberedCamera> cameras = new CopyOnWriteArrayList<>();
    private final List<Integer> arrived = new CopyOnWriteArrayList<>();
    private final Rings rings = new Rings(Kernels.get(), Preset.empty("").withRing(RingSettings.LENGTH, 40));
    private final Intake intake = new Intake(new Cameras(), (from, to, method) -> {
        to.pixels().copyFrom(from.pixels());
        to.stamp(from.capturedNanos());
    }, rings, new PlaybackMetrics(), new Arrivals(), LOST_NANOS, ABANDONED_NANOS);

    @AfterEach
    void close() {
        cameras.forEach(camera -> camera.hanging.countDown());
        intake.close();
        cameras.forEach(camera -> await("the camera's end", () -> camera.closed));
        rings.close();
    }

    @Test
    void anotherTakesThePlaceOfACameraThatHangs() {
        NumberedCamera first = hangingCamera();
        await("the loss", () -> intake.source() instanceof SourceState.Lost);
        assertEquals(1, cameras.size(), "not abandoned yet");
        await("another", () -> cameras.size() == 2 && intake.source() instanceof SourceState.Playing);
        assertFalse(first.closed, "it hangs still");
    }

    @Test
    void framesThatComeLateFromTheOneThatHungAreLeftOut() {
        NumberedCamera first = hangingCamera();
        await("the second's frames", () -> arrived.size() > 5);
        first.hanging.countDown();
        await("its end", () -> first.closed);
        assertEquals(4, first.sent.get(), "one came late");
        int before = arrived.size();
        await("more frames", () -> arrived.size() > before + 5);
        assertEquals(List.of(1, 1, 1), arrived.subList(0, 3));
        assertEquals(Set.of(2), Set.copyOf(arrived.subList(3, arrived.size())));
        assertInstanceOf(SourceState.Playing.class, intake.source());
        assertEquals(2, cameras.size());
    }

    private NumberedCamera hangingCamera() {
        intake.openFirstOf(List.of(SourceRequest.of("camera:")));
        await("the first's frames", () -> arrived.size() == 3);
        return cameras.getFirst();
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + 20_000_000_000L;
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

    /** Sends its number. The first hangs after three frames. */
    private static final class NumberedCamera implements FrameSource {
        private static final SourceInfo INFO = new SourceInfo("camera:", "camera", SIZE, 100, true,
                SourceInfo.UNKNOWN, "made up");
        private final int number;
        private final CountDownLatch hanging = new CountDownLatch(1);
        private final AtomicInteger sent = new AtomicInteger();
        private volatile boolean closed;

        NumberedCamera(int number) {
            this.number = number;
        }

        @Override
        public SourceInfo info() {
            return INFO;
        }

        @Override
        public long read(Frame target) {
            if (number == 1 && sent.get() == 3) {
                hang();
            }
            sleep(5);
            target.pixels().fill((byte) number);
            sent.incrementAndGet();
            return System.nanoTime();
        }

        /** Deaf to interrupts, as a call of a driver is. */
        private void hang() {
            boolean interrupted = false;
            while (hanging.getCount() > 0) {
                try {
                    hanging.await();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void rewind() {
            throw new UnsupportedOperationException("a camera");
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private final class Cameras implements SourceOpener {
        @Override
        public FrameSource open(SourceRequest request) {
            NumberedCamera camera = new NumberedCamera(cameras.size() + 1);
            cameras.add(camera);
            return camera;
        }

        @Override
        public List<Camera> cameras() {
            return List.of();
        }
    }

    /** Sees every frame as a render thread would, and keeps from which camera it came. */
    private final class Arrivals implements Intake.Listener {
        @Override
        public void arrived() {
            FrameRing ring = Objects.requireNonNull(rings.current()).ring();
            arrived.add((int) ring.newest().now().pixels().get(ValueLayout.JAVA_BYTE, 0));
        }

        @Override
        public void heard(SoundBlock sound) {}

        @Override
        public void soundBroken() {}

        @Override
        public void notice(String line) {}
    }
}
