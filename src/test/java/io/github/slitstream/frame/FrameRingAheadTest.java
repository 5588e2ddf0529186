package io.github.slitstream.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.PackedFrames;
import java.lang.foreign.ValueLayout;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A now that lies behind the newest frame. Frame n is of level 10·n and was captured at n². */
class FrameRingAheadTest {
    private static final FrameSize SIZE = new FrameSize(4, 2);

    private static void capture(FrameRing ring, int from, int to) {
        for (int n = from; n < to; n++) {
            Objects.requireNonNull(ring.claim()).pixels().fill((byte) (10 * n));
            ring.publish((long) n * n);
            ring.newest();
        }
    }

    private static int level(Frame frame) {
        return frame.pixels().get(ValueLayout.JAVA_BYTE, 0) & 0xff;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void agesCountFromNowBothWays(boolean packed) {
        try (FrameRing ring = new FrameRing(SIZE, 1, 8, packed ? new PackedFrames(Kernels.get()) : null,
                FlowAxis.NONE)) {
            capture(ring, 0, 12);
            FrameHistory past = ring.newest(5);
            assertEquals(5, past.ahead());
            assertEquals(60, level(past.now()), 1);
            assertEquals(36, past.now().capturedNanos());
            assertEquals(36, past.capturedNanos(0));
            assertEquals(121, past.capturedNanos(-5));
            assertEquals(16, past.capturedNanos(2));
            assertEquals(16, past.capturedNanos(9), "the oldest stands in");
            assertEquals(3, past.length());
            assertEquals(3, past.capacity());
            assertEquals(8, past.around().length());
            assertSame(past, ring.newest());
            assertEquals(0, past.ahead());
            assertEquals(110, level(past.now()), 1);
            assertEquals(8, past.capacity());
        }
    }

    @Test
    void nowIsTheOldestAsLongAsTooFewCameAfterIt() {
        try (FrameRing ring = new FrameRing(SIZE, 8)) {
            capture(ring, 0, 3);
            FrameHistory past = ring.newest(5);
            assertEquals(2, past.ahead());
            assertEquals(0, level(past.now()));
            assertEquals(1, past.length());
            assertEquals(3, past.capacity(), "as many as there will be");
            capture(ring, 3, 20);
            assertEquals(7, ring.newest(1_000).ahead(), "the ring reaches no further");
        }
    }
}
