package io.github.slitstream.rig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.PixelShape;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.frame.SourceOpener;
import io.github.slitstream.frame.SourceRequest;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Videos that do not say how long they are, as many containers. */
class RigSourcesTest {
    private static final FrameSize SIZE = new FrameSize(4, 2);

    @TempDir
    private Path folder;

    private int open;

    @Test
    void aVideoThatTurnsOutShorterIsNamed() throws IOException {
        assertTrue(lastWords("3", "3", "2").contains("/2 ends after 0.20 s"), lastWords("3", "3", "2"));
        assertTrue(lastWords("2", "3", "3").contains("/2 ends after 0.10 s"), lastWords("2", "3", "3"));
        assertEquals(0, open, "all are closed");
    }

    @Test
    void viewsComeInStepWithOneTimeAndAgainAfterRewinding() throws IOException {
        try (FrameSource rig = rig("2", "2"); Arena arena = Arena.ofConfined()) {
            Frame frame = Frame.allocate(SIZE, arena);
            assertEquals(2, rig.info().views());
            for (int round = 0; round < 2; round++) {
                for (long time : new long[]{0, 0, 100_000_000, 100_000_000, FrameSource.END}) {
                    assertEquals(time, rig.read(frame));
                }
                rig.rewind();
            }
        }
    }

    @Test
    void aRigThatIsRefusedLeavesNothingOpen() {
        IOException refusal = assertThrows(IOException.class, () -> rig("2", "gone"));
        assertEquals("gone", refusal.getMessage());
        assertEquals(0, open);
    }

    @Test
    void aLiveCameraIsRefused() {
        IOException refusal = assertThrows(IOException.class, () -> rig("2", "rtsp://host/live"));
        assertTrue(String.valueOf(refusal.getMessage()).startsWith("rtsp://host/live is live"), refusal.getMessage());
        assertEquals(0, open);
    }

    @Test
    void anotherShapeOfPixelsIsRefused() {
        IOException refusal = assertThrows(IOException.class, () -> rig("2", "wide"));
        assertTrue(String.valueOf(refusal.getMessage()).endsWith("wide has pixels of 2:1 but the first camera's video"
                + " has pixels of 1:1; bring all to one shape"), refusal.getMessage());
        assertEquals(0, open);
    }

    private String lastWords(String... videos) throws IOException {
        try (FrameSource rig = rig(videos); Arena arena = Arena.ofConfined()) {
            Frame frame = Frame.allocate(SIZE, arena);
            return String.valueOf(assertThrows(IOException.class, () -> {
                while (rig.read(frame) != FrameSource.END) {
                    // until it ends or breaks
                }
            }).getMessage());
        }
    }

    private FrameSource rig(String... videos) throws IOException {
        Path file = folder.resolve("rig.yaml");
        Files.writeString(file, "- video: " + String.join("\n- video: ", videos));
        return new RigSources(new Opener()).open(SourceRequest.of("rig:" + file));
    }

    /** The name of a video is its length. */
    private final class Opener implements SourceOpener {
        @Override
        public FrameSource open(SourceRequest request) throws IOException {
            if (request.address().endsWith("gone")) {
                throw new IOException("gone");
            }
            open++;
            return new Video(request.address());
        }

        @Override
        public List<Camera> cameras() {
            return List.of();
        }
    }

    private final class Video implements FrameSource {
        private final String address;
        private int next;

        Video(String address) {
            this.address = address;
        }

        @Override
        public SourceInfo info() {
            PixelShape pixels = address.endsWith("wide") ? new PixelShape(2, 1) : PixelShape.SQUARE;
            return new SourceInfo(address, address, SIZE, 10, address.endsWith("live"), SourceInfo.UNKNOWN, "video", 1,
                    pixels);
        }

        @Override
        public long read(Frame target) {
            int length = Integer.parseInt(address.substring(address.lastIndexOf('/') + 1));
            return next == length ? END : 100_000_000L * next++;
        }

        @Override
        public void rewind() {
            next = 0;
        }

        @Override
        public void close() {
            open--;
        }
    }
}
