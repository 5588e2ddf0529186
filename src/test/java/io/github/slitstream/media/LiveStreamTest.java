package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.engine.intake.SourceState;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void thePlayerKeepsThePastOfALostServerAndComesBackToIt() throws Exception {
        MjpegServer first = MjpegServer.start(0, folder);
        Preset preset = Preset.empty("preset").withRing(RingSettings.LENGTH, 5);
        try (Player player = new Player(new MediaSources(), OpenCvResizer::new, Kernels.get(), new Workers(1),
                preset)) {
            player.open(SourceRequest.of("http://127.0.0.1:" + first.port() + "/"));
            await("a full ring", () -> player.statistics().ringFilled() == 5);
            first.die();
            first.close();
            await("the loss", () -> player.source() instanceof SourceState.Lost);
            assertEquals(5, player.statistics().ringFilled());
            try (MjpegServer second = MjpegServer.start(first.port(), folder)) {
                await("the return to " + second.port(), () -> player.source() instanceof SourceState.Playing);
                assertEquals(5, player.statistics().ringFilled());
            }
        }
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited in vain for " + what);
            Thread.sleep(5);
        }
    }

    /** The first is how the ESP32-CAM's example packs them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "boundary=123456789000000000000987654321||Content-Type: image/jpeg~Content-Length: %d~~"
                + "|~--123456789000000000000987654321~",
        "boundary=next||next~Content-Type: image/jpeg~~|~",
        "boundary=next||Content-Type: image/jpeg~~|~next~",
        "boundary=--next||----next~Content-type: image/jpeg~~|~",
        "boundary=\"next\"|~~|--next~content-type: image/jpeg~content-length: %d~~|",
        "boundary=next||--next~~|~",
        "boundary=next|hello~|--next~Content-Type: image/jpeg~~|"})
    void picturesAreFoundHoweverTheyArePacked(String boundary, @Nullable String opening, String header,
            @Nullable String closing) throws Exception {
        MjpegServer.Packing packing = new MjpegServer.Packing("multipart/x-mixed-replace;" + boundary,
                lines(opening), lines(header), lines(closing));
        try (MjpegServer server = MjpegServer.start(0, folder, packing); FrameSource source = open(server.port())) {
            assertTrue(source.info().live());
            assertEquals(new FrameSize(64, 48), source.info().size());
            Frame frame = TestFrames.blank(source.info().size());
            for (int index = 0; index < 10; index++) {
                source.read(frame);
                double best = 0;
                for (int sent = 0; sent < 4; sent++) {
                    best = Math.max(best, TestFrames.psnr(TestFrames.gradient(frame.size(), sent), frame));
                }
                assertTrue(best > 25, "PSNR " + best);
            }
        }
    }

    private static String lines(@Nullable String text) {
        return text == null ? "" : text.replace("~", "\r\n");
    }

    /** While it is found out what the server sends, pictures wait, of which nobody knows when they came. */
    @ParameterizedTest
    @ValueSource(strings = {"--next~Content-Type: image/jpeg~Content-Length: %d~~", "Content-Type: image/jpeg~~"})
    void theFirstPicturesComeAtThePaceOfTheOthers(String header) throws Exception {
        MjpegServer.Packing packing = new MjpegServer.Packing("multipart/x-mixed-replace; boundary=next", "",
                lines(header), "\r\n");
        try (MjpegServer server = MjpegServer.start(0, folder, packing); FrameSource source = open(server.port())) {
            Frame frame = TestFrames.blank(source.info().size());
            long first = source.read(frame);
            for (int index = 1; index < 20; index++) {
                source.read(frame);
            }
            double seconds = (source.read(frame) - first) / 1e9;
            assertTrue(seconds > 0.8 * 20 * MjpegServer.PICTURE_MILLIS / 1e3, "20 pictures in " + seconds + " s");
        }
    }

    @Test
    void aServerThatFallsSilentIsNoticed() throws Exception {
        try (MjpegServer server = MjpegServer.start(0, folder); FrameSource source = open(server.port())) {
            server.fallSilent();
            assertLost(source, "stopped sending pictures (nothing for 2 s)");
        }
    }

    static void assertLost(FrameSource source, String words) {
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
