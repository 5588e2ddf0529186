package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.media.ScreenPart.Display;
import io.github.slitstream.media.ScreenPart.Region;
import io.github.slitstream.media.ScreenPart.Window;
import io.github.slitstream.media.X11Windows.Titled;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a screen's address means, and what each system's device is asked for. */
class ScreensTest {
    private static final Region REGION = new Region(100, 50, new FrameSize(640, 480));

    @Test
    void anAddressNamesADisplayARegionOrAWindow() throws IOException {
        assertEquals(new Display(1), ScreenPart.of("screen:"));
        assertEquals(new Display(3), ScreenPart.of("screen:3"));
        assertEquals(REGION, ScreenPart.of("screen:640x480+100+50"));
        assertEquals(new Region(-1280, 0, new FrameSize(1280, 720)), ScreenPart.of("screen:1280x720-1280+0"));
        assertEquals(new Window("Terminal 2"), ScreenPart.of("screen:Terminal 2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"screen:0", "screen:1000", "screen:640x480", "screen:640x480+1", "screen:640x480+1+2+3",
        "screen:640x480 at 10", "screen:0x480+0+0", "screen:40000x10+0+0"})
    void whatLooksLikeANumberOrARegionAndIsNoneIsRefused(String address) {
        String words = refusal(() -> ScreenPart.of(address));
        assertTrue(words.startsWith(address), words);
    }

    @Test
    void windowsGivesDisplaysByTheCardAndTherestByGdi() {
        ScreenSystem windows = new ScreenSystem.Windows();
        assertEquals(new VideoInput("ddagrab=output_idx=1:framerate=30.0,hwdownload,format=bgra",
                VideoInput.Kind.DEVICE, "lavfi", false, Map.of()), input(windows, new Display(2)));
        assertEquals(new VideoInput("title=Notepad - a.txt", VideoInput.Kind.DEVICE, "gdigrab", false,
                Map.of("framerate", "30.0")), input(windows, new Window("Notepad - a.txt")));
        assertEquals(new VideoInput("desktop", VideoInput.Kind.DEVICE, "gdigrab", false,
                Map.of("framerate", "30.0", "video_size", "640x480", "offset_x", "100", "offset_y", "50")),
                input(windows, REGION));
    }

    @Test
    void macOsGivesDisplaysOnly() {
        ScreenSystem mac = new ScreenSystem.MacOs();
        assertEquals(new VideoInput("Capture screen 1:none", VideoInput.Kind.DEVICE, "avfoundation", false,
                Map.of("framerate", "30.0", "capture_cursor", "1")), input(mac, new Display(2)));
        assertTrue(refusal(() -> mac.input(REGION, 30)).contains("whole displays only"));
        assertTrue(refusal(() -> mac.input(new Window("Safari"), 30)).contains("whole displays only"));
    }

    @Test
    void aMachineWithoutADisplayOrWithWaylandSaysSo() {
        assertTrue(refusal(() -> new ScreenSystem.X11(Map.of()).input(REGION, 30)).contains("DISPLAY is not set"));
        Map<String, String> wayland = Map.of("DISPLAY", ":0", "WAYLAND_DISPLAY", "wayland-0");
        assertTrue(refusal(() -> new ScreenSystem.X11(wayland).input(REGION, 30)).contains("Wayland"));
    }

    @Test
    void aWindowIsFoundByItsTitleOrItsBeginning() throws IOException {
        Titled editor = new Titled(7, "Editor");
        Titled notes = new Titled(8, "Editor - notes");
        Titled player = new Titled(9, "Player");
        List<Titled> all = List.of(editor, notes, player);
        assertEquals(editor, X11Windows.pick("editor", all));
        assertEquals(notes, X11Windows.pick("editor -", all));
        assertEquals("no window has that title; there are 'Editor', 'Editor - notes', 'Player'; "
                + ScreenPart.ALLOWED, refusal(() -> X11Windows.pick("browser", all)));
        assertTrue(refusal(() -> X11Windows.pick("edit", all)).startsWith("more than one window"));
        assertEquals("no window has that title; " + ScreenPart.ALLOWED,
                refusal(() -> X11Windows.pick("browser", List.of())));
    }

    private static VideoInput input(ScreenSystem system, ScreenPart part) {
        try {
            return system.input(part, 30);
        } catch (IOException refused) {
            throw new AssertionError(refused);
        }
    }

    private static String refusal(Executable work) {
        String words = String.valueOf(assertThrows(IOException.class, work).getMessage());
        assertEquals(1, words.lines().count(), words);
        return words;
    }
}
