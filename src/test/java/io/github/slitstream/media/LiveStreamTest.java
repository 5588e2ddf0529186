package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A camera on the net that dies and comes back. */
class LiveStreamTest {
    private static final Duration A_FEW_SECONDS = Duration.ofSeconds(8);

    @TempDir
    Path folder;

    @Test
    void aServerThatDiesIsNoticedAndCanBeOpenedAgain() throws Exception {
        int port;
        try (MjpegServer server = MjpegServer.start(0, folder)) {
            port = server.port();
            try (FrameSource source = open(port)) {
                assertTrue(source.info().live());
                assertEquals(new FrameSize(64, 48), source.info().size());
                Frame frame = TestFrames.blank(source.info().size());
                long before = System.nanoTime();
                long last = Long.MIN_VALUE;
                for (int index = 0; index < 5; index++) {
                    long captured = source.read(frame);
                    assertTrue(captured >= last && captured <= System.nanoTime(), "a monotonic clock");
                    last = captured;
                }
                assertTrue(last >= before - Duration.ofSeconds(5).toNanos());
                server.die();
                assertLost(source, "stopped sending pictures (");
            }
        }
        try (MjpegServer server = MjpegServer.start(port, folder); FrameSource source = open(server.port())) {
            source.read(TestFrames.blank(source.info().size()));
        }
    }

    @Test
    void aServerThatFallsSilentIsNoticed() throws Exception {
        try (MjpegServer server = MjpegServer.start(0, folder); FrameSource source = open(server.port())) {
            server.fallSilent();
            assertLost(source, "stopped sending pictures (nothing for 2 s)");
        }
    }

    private static void assertLost(FrameSource source, String words) {
        IOException loss = assertTimeoutPreemptively(A_FEW_SECONDS, () -> {
            Frame frame = TestFrames.blank(source.info().size());
            return assertThrows(IOException.class, () -> {
                while (true) {
                    source.read(frame);
                }
            });
        });
        assertTrue(String.valueOf(loss.getMessage()).contains(words), loss.getMessage());
    }

    private static FrameSource open(int port) throws IOException {
        return new MediaSources().open(SourceRequest.of("http://127.0.0.1:" + port + "/"));
    }
}
