package io.github.slitstream.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.PixelShape;
import io.github.slitstream.frame.SourceInfo;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two views of moments that bear their number and view, from a source that has a key frame every 25 moments. */
class MomentsInAnyOrderTest {
    private static final FrameSize SIZE = new FrameSize(3, 2);
    private static final int MOMENTS = 120;
    private static final int KEY = 25;
    private static final long INTERVAL = 40_000_000;

    private final Arena arena = Arena.ofConfined();
    private final Frame[] views = {Frame.allocate(SIZE, arena), Frame.allocate(SIZE, arena)};
    private final Source source = new Source();
    private int end = MOMENTS;

    @AfterEach
    void free() {
        arena.close();
    }

    private MomentsInAnyOrder clip(boolean isAtEnd) {
        long[] times = LongStream.range(0, MOMENTS).map(number -> number * INTERVAL).toArray();
        return new MomentsInAnyOrder(source, times, isAtEnd, this::readBoth, SIZE, arena);
    }

    private long readBoth(Frame[] into) {
        source.read(into[0]);
        return source.read(into[1]);
    }

    private void assertShown(int number, String message) {
        assertEquals(number, views[0].pixels().get(ValueLayout.JAVA_BYTE, 0), message);
        assertEquals(-number, views[1].pixels().get(ValueLayout.JAVA_BYTE, 0), message);
    }

    @Test
    void everyMomentIsFoundWhereverTheWayLeads() throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            MomentsInAnyOrder clip = clip(false);
            int at = random.nextInt(MOMENTS);
            int step = 1;
            for (int i = 0; i < 60; i++) {
                assertTrue(clip.read(at, random.nextInt(8) == 0 ? random.nextBoolean() : step < 0, views));
                assertShown(at, "seed " + seed + ", step " + i);
                step = random.nextInt(6) == 0 ? -step : step;
                at = random.nextInt(15) == 0 ? random.nextInt(MOMENTS) : Math.clamp(at + step, 0, MOMENTS - 1);
            }
        }
    }

    @Test
    void backwardsEachMomentIsReadAboutOnce() throws IOException {
        MomentsInAnyOrder clip = clip(false);
        for (int number = MOMENTS - 1; number >= 0; number--) {
            assertTrue(clip.read(number, true, views));
            assertShown(number, "backwards");
        }
        assertTrue(source.momentsRead < 2 * MOMENTS, source.momentsRead + " moments were read");
    }

    @Test
    void whatFollowsIsReadWithoutASeek() throws IOException {
        source.next = 2 * 7;
        MomentsInAnyOrder clip = clip(false);
        for (int number = 7; number < MOMENTS; number++) {
            assertTrue(clip.read(number, false, views));
            assertShown(number, "forwards");
        }
        assertEquals(1, source.seeks);
    }

    @Test
    void aSourceThatEndsSoonerIsTold() throws IOException {
        end = 50;
        assertTrue(clip(true).read(49, true, views));
        assertFalse(clip(true).read(50, false, views));
        assertFalse(clip(true).read(60, true, views));
    }

    private final class Source implements FrameSource {
        private int next;
        private int momentsRead;
        private int seeks;

        @Override
        public SourceInfo info() {
            return new SourceInfo("test", "Test", SIZE, 25, false, SourceInfo.UNKNOWN, "", 2, PixelShape.SQUARE);
        }

        @Override
        public long read(Frame target) {
            int number = next / 2;
            if (number >= end) {
                return END;
            }
            target.pixels().fill((byte) (next % 2 == 0 ? number : -number));
            next++;
            momentsRead += next % 2;
            return number * INTERVAL;
        }

        @Override
        public void seek(long nanos) {
            next = (int) (nanos / INTERVAL) / KEY * KEY * 2;
            seeks++;
        }

        @Override
        public void rewind() {
            next = 0;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
