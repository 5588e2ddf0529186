package io.github.slitstream.engine.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.PixelShape;
import io.github.slitstream.frame.SourceInfo;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;

class RepeatedStillTest {
    private static final FrameSize SIZE = new FrameSize(3, 2);
    private static final double RATE = 24;

    /** Fills the frame of each view with its number, once; then it ends. */
    private static final class Pictures implements FrameSource {
        private final SourceInfo info;
        private final int views;
        private int read;

        Pictures(int views, long moments, int held) {
            this.info = new SourceInfo("pictures", "pictures", SIZE, RATE, false, moments, "", views,
                    PixelShape.SQUARE);
            this.views = held;
        }

        @Override
        public SourceInfo info() {
            return info;
        }

        @Override
        public long read(Frame target) {
            if (read == views) {
                return END;
            }
            target.pixels().fill((byte) ++read);
            return 7;
        }

        @Override
        public void rewind() {
            read = 0;
        }

        @Override
        public void close() {
            read = views;
        }
    }

    @Test
    void everyViewComesAgainAtTheNominalRate() throws IOException {
        FrameSource repeated = RepeatedStill.ifStill(new Pictures(2, 1, 2));
        try (Arena arena = Arena.ofConfined()) {
            for (int n = 0; n < 100; n++) {
                for (int view = 0; view < 2; view++) {
                    Frame target = Frame.allocate(SIZE, arena);
                    assertEquals(Math.round(n * 1e9 / RATE), repeated.read(target));
                    assertEquals(view + 1, target.pixels().get(ValueLayout.JAVA_BYTE, SIZE.bytes() - 1));
                }
            }
        }
    }

    @Test
    void anEmptyStillIsAnError() {
        FrameSource repeated = RepeatedStill.ifStill(new Pictures(1, 1, 0));
        try (Arena arena = Arena.ofConfined()) {
            Frame target = Frame.allocate(SIZE, arena);
            assertEquals("pictures holds no picture",
                    assertThrows(IOException.class, () -> repeated.read(target)).getMessage());
        }
    }

    @Test
    void whatMovesStaysItself() {
        FrameSource moving = new Pictures(1, 2, 2);
        assertSame(moving, RepeatedStill.ifStill(moving));
    }
}
