package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.engine.intake.SourceState;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.preset.Preset;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A live stream that comes a second at a time. */
@Timeout(120)
class HlsTest {
    private static final long FRAME_NANOS = 1_000_000_000 / HlsServer.FRAMES_PER_SECOND;

    @TempDir
    private Path folder;

    @Test
    void itsPicturesHaveTheTimesOfTheStream() throws Exception {
        try (HlsServer server = HlsServer.start(folder);
                FrameSource source = new MediaSources().open(SourceRequest.of(server.address()))) {
            assertTrue(source.info().live());
            assertFalse(source.isPaced());
            Frame frame = TestFrames.blank(source.info().size());
            for (int number = 0; number < 4 * HlsServer.FRAMES_PER_SECOND; number++) {
                assertEquals(number * FRAME_NANOS / 1e9, source.read(frame) / 1e9, 1e-3, "picture " + number);
            }
        }
    }

    @Test
    void itPlaysAsEvenlyAsItWasCaptured() throws Exception {
        List<Long> times = new CopyOnWriteArrayList<>();
        try (HlsServer server = HlsServer.start(folder);
                Player player = new Player(new MediaSources(), OpenCvResizer::new, Kernels.get(), new Workers(1),
                        Preset.empty("preset"))) {
            player.outlets().record(new TimesSink(times), HlsServer.SIZE);
            player.open(SourceRequest.of(server.address()));
            while (times.size() < 5 * HlsServer.FRAMES_PER_SECOND) {
                Thread.sleep(10);
            }
            assertInstanceOf(SourceState.Playing.class, player.source());
        }
        // Under load some are skipped; none comes sooner behind the one before than it was captured.
        for (int number = 1; number < times.size(); number++) {
            long apart = times.get(number) - times.get(number - 1);
            assertTrue(apart > FRAME_NANOS / 2, apart / 1e6 + " ms before picture " + number);
        }
    }

    private record TimesSink(List<Long> times) implements Sink {
        @Override
        public void write(Frame frame, long nanos) {
            times.add(nanos);
        }

        @Override
        public void finish() {}

        @Override
        public void close() {}
    }
}
