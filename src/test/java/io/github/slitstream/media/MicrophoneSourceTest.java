package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.frame.SourceRequest;
import java.io.IOException;
import java.lang.foreign.Arena;
import org.junit.jupiter.api.Test;

/** FFmpeg's device for filters stands in for a microphone; it hears half a second and is gone. */
final class MicrophoneSourceTest {
    private static final String TONE = "sine=frequency=1000:sample_rate=44100:duration=0.5";

    @Test
    void aMicrophoneIsHeardBesideThePicturesAndItsEndIsNone() throws IOException {
        assumeTrue(FFmpegLibraries.haveDevices(), "FFmpeg's devices need libraries that are not here");
        long begun = System.nanoTime();
        try (FrameSource source = MicrophoneSource.open(new Pictures(true), "camera:+microphone:",
                () -> SoundInput.open(VideoInput.microphone(TONE, "lavfi")))) {
            assertEquals("camera:+microphone:", source.info().address());
            assertEquals(new SoundFormat(1, 44_100), source.sound());
            int moments = 0;
            for (SoundBlock next = source.readSound(Long.MAX_VALUE); next != null; next = source
                    .readSound(Long.MAX_VALUE)) {
                moments += next.moments();
                assertTrue(Math.abs(next.capturedNanos() - begun) < 10_000_000_000L, "on the clock of the pictures");
            }
            assertEquals(22_050, moments);
            assertNull(source.readSound(Long.MAX_VALUE));
            assertEquals(7, source.read(Frame.allocate(Pictures.SIZE, Arena.ofAuto())));
        }
    }

    @Test
    void picturesWithATimeOfTheirOwnTakeNoMicrophone() {
        Pictures file = new Pictures(false);
        IOException refused = assertThrows(IOException.class, () -> MicrophoneSource.open(file, "", () -> {
            throw new IOException("not asked for");
        }));
        assertTrue(String.valueOf(refused.getMessage()).contains("live"), refused.getMessage());
        assertTrue(file.closed);
        assertThrows(IOException.class,
                () -> new MediaSources().open(SourceRequest.of("demo:+microphone:")).close());
    }

    @Test
    void aMicrophoneThatIsNotThereIsNamed() throws IOException {
        assumeTrue(FFmpegLibraries.haveDevices(), "FFmpeg's devices need libraries that are not here");
        IOException refused = assertThrows(IOException.class, () -> new Microphones().open("nobody's").close());
        assertTrue(String.valueOf(refused.getMessage()).startsWith("nobody's cannot be heard ("), refused.getMessage());
    }

    private static final class Pictures implements FrameSource {
        private static final FrameSize SIZE = new FrameSize(2, 2);

        private final boolean live;
        private boolean closed;

        Pictures(boolean live) {
            this.live = live;
        }

        @Override
        public SourceInfo info() {
            return new SourceInfo("camera:", "Camera", SIZE, 30, live, SourceInfo.UNKNOWN, "");
        }

        @Override
        public long read(Frame target) {
            return 7;
        }

        @Override
        public void rewind() {}

        @Override
        public void close() {
            closed = true;
        }
    }
}
