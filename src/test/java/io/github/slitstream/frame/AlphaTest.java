package io.github.slitstream.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlphaTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 31})
    void onePixelThatIsNotOpaqueIsFoundWhereverItIs(int width) {
        try (Arena arena = Arena.ofConfined()) {
            Frame picture = Frame.allocate(new FrameSize(width, 3), arena);
            picture.pixels().fill((byte) 0xff);
            assertTrue(Alpha.isOpaque(picture));
            for (long at = 3; at < picture.pixels().byteSize(); at += 4) {
                picture.pixels().set(ValueLayout.JAVA_BYTE, at, (byte) 0xfe);
                assertFalse(Alpha.isOpaque(picture), "alpha at " + at);
                picture.pixels().set(ValueLayout.JAVA_BYTE, at, (byte) 0xff);
            }
            picture.pixels().set(ValueLayout.JAVA_BYTE, 0, (byte) 0);
            assertTrue(Alpha.isOpaque(picture), "colours do not matter");
        }
    }

    @Test
    void everyColourIsWeightedByEveryAlpha() {
        try (Arena arena = Arena.ofConfined()) {
            Frame straight = Frame.allocate(new FrameSize(256, 256), arena);
            Frame weighted = Frame.allocate(straight.size(), arena);
            for (int i = 0; i < 1 << 16; i++) {
                int[] channels = {i & 0xff, 255 - (i & 0xff), (i & 0xff) * 7 % 256, i >> 8};
                for (int c = 0; c < 4; c++) {
                    straight.pixels().set(ValueLayout.JAVA_BYTE, 4L * i + c, (byte) channels[c]);
                }
            }
            straight.stamp(5);
            Alpha.premultiply(straight, weighted);
            assertEquals(5, weighted.capturedNanos());
            for (int i = 0; i < 1 << 16; i++) {
                int alpha = channel(straight, i, 3);
                assertEquals(alpha, channel(weighted, i, 3));
                for (int c = 0; c < 3; c++) {
                    int colour = channel(straight, i, c);
                    assertEquals(Math.round(colour * alpha / 255.0), channel(weighted, i, c), colour + " · " + alpha);
                }
            }
        }
    }

    private static int channel(Frame frame, int pixel, int channel) {
        return frame.pixels().get(ValueLayout.JAVA_BYTE, 4L * pixel + channel) & 0xff;
    }
}
