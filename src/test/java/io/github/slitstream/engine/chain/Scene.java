package io.github.slitstream.engine.chain;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.KeptFrames;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Random;

/** Pictures for tests, by formula or by chance. */
public final class Scene {
    private Scene() {}

    /** Opaque noise. */
    public static void noise(Frame frame, Random random) {
        byte[] bytes = new byte[(int) frame.size().bytes()];
        random.nextBytes(bytes);
        for (int alpha = 3; alpha < bytes.length; alpha += 4) {
            bytes[alpha] = (byte) 255;
        }
        MemorySegment.copy(bytes, 0, frame.pixels(), ValueLayout.JAVA_BYTE, 0, bytes.length);
    }

    /** A smooth coloured picture with a bright bar that has moved on by the number of the frame. */
    public static void movingBar(Frame frame, int number) {
        FrameSize size = frame.size();
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                int blue = 255 * column / size.width();
                int green = 255 * row / size.height();
                int red = Math.floorMod(column - 3 * number, size.width()) < 6 ? 255 : 40;
                frame.pixels().set(ValueLayout.JAVA_INT_UNALIGNED, ((long) row * size.width() + column) * 4,
                        0xff000000 | red << 16 | green << 8 | blue);
            }
        }
    }

    /** A ring that has received frames at 25 a second. */
    public static FrameRing filled(FrameSize size, int capacity, int frames, Random random) {
        FrameRing ring = new FrameRing(size, capacity);
        for (int i = 0; i < frames; i++) {
            Frame slot = ring.claim();
            if (slot == null) {
                throw new AssertionError("the ring is read after each frame");
            }
            noise(slot, random);
            ring.publish(i * 40_000_000L);
            ring.newest();
        }
        return ring;
    }

    /** All that a history keeps, in whatever form. */
    static byte[] bytes(FrameHistory history) {
        return KeptFrames.of(history.moments(), history.size()).memory().toArray(ValueLayout.JAVA_BYTE);
    }

    public static byte[] bytes(Frame frame) {
        return frame.pixels().toArray(ValueLayout.JAVA_BYTE);
    }
}
