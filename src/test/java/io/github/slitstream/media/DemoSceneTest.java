package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import java.awt.Color;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoSceneTest {
    private static final FrameSize SIZE = new FrameSize(160, 90);

    @Test
    void dependsOnNothingButTheTime() {
        Frame expected = TestFrames.blank(SIZE);
        new DemoScene(SIZE).draw(12.3, expected);
        DemoScene scene = new DemoScene(SIZE);
        Frame actual = TestFrames.blank(SIZE);
        for (double seconds : new double[]{0, 777, 12.3}) {
            scene.draw(seconds, actual);
        }
        assertTrue(TestFrames.same(expected, actual));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 45, 89})
    void theBandsInWhichItIsPaintedMakeNoDifference(int rows) {
        Frame whole = TestFrames.blank(SIZE);
        Frame inBands = TestFrames.blank(SIZE);
        DemoScene scene = new DemoScene(SIZE, rows);
        for (double seconds : new double[]{0, 1.7, 12.3, 98.6}) {
            new DemoScene(SIZE, SIZE.height()).draw(seconds, whole);
            scene.draw(seconds, inBands);
            assertTrue(TestFrames.same(whole, inBands), "after " + seconds + " s");
        }
    }

    @Test
    void showsEverythingInItsPlace() {
        Frame frame = TestFrames.blank(new FrameSize(1280, 720));
        new DemoScene(frame.size()).draw(0, frame);
        assertEquals(bgr(0xFF4D6D), TestFrames.pixel(frame, 360, 403 + 200), "the first blade, to the right");
        assertEquals(bgr(0x6C5CFF), TestFrames.pixel(frame, 360 - 173, 403 - 100),
                "the ninth, a third to the left of up");
        assertEquals(bgr(0xFFF3DC), TestFrames.pixel(frame, 360, 403), "the hub");
        assertEquals(bgr(0x0B0D1F), TestFrames.pixel(frame, 360 - 30, 403), "its eye");
        assertEquals(bgr(0xFF5D5D), TestFrames.pixel(frame, 360 - 322, 403), "the red moon, above");
        assertEquals(bgr(0xFFB52E), TestFrames.pixel(frame, 168 + 390 + 60, 992), "the pendulum, hanging down");
        assertEquals(bgr(0x3BA3FF), TestFrames.pixel(frame, 168 - 30, 992 + 52), "the minute hand, at two");
        assertEquals(bgr(0x1FD1B2), TestFrames.pixel(frame, 644, 749), "the first bead");
    }

    private static List<Integer> bgr(int rgb) {
        return List.of(rgb & 0xFF, rgb >> 8 & 0xFF, rgb >> 16, 255);
    }

    @Test
    void nothingIsAllocatedAfterWarmUp() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        DemoScene scene = new DemoScene(SIZE);
        Frame frame = TestFrames.blank(SIZE);
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 40; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 10; i++) {
                scene.draw(round + i / 10.0, frame);
            }
            best = Math.min(best, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, best, "bytes in the leanest ten frames");
    }

    @Test
    void huesAreThoseOfJava2D() {
        for (float hue = 0; hue < 1.5f; hue += 0.013f) {
            for (float saturation = 0; saturation <= 1; saturation += 0.25f) {
                for (float brightness = 0; brightness <= 1; brightness += 0.125f) {
                    Color expected = new Color(Color.HSBtoRGB(hue, saturation, brightness));
                    Color actual = new Color(DemoBackdrop.argb(hue, saturation, brightness), true);
                    String what = hue + ", " + saturation + ", " + brightness;
                    assertEquals(expected.getRed(), actual.getRed(), 1, what);
                    assertEquals(expected.getGreen(), actual.getGreen(), 1, what);
                    assertEquals(expected.getBlue(), actual.getBlue(), 1, what);
                    assertEquals(255, actual.getAlpha(), what);
                }
            }
        }
    }
}
