package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Captures from an X server of its own with a white background, where Xvfb is installed. */
@Timeout(60)
class ScreenGrabTest {
    private static final Path XVFB = Path.of("/usr/bin/Xvfb");
    private static Process server;
    private static Screens screens;

    @BeforeAll
    static void startServer() throws IOException {
        assumeTrue(Files.isExecutable(XVFB) && FFmpegLibraries.haveDevices());
        server = new ProcessBuilder(XVFB.toString(), "-displayfd", "1", "-screen", "0", "320x200x24", "-wr", "-noreset",
                "-nolisten", "tcp").redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader told = server.inputReader(StandardCharsets.US_ASCII)) {
            screens = new Screens(new ScreenSystem.X11(Map.of("DISPLAY", ":" + told.readLine())));
        }
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.destroy();
        }
    }

    @ParameterizedTest
    @CsvSource({"screen:, 320, 200", "screen:1, 320, 200", "screen:101x60+219+140, 101, 60"})
    void aDisplayOrARegionComesInLive(String address, int width, int height) throws IOException {
        try (FrameSource screen = screens.open(SourceRequest.of(address))) {
            assertEquals(new FrameSize(width, height), screen.info().size());
            assertTrue(screen.info().live());
            Frame frame = TestFrames.blank(screen.info().size());
            long first = screen.read(frame);
            assertTrue(screen.read(frame) > first);
            assertEquals(List.of(255, 255, 255, 255), TestFrames.pixel(frame, height - 1, width - 1));
            assertEquals(List.of(255, 255, 255, 255), TestFrames.pixel(frame, 0, 0));
        }
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertEquals("screen:2: there is no display 2; the only one is screen:1", refusal("screen:2"));
        assertEquals("screen:100x100+221+0: the region reaches beyond the desktop, which is 320×200 pixels; name one"
                + " within it, such as screen:320x200+0+0", refusal("screen:100x100+221+0"));
        assertEquals("screen:Editor: no window has that title; " + ScreenPart.ALLOWED, refusal("screen:Editor"));
    }

    @Test
    void aServerThatDoesNotAnswerIsNamed() {
        Screens nowhere = new Screens(new ScreenSystem.X11(Map.of("DISPLAY", ":65000")));
        String expected = ": the display :65000 does not answer; start it from a desktop session";
        for (String address : List.of("screen:", "screen:Editor")) {
            IOException refusal = assertThrows(IOException.class, () -> nowhere.open(SourceRequest.of(address)));
            assertEquals(address + expected, refusal.getMessage());
        }
    }

    private static String refusal(String address) {
        return String.valueOf(
                assertThrows(IOException.class, () -> screens.open(SourceRequest.of(address))).getMessage());
    }
}
