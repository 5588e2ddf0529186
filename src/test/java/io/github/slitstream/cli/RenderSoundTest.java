package io.github.slitstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.media.Cues;
import io.github.slitstream.media.RtspServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of a flash and a click at 1 s and 2 s, whose outputs another program measured when this was written. */
final class RenderSoundTest {
    private static final double SYNC_SECONDS = 0.02;

    @TempDir
    private Path folder;

    private final StringWriter errors = new StringWriter();

    @ParameterizedTest
    @CsvSource({"clicks.mp4, out.mp4, 1, 2, 3", "clicks.mp4, out.mkv, 1, 2, 3", "clicks.webm, out.mov, 1, 2, 3",
        "late.mkv, out.mp4, 1, 2, 2.5", "gap.mkv, out.mp4, 1, 2, 3", "early.mkv, out.mp4, 0.6, 1.6, 2.61"})
    void aCopyKeepsTheSoundInSync(String input, String output, double first, double second, double end)
            throws Exception {
        Cues cues = render(input, output);
        assertEquals(2, cues.flashes().size());
        assertCue(1, cues.flashes().get(0));
        assertCue(first, cues.clicks().get(0));
        assertCue(second, cues.clicks().get(1));
        assertEquals(end, cues.soundEnd(), SYNC_SECONDS);
    }

    @Test
    void soundBeginsAndEndsWithThePartThatIsRendered() throws Exception {
        Cues part = render("clicks.mp4", "part.mp4", "--start", "0.5", "--duration", "1.2");
        assertCue(0.48, part.flashes().getFirst()); // the first picture is that of 0.52 s
        assertEquals(1, part.clicks().size());
        assertCue(0.48, part.clicks().getFirst());
        assertEquals(1.2, part.soundEnd(), SYNC_SECONDS); // of thirty whole pictures
        Cues frames = render("clicks.mp4", "frames.mp4", "--frames", "40");
        assertEquals(1, frames.clicks().size());
        assertEquals(1.6, frames.soundEnd(), SYNC_SECONDS);
    }

    /** Half of 20 frames at 25 a second are 0.4 s. */
    @Test
    void soundIsDelayedAsAskedAlsoByThePreset() throws Exception {
        assertCue(1.3, render("clicks.mp4", "fixed.mp4", "--sound-delay", "0.3").clicks().getFirst());
        assertCue(1.7, render("clicks.mp4", "depth.mp4", "--sound-delay", "depth", "--sound-delay", "0.3", "--ring",
                "21", "--effect", "time-displacement:pattern=linear").clicks().getFirst());
        Path preset = Files.writeString(folder.resolve("late.yaml"), "slitstream: 2\nsound-delay: 0.5\n");
        assertCue(1.5, render("clicks.mp4", "preset.mp4", "--preset", preset.toString()).clicks().getFirst());
    }

    @Test
    void soundIsLeftOutWhereItIsNotWantedOrNotHeld() throws Exception {
        assertEquals(0, render("clicks.mp4", "silent.mp4", "--no-sound").soundEnd());
        assertEquals(0, run("clicks.mp4", "%02d.png", "--frames", "2"), errors.toString());
        assertTrue(Files.exists(folder.resolve("02.png")));
        assertEquals("", errors.toString());
    }

    @Test
    void aRigSoundsAsItsFirstCameraThatHasSound() throws Exception {
        assertEquals(0, run("clicks.mp4", "silent.mp4", "--no-sound"), errors.toString());
        Files.copy(file("clicks.mp4"), folder.resolve("left.mp4"));
        Files.copy(file("clicks.mp4"), folder.resolve("right.mp4"));
        Path rig = Files.writeString(folder.resolve("rig.yaml"),
                "cameras:\n  - video: silent.mp4\n  - video: left.mp4\n  - video: right.mp4\n");
        assertEquals(0, run("rig:" + rig, folder.resolve("out.mp4")), errors.toString());
        Cues cues = Cues.of(folder.resolve("out.mp4"));
        assertCue(1, cues.flashes().getFirst());
        assertCue(1, cues.clicks().getFirst());
        assertEquals(3, cues.soundEnd(), SYNC_SECONDS);
        assertTrue(errors.toString().contains("rig.yaml sounds as left.mp4 does; left out is the sound of right.mp4"),
                errors.toString());
    }

    @Test
    void soundThatCannotBeDecodedIsNamedOnce() throws Exception {
        String bytes = Files.readString(file("late.mkv"), StandardCharsets.ISO_8859_1);
        Path unknown = Files.writeString(folder.resolve("unknown.mkv"), bytes.replace("A_AAC", "A_XYZ"),
                StandardCharsets.ISO_8859_1);
        assertEquals(0, run(unknown.toString(), folder.resolve("out.mp4")), errors.toString());
        assertEquals(1, errors.toString().lines().count(), errors.toString());
        assertTrue(errors.toString().contains("unknown.mkv has sound that cannot be decoded"), errors.toString());
        assertEquals(75, Cues.of(folder.resolve("out.mp4")).picturesEnd() * 25 + 1, 0.1);
    }

    @Test
    void channelsThatAreMixedAreNamedOnce() throws Exception {
        assertEquals(0, run("quad.mkv", "mixed.mp4"), errors.toString());
        String output = folder.resolve("mixed.mp4").toString();
        assertEquals("slitstream: the sound of quad.mkv has 4 channels; " + output + " has them mixed to 2",
                errors.toString().strip());
        errors.getBuffer().setLength(0);
        assertEquals(0, run("quad.mkv", "silent.mp4", "--no-sound"), errors.toString());
        assertEquals("", errors.toString());
    }

    @Test
    void aLiveCameraIsRenderedForAsLongAsAsked() throws Exception {
        try (RtspServer server = RtspServer.start()) {
            assertEquals(0, run(server.address(), folder.resolve("live.mp4"), "--duration", "0.5"),
                    errors.toString());
        }
        Cues cues = Cues.of(folder.resolve("live.mp4"));
        assertTrue(cues.picturesEnd() < 0.5, cues.toString());
        assertTrue(cues.soundEnd() > 0.3 && cues.soundEnd() < 0.52, cues.toString());
        assertEquals("", errors.toString());
    }

    private static void assertCue(double expected, double seconds) {
        assertEquals(expected, seconds, SYNC_SECONDS);
    }

    private Cues render(String input, String output, String... options) throws Exception {
        assertEquals(0, run(input, output, options), errors.toString());
        return Cues.of(folder.resolve(output));
    }

    private int run(String input, String output, String... options) throws IOException, URISyntaxException {
        return run(file(input).toString(), folder.resolve(output), options);
    }

    private Path file(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(getClass().getResource("/sound/" + name)).toURI());
    }

    private int run(String input, Path output, String... options) {
        List<String> arguments = new ArrayList<>(List.of("render", input, "-o", output.toString()));
        arguments.addAll(List.of(options));
        return Main.run(CommandEnvironment.ofThisMachine(), new PrintWriter(new StringWriter()),
                new PrintWriter(errors, true), arguments.toArray(String[]::new));
    }
}
