package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import io.github.slitstream.frame.SourceRequest;
import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A network camera of JPEGs and G.711. */
class RtspTest {
    /** JPEG rounds, as does the way from its colours to RGB. */
    private static final int MOST_LEVELS = 3;

    @ParameterizedTest
    @CsvSource({"MU, TCP", "A, TCP", "MU, UDP"})
    void picturesAndSoundAreThoseOfTheCamera(RtspServer.Law law, RtspServer.Way way) throws IOException {
        try (RtspServer server = RtspServer.start(law, way); FrameSource source = open(server)) {
            assertTrue(source.info().live());
            assertEquals(RtspServer.SIZE, source.info().size());
            assertEquals(new SoundFormat(1, 8_000), source.sound());
            Frame frame = TestFrames.blank(source.info().size());
            int moments = 0;
            for (int index = 0; index < 10; index++) {
                source.read(frame);
                for (int quarter = 0; quarter < 4; quarter++) {
                    assertColour(RtspServer.COLOURS.get(quarter), TestFrames.pixel(frame, 16 + quarter / 2 * 32,
                            16 + quarter % 2 * 32));
                }
                moments += hear(source, law);
            }
            assertTrue(moments >= 800, moments + " moments of sound");
        }
    }

    private static int hear(FrameSource source, RtspServer.Law law) throws IOException {
        int moments = 0;
        for (SoundBlock block = source.readSound(Long.MAX_VALUE); block != null; block = source
                .readSound(Long.MAX_VALUE)) {
            float[] samples = block.samples();
            for (int moment = 0; moment < samples.length; moment++) {
                double expected = moment < samples.length / 2 ? law.level() : -law.level();
                assertEquals(expected, samples[moment], 1e-5, "moment " + moment);
            }
            moments += samples.length;
        }
        return moments;
    }

    private static void assertColour(Color expected, List<Integer> pixel) {
        List<Integer> levels = List.of(expected.getBlue(), expected.getGreen(), expected.getRed(), 255);
        for (int channel = 0; channel < 4; channel++) {
            assertTrue(Math.abs(levels.get(channel) - pixel.get(channel)) <= MOST_LEVELS, levels + ", not " + pixel);
        }
    }

    /** While it is found out what the camera sends, pictures and sound wait: they came at its pace all the same. */
    @Test
    void whatCameBeforeTheFirstPictureWasReadKeepsItsPace() throws IOException {
        try (RtspServer server = RtspServer.start(); FrameSource source = open(server)) {
            Frame frame = TestFrames.blank(source.info().size());
            long first = source.read(frame);
            SoundBlock sound = Objects.requireNonNull(source.readSound(Long.MAX_VALUE));
            assertEquals(0, (sound.capturedNanos() - first) / 1e9, 0.15, "sound against pictures");
            long last = first;
            for (int index = 1; index < 50; index++) {
                long next = source.read(frame);
                assertTrue(next >= last && next <= System.nanoTime(), "picture " + index);
                last = next;
            }
            assertEquals(49 * 0.02, (last - first) / 1e9, 0.2, "49 pictures later");
        }
    }

    @Test
    void aCameraThatIsSwitchedOffIsNoticed() throws IOException {
        try (RtspServer server = RtspServer.start(); FrameSource source = open(server)) {
            source.read(TestFrames.blank(source.info().size()));
            server.die();
            LiveStreamTest.assertLost(source, " stopped sending pictures (");
        }
    }

    @Test
    void aCameraThatFallsSilentIsNoticed() throws IOException {
        try (RtspServer server = RtspServer.start(); FrameSource source = open(server)) {
            server.fallSilent();
            LiveStreamTest.assertLost(source, " stopped sending pictures (nothing for 2 s)");
        }
    }

    private static FrameSource open(RtspServer server) throws IOException {
        return new MediaSources().open(SourceRequest.of(server.address()));
    }
}
