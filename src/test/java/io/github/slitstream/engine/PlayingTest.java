package io.github.slitstream.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.engine.outlet.PictureExchange;
import io.github.slitstream.engine.statistics.Statistics;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.Resampling;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.frame.SourceOpener;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** A player of sources that are made up, and what tests wait for. */
@Timeout(60)
abstract class PlayingTest {
    static final FrameSize SIZE = new FrameSize(20, 10);
    static final Preset PLAIN = Preset.empty("plain").withRing(RingSettings.LENGTH, 8);

    final AtomicBoolean unplugged = new AtomicBoolean();
    final AtomicReference<@Nullable RuntimeException> fault = new AtomicReference<>();
    /** What cannot be resized for want of memory: frames on their way in, or pictures on their way out. */
    final AtomicReference<@Nullable Resampling> full = new AtomicReference<>();
    final List<String> notices = new CopyOnWriteArrayList<>();
    final List<FakeSource> opened = new CopyOnWriteArrayList<>();
    final Player player = new Player(new FakeOpener(), () -> this::resize, Kernels.get(), new Workers(2),
            PLAIN);

    PlayingTest() {
        player.onNotice(notices::add);
    }

    @AfterEach
    void close() {
        player.close();
    }

    private long seen;

    long framesIn() {
        Statistics now = player.statistics();
        return now.capturedFrames() + now.droppedFrames();
    }

    long framesSeen() {
        if (take() != null) {
            seen++;
        }
        return seen;
    }

    private @Nullable Frame lastTaken;

    @Nullable
    Frame take() {
        PictureExchange exchange = player.outlets().shown();
        Frame picture = exchange == null ? null : exchange.take();
        if (picture != null) {
            player.pictureShown(picture);
            lastTaken = picture;
        }
        return picture;
    }

    Frame taken() {
        return Objects.requireNonNull(lastTaken);
    }

    int pixel() {
        take();
        return taken().pixels().get(ValueLayout.JAVA_INT, 0);
    }

    boolean isStill() {
        take();
        Frame before = taken();
        sleep(100);
        return take() == null && before.equals(taken());
    }

    void awaitPicture() {
        awaitTrue("a picture", () -> take() != null);
    }

    static void awaitTrue(String what, BooleanSupplier condition) {
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

}
