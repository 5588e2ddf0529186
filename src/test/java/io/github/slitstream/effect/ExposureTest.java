package io.github.slitstream.effect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.slitstream.frame.FlowAxis;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.PackedFrames;
import io.github.slitstream.param.Values;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exposures of a time displacement, and colours apart, against pictures that show one moment each. */
@Tag("kernels")
class ExposureTest {
    private static final FrameSize SIZE = new FrameSize(67, 13);
    private static final int FRAMES = 12;

    private static FrameRing ring(boolean compact) {
        FrameRing ring = new FrameRing(SIZE, 1, FRAMES, compact ? new PackedFrames(Kernels.get()) : null,
                FlowAxis.NONE);
        Random random = new Random(7);
        for (int i = 0; i < FRAMES; i++) {
            Frame slot = Objects.requireNonNull(ring.claim());
            int[] noise = EffectRun.noise(SIZE, random);
            MemorySegment.copy(noise, 0, slot.pixels(), ValueLayout.JAVA_INT, 0, noise.length);
            ring.publish(i * 40_000_000L);
            ring.newest();
        }
        return ring;
    }

    private static int[] made(FrameHistory past, String... settings) {
        Values values = TimeDisplacement.TYPE.defaults();
        for (String setting : settings) {
            int at = setting.indexOf('=');
            values = values.with(setting.substring(0, at), setting.substring(at + 1));
        }
        Effect effect = TimeDisplacement.TYPE.create(SIZE, Kernels.get());
        try (Arena arena = Arena.ofConfined()) {
            Frame out = Frame.allocate(SIZE, arena);
            effect.prepare(past, values);
            effect.render(past, out, 0, 5);
            effect.render(past, out, 5, SIZE.height());
            return out.pixels().toArray(ValueLayout.JAVA_INT);
        }
    }

    /** A turn of half the shutter is four moments, 1/8 of a frame apart; within 4 frames none meets an end. */
    @ParameterizedTest
    @CsvSource({"linear,false,1", "linear,true,3", "cubic,false,2"})
    void anExposureIsTheMeanOfItsMoments(String way, boolean compact, double allowed) {
        try (FrameRing ring = ring(compact)) {
            FrameHistory past = ring.newest();
            int[] exposed = made(past, "pattern=linear", "depth=5", "interpolation=" + way, "shutter=180", "from=0.2");
            double[] sums = new double[4 * exposed.length];
            for (int i = 0; i < 4; i++) {
                double later = (i - 1.5) / 8;
                int[] single = made(past, "pattern=linear", "depth=5", "interpolation=" + way, "from=0.2",
                        "colours=apart", "red-offset=" + later, "green-offset=" + later, "blue-offset=" + later);
                for (int at = 0; at < sums.length; at++) {
                    sums[at] += EffectRun.level(single[at / 4], at % 4);
                }
            }
            for (int at = 0; at < sums.length; at++) {
                assertEquals(sums[at] / 4, EffectRun.level(exposed[at / 4], at % 4), allowed, way + " byte " + at);
            }
        }
    }

    @Test
    void coloursThatAreApartByNothingAreTogether() {
        try (FrameRing ring = ring(false)) {
            FrameHistory past = ring.newest();
            assertArrayEquals(made(past, "pattern=radial"), made(past, "pattern=radial", "colours=apart",
                    "red-offset=0", "green-offset=0", "blue-offset=0"));
        }
    }

    @Test
    void eachColourHasItsOwnMoment() {
        try (FrameRing ring = ring(false)) {
            FrameHistory past = ring.newest();
            int[] apart = made(past, "pattern=linear", "depth=1", "colours=apart", "blue-offset=1", "green-offset=3",
                    "red-offset=2000");
            int[][] frames = new int[FRAMES][];
            for (int age = 0; age < FRAMES; age++) {
                frames[age] = made(past, "pattern=linear", "depth=1", "colours=apart", "blue-offset=" + age,
                        "green-offset=" + age, "red-offset=" + age);
            }
            for (int i = 0; i < apart.length; i++) {
                assertEquals(EffectRun.level(frames[1][i], 0), EffectRun.level(apart[i], 0));
                assertEquals(EffectRun.level(frames[3][i], 1), EffectRun.level(apart[i], 1));
                assertEquals(EffectRun.level(frames[FRAMES - 1][i], 2), EffectRun.level(apart[i], 2));
                assertEquals(EffectRun.level(frames[3][i], 3), EffectRun.level(apart[i], 3));
            }
        }
    }
}
