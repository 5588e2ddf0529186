package io.github.slitstream.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What packing keeps of a frame, against its definition in doubles. */
@Tag("kernels")
class PackedFramesTest {
    private final PackedFrames packing = new PackedFrames(Kernels.get());

    @Test
    void takesTwelveBitsAPixel() {
        assertEquals(1920 * 1080 * 3 / 2, packing.bytes(new FrameSize(1920, 1080)));
        assertEquals(3 * 5 + 3 * 4, packing.bytes(new FrameSize(3, 5)));
    }

    @Test
    void everyOneColouredPictureComesBackWithinTwoGreyLevels() {
        FrameSize size = new FrameSize(18, 2);
        try (Arena arena = Arena.ofConfined()) {
            Frame picture = Frame.allocate(size, arena);
            for (int colour = 0; colour < 1 << 24; colour += 4_099) {
                fill(picture, colour);
                Frame back = throughPacking(picture, arena);
                for (int channel = 0; channel < 3; channel++) {
                    int expected = (colour >>> (8 * channel)) & 0xff;
                    assertEquals(expected, Row.channel(back.pixels(), 4L * 17 + channel), 2,
                            "channel " + channel + " of " + Integer.toHexString(colour));
                }
                assertEquals(255, Row.channel(back.pixels(), 3), "opaque");
            }
        }
    }

    @Test
    void anyPictureComesBackWithItsOwnBrightnessAndTheMeanColourOfFourPixels() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (FrameSize size : new FrameSize[]{new FrameSize(1, 1), new FrameSize(5, 3), new FrameSize(64, 4),
            new FrameSize(67, 35)}) {
            try (Arena arena = Arena.ofConfined()) {
                Frame picture = Frame.allocate(size, arena);
                picture.pixels().copyFrom(Row.random(arena, size.bytes(), random));
                Frame back = throughPacking(picture, arena);
                for (int row = 0; row < size.height(); row++) {
                    for (int column = 0; column < size.width(); column++) {
                        checkPixel(picture, back, column, row, size + ", seed " + seed);
                    }
                }
            }
        }
    }

    private static void checkPixel(Frame picture, Frame back, int column, int row, String message) {
        double luma = luma(picture, column, row);
        double orange = 0;
        double green = 0;
        for (int i = 0; i < 4; i++) {
            int x = Math.min(column / 2 * 2 + i % 2, picture.size().width() - 1);
            int y = Math.min(row / 2 * 2 + i / 2, picture.size().height() - 1);
            orange += (at(picture, x, y, 2) - at(picture, x, y, 0)) / 8.0;
            green += (2.0 * at(picture, x, y, 1) - at(picture, x, y, 2) - at(picture, x, y, 0)) / 16.0;
        }
        double[] expected = {luma - green - orange, luma + green, luma - green + orange};
        for (int channel = 0; channel < 3; channel++) {
            assertEquals(Math.clamp(expected[channel], 0, 255), at(back, column, row, channel), 2.5,
                    message + ", channel " + channel + " at " + column + ", " + row);
        }
    }

    @Test
    void aMovingScenesErrorIsSmallOnAverage() {
        FrameSize size = new FrameSize(160, 90);
        try (Arena arena = Arena.ofConfined()) {
            Frame picture = Frame.allocate(size, arena);
            for (int row = 0; row < size.height(); row++) {
                for (int column = 0; column < size.width(); column++) {
                    set(picture, column, row, 128 + (int) (100 * Math.sin(column / 17.0 + row / 31.0)),
                            128 + (int) (90 * Math.cos(column / 23.0)), 128 + (int) (80 * Math.sin(row / 13.0)));
                }
            }
            Frame back = throughPacking(picture, arena);
            double squares = 0;
            for (int i = 0; i < size.bytes(); i++) {
                double error = i % 4 == 3 ? 0 : Row.channel(picture.pixels(), i) - Row.channel(back.pixels(), i);
                squares += error * error;
            }
            double decibels = 10 * Math.log10(255 * 255 / (squares / (3.0 * size.pixels())));
            assertTrue(decibels > 40, decibels + " dB");
        }
    }

    private Frame throughPacking(Frame picture, Arena arena) {
        MemorySegment packed = arena.allocate(7 + packing.bytes(picture.size()));
        Frame back = Frame.allocate(picture.size(), arena);
        packing.pack(picture, packed, 7);
        packing.unpack(packed, 7, back);
        return back;
    }

    private static void fill(Frame picture, int colour) {
        for (int row = 0; row < picture.size().height(); row++) {
            for (int column = 0; column < picture.size().width(); column++) {
                set(picture, column, row, colour & 0xff, colour >>> 8 & 0xff, colour >>> 16);
            }
        }
    }

    private static void set(Frame picture, int column, int row, int blue, int green, int red) {
        long at = 4L * (row * picture.size().width() + column);
        picture.pixels().asByteBuffer().put((int) at, (byte) blue).put((int) at + 1, (byte) green)
                .put((int) at + 2, (byte) red).put((int) at + 3, (byte) 255);
    }

    private static double luma(Frame picture, int column, int row) {
        return (at(picture, column, row, 0) + 2 * at(picture, column, row, 1) + at(picture, column, row, 2)) / 4.0;
    }

    private static int at(Frame picture, int column, int row, int channel) {
        return Row.channel(picture.pixels(), 4L * (row * picture.size().width() + column) + channel);
    }
}
