package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.PixelShape;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import io.github.slitstream.preset.RingSettings.HistoryFormat;
import io.github.slitstream.preset.Slot;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Views between the cameras of a rig along the flow, against the scene as a camera at each pixel's own place would see
 * it: a wall, and a disc in front of it that moves from camera to camera three times as far. From moment to moment
 * everything moves by other ways.
 */
@Tag("kernels")
class RigFlowTest {
    private static final FrameSize SIZE = new FrameSize(256, 144);
    private static final int CAMERAS = 5;
    private static final int FRAMES = 3;

    /** The level of the scene, seen by the camera at a place between the first, 0, and the last, 4. */
    private static int level(double camera, int time, int row, int column) {
        double x = column + 10 * camera;
        double y = row - 9 * time;
        double discX = column - 176 + 29 * camera - 20 * time;
        double discY = row - 72;
        double inside = Math.clamp(40.5 - Math.hypot(discX, discY), 0, 1);
        double wall = 90 + 30 * Math.sin(x * 0.11) * Math.cos(y * 0.07) + 30 * Math.sin(0.05 * x + 0.09 * y);
        double disc = 170 + 40 * Math.sin(discX * 0.13 + 1) * Math.sin(discY * 0.11 + 2);
        return (int) Math.round(wall + inside * (disc - wall));
    }

    private static byte[] exact(int angle) {
        byte[] all = new byte[(int) SIZE.bytes()];
        for (int row = 0; row < SIZE.height(); row++) {
            for (int column = 0; column < SIZE.width(); column++) {
                double share = angle == 0 ? column / (SIZE.width() - 1.0) : row / (SIZE.height() - 1.0);
                int at = 4 * (row * SIZE.width() + column);
                fill(all, at, level(share * (CAMERAS - 1), FRAMES - 1, row, column));
            }
        }
        return all;
    }

    private static void fill(byte[] all, int at, int level) {
        all[at] = (byte) level;
        all[at + 1] = (byte) level;
        all[at + 2] = (byte) level;
        all[at + 3] = (byte) 255;
    }

    private static Preset preset(int angle, String interpolation) {
        Slot slot = Slot.of(TimeDisplacement.TYPE);
        return Preset.empty("test").withRing(RingSettings.LENGTH, 2).plus(slot.withValues(slot.values()
                .with("along", "cameras").with("angle", String.valueOf(angle)).with("interpolation", interpolation)));
    }

    private static byte[] rendered(Preset preset, int threads) throws Exception {
        LastPicture last = LastPicture.of(new Rig(), preset, FRAMES, threads);
        assertEquals(List.of(), last.notes());
        return last.picture();
    }

    @ParameterizedTest
    @CsvSource({"0,FULL", "90,FULL", "90,COMPACT"})
    void flowComesNearTheSceneFromPlacesBetweenCameras(int angle, HistoryFormat history) throws Exception {
        byte[] exact = exact(angle);
        double linear = LastPicture.decibels(exact,
                rendered(preset(angle, "linear").withRing(RingSettings.HISTORY, history), 2));
        double flow = LastPicture.decibels(exact,
                rendered(preset(angle, "flow").withRing(RingSettings.HISTORY, history), 2));
        assertTrue(flow > linear + 4, "linear " + linear + " dB, flow " + flow + " dB");
    }

    @Test
    void threadsMakeNoDifference() throws Exception {
        assertArrayEquals(rendered(preset(90, "flow"), 1), rendered(preset(90, "flow"), 3));
    }

    @Test
    void alongTimeFlowIsThatOfTheFirstCamera() throws Exception {
        Slot along = preset(90, "flow").chain().getFirst();
        Preset inTime = Preset.empty("test").withRing(RingSettings.LENGTH, FRAMES)
                .plus(along.withValues(along.values().with("along", "time")));
        byte[] ofRig = LastPicture.of(new Rig(), inTime, FRAMES, 2).picture();
        assertArrayEquals(LastPicture.of(new Rig(1), inTime, FRAMES, 2).picture(), ofRig);
    }

    /** Its cameras, one after another, moment after moment. */
    private static final class Rig implements FrameSource {
        private final int cameras;
        private int read;

        Rig() {
            this(CAMERAS);
        }

        Rig(int cameras) {
            this.cameras = cameras;
        }

        @Override
        public SourceInfo info() {
            return new SourceInfo("test", "Test", SIZE, 30, false, SourceInfo.UNKNOWN, "", cameras, PixelShape.SQUARE);
        }

        @Override
        public long read(Frame target) {
            int time = read / cameras;
            byte[] row = new byte[SIZE.stride()];
            for (int i = 0; i < SIZE.height(); i++) {
                for (int j = 0; j < SIZE.width(); j++) {
                    fill(row, 4 * j, level(read % cameras, time, i, j));
                }
                target.pixels().asSlice((long) i * SIZE.stride(), SIZE.stride())
                        .copyFrom(MemorySegment.ofArray(row));
            }
            read++;
            return time * 33_333_333L;
        }

        @Override
        public void rewind() {
            read = 0;
        }

        @Override
        public void seek(long nanos) {
            read = (int) Math.round(nanos / 33_333_333.0) * cameras;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
