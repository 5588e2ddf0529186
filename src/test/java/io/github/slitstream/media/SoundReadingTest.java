package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SoundBlock;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that FFmpeg's program made: a flash and a click at 1 s and 2 s, 75 pictures at 25 a second, 3 s of sound. */
final class SoundReadingTest {
    private static final double SYNC_SECONDS = 0.01;

    /**
     * Sound that the encoder put before the first moment is no sound of the file; {@code early.mkv} has its pictures
     * 0.4 s later, {@code late.mkv} no sound before 0.7 s and after 2.5 s, {@code gap.mkv} none from 1.2 s to 1.8 s.
     */
    @ParameterizedTest
    @CsvSource({"clicks.mp4, 1, 2, 3", "clicks.webm, 1, 2, 3", "truehd.mkv, 1, 2, 3", "late.mkv, 1, 2, 2.5",
        "gap.mkv, 1, 2, 3",
        "early.mkv, 0.6, 1.6, 2.6"})
    void soundIsOnTheTimeLineOfThePictures(String name, double first, double second, double end) throws Exception {
        Cues cues = Cues.of(file(name));
        assertEquals(List.of(1.0, 2.0), cues.flashes().stream().map(SoundReadingTest::hundredths).toList());
        assertEquals(2, cues.clicks().size(), cues.toString());
        assertEquals(first, cues.clicks().get(0), SYNC_SECONDS);
        assertEquals(second, cues.clicks().get(1), SYNC_SECONDS);
        assertEquals(end, cues.soundEnd(), 0.02);
    }

    @Test
    void soundFollowsASeek() throws Exception {
        Cues cues = Cues.of(file("clicks.mp4"), 1.5);
        assertEquals(List.of(2.0), cues.flashes().stream().map(SoundReadingTest::hundredths).toList());
        assertEquals(2.0, cues.clicks().getLast(), SYNC_SECONDS);
        assertEquals(3, cues.soundEnd(), 0.02);
    }

    /** Its packets last less than a thousandth of a second. */
    @Test
    void shortPacketsAreJoined() throws Exception {
        int blocks = 0;
        try (FrameSource source = TestFrames.open(file("truehd.mkv"))) {
            TestFrames.readAll(source);
            for (SoundBlock block = source.readSound(Long.MAX_VALUE); block != null; block = source
                    .readSound(Long.MAX_VALUE)) {
                blocks++;
            }
        }
        assertTrue(blocks >= 150 && blocks <= 300, blocks + " blocks in 3 s");
    }

    /** {@code quad.mkv} has a tone behind on the left, and silence everywhere else. */
    @Test
    void whatIsBehindOnTheLeftStaysOnTheLeft() throws Exception {
        double[] loudest = new double[4];
        try (FrameSource source = TestFrames.open(file("quad.mkv"))) {
            assertTrue(source.info().detail().endsWith(", quad sound in stereo"), source.info().detail());
            TestFrames.readAll(source);
            for (SoundBlock block = source.readSound(Long.MAX_VALUE); block != null; block = source
                    .readSound(Long.MAX_VALUE)) {
                assertEquals(4, block.format().channels());
                for (int i = 0; i < block.samples().length; i++) {
                    loudest[i % 4] = Math.max(loudest[i % 4], Math.abs(block.samples()[i]));
                }
            }
        }
        assertArrayEquals(new double[]{0, 0, 0.5, 0}, loudest, 0.01);
        assertArrayEquals(new float[]{(float) Math.sqrt(0.5), 0}, StereoMix.of(new float[]{0, 0, 1, 0}, 4), 1e-6f);
    }

    private static double hundredths(double seconds) {
        return Math.round(seconds * 100) / 100.0;
    }

    private static Path file(String name) throws IOException, URISyntaxException {
        return Path.of(Objects.requireNonNull(SoundReadingTest.class.getResource("/sound/" + name)).toURI());
    }
}
