package io.github.slitstream.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.slitstream.effect.Effects;
import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.engine.outlet.PictureExchange;
import io.github.slitstream.engine.outlet.Tap;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.Replay;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.frame.SourceOpener;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.kernel.ScalarKernels;
import io.github.slitstream.pattern.Shaping;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import io.github.slitstream.preset.Slot;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Nothing is allocated for a frame while a player plays, neither on the thread that captures nor on the one that
 * renders.
 */
@Timeout(120)
class PlayerAllocationTest {
    private static final FrameSize SIZE = new FrameSize(64, 36);
    private static final int FRAMES_OF_A_ROUND = 20;
    private static final long LONGEST_NANOS = Duration.ofSeconds(60).toNanos();

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @CsvSource({"false, FULL, false", "true, COMPACT, false", "false, FULL, true"})
    void nothingIsAllocatedPerFrame(boolean live, RingSettings.HistoryFormat history, boolean replays) {
        Preset preset = Preset.empty("test").withRing(RingSettings.LENGTH, 8).withRing(RingSettings.HISTORY, history)
                .plus(Slot.of(TimeDisplacement.TYPE).with(Shaping.SPEED, 0.5))
                .plus(Slot.of(Effects.byId("channel-rotation")))
                .plus(Slot.of(Effects.byId("flip")));
        try (Player player = new Player(new Opener(live), () -> (from, to, method) -> to.copyFrom(from),
                new ScalarKernels(), new Workers(2), preset)) {
            player.open(SourceRequest.of("fake"));
            if (replays) {
                player.outlets().record(new Forgetful(), SIZE, Tap.AFTER_EFFECTS);
                player.outlets().record(new Forgetful(), SIZE, Tap.BEFORE_EFFECTS);
            }
            long end = System.nanoTime() + LONGEST_NANOS;
            long leastCaptured = Long.MAX_VALUE;
            long leastRendered = Long.MAX_VALUE;
            while ((leastCaptured > 0 || leastRendered > 0) && System.nanoTime() < end) {
                long captured = allocated("capture");
                long rendered = allocated("render");
                show(player, FRAMES_OF_A_ROUND);
                leastCaptured = Math.min(leastCaptured, allocated("capture") - captured);
                leastRendered = Math.min(leastRendered, allocated("render") - rendered);
            }
            assertEquals(0, leastCaptured, "bytes of the capture thread in its leanest round");
            assertEquals(0, leastRendered, "bytes of the render thread in its leanest round");
        }
    }

    private static void show(Player player, int frames) {
        long end = System.nanoTime() + LONGEST_NANOS;
        for (int shown = 0; shown < frames;) {
            assertTrue(System.nanoTime() < end, "waited in vain for pictures");
            PictureExchange pictures = player.outlets().shown();
            Frame newest = pictures == null ? null : pictures.take();
            if (newest == null) {
                LockSupport.parkNanos(100_000); // the compiler needs the processor
            } else {
                player.pictureShown(newest);
                shown++;
            }
        }
    }

    private long allocated(String name) {
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds())).filter(Objects::nonNull)
                .filter(thread -> thread.getThreadName().equals(name))
                .mapToLong(thread -> threads.getThreadAllocatedBytes(thread.getThreadId())).sum();
    }

    /** A replay that keeps nothing, so that only the way to it counts. */
    private record Forgetful() implements Replay {
        @Override
        public void write(Frame picture, long nanos) {}

        @Override
        public Held held() {
            return new Held(0, 0);
        }

        @Override
        public void limit(Limits limits) {}

        @Override
        public Path save(String address, String preset) throws IOException {
            throw new IOException("nothing is kept");
        }

        @Override
        public void finish() {}

        @Override
        public void close() {}
    }

    private record Opener(boolean live) implements SourceOpener {
        @Override
        public FrameSource open(SourceRequest request) {
            return new FakeSource(FakeSource.info(request.address(), SIZE, live, SourceInfo.UNKNOWN),
                    new AtomicBoolean());
        }

        @Override
        public List<Camera> cameras() {
            return List.of();
        }
    }
}
