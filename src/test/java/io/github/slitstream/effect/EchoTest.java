package io.github.slitstream.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.param.Values;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("kernels")
class EchoTest {
    private static final FrameSize SIZE = new FrameSize(35, 11);
    private static final long PERIOD = 40_000_000;
    private static final int FRAMES = 12;

    /** An interval of 0.1 s is two and a half frames; the last echoes lie beyond the oldest of twelve. */
    @ParameterizedTest
    @CsvSource({"blend,0.1,0.7,3", "blend,0.1,1,6", "lighten,0.1,0.8,4", "darken,0.04,0.9,5", "screen,0.06,0.5,16",
        "lighten,0.3,0,1"})
    void momentsAreLaidOverThePicture(String mode, double interval, double decay, int echoes) {
        Random random = new Random(echoes);
        List<int[]> newestFirst = new ArrayList<>();
        try (FrameRing ring = new FrameRing(SIZE, FRAMES); Arena arena = Arena.ofConfined()) {
            for (int i = 0; i < FRAMES; i++) {
                int[] picture = EffectRun.noise(SIZE, random);
                newestFirst.addFirst(picture);
                Frame slot = Objects.requireNonNull(ring.claim());
                MemorySegment.copy(picture, 0, slot.pixels(), ValueLayout.JAVA_INT, 0, picture.length);
                ring.publish(i * PERIOD);
                ring.newest();
            }
            int[] made = made(ring.newest(), arena, mode, interval, decay, echoes);
            for (int i = 0; i < made.length; i++) {
                for (int channel = 0; channel < 4; channel++) {
                    assertEquals(expected(newestFirst, i, channel, mode, interval, decay, echoes),
                            EffectRun.level(made[i], channel), 0.5 + 0.7 * echoes, mode + " pixel " + i);
                }
            }
        }
    }

    private static int[] made(FrameHistory history, Arena arena, String mode, double interval, double decay,
            int echoes) {
        Values values = Echo.TYPE.defaults().with("mode", mode).with("interval", String.valueOf(interval))
                .with("decay", String.valueOf(decay)).with("echoes", String.valueOf(echoes));
        Effect effect = Echo.TYPE.create(SIZE, Kernels.get());
        Frame out = Frame.allocate(SIZE, arena);
        effect.prepare(history, values);
        effect.render(history, out, 0, SIZE.height());
        return out.pixels().toArray(ValueLayout.JAVA_INT);
    }

    private static double expected(List<int[]> newestFirst, int pixel, int channel, String mode, double interval,
            double decay, int echoes) {
        double result = EffectRun.level(newestFirst.getFirst()[pixel], channel);
        double sum = result;
        double weights = 1;
        for (int k = 1; k <= echoes; k++) {
            double age = Math.min(k * interval / 0.04, FRAMES - 1);
            int newer = (int) age;
            int older = Math.min(newer + 1, FRAMES - 1);
            double level = EffectRun.level(newestFirst.get(newer)[pixel], channel) * (1 - (age - newer))
                    + EffectRun.level(newestFirst.get(older)[pixel], channel) * (age - newer);
            double weight = Math.pow(decay, k);
            sum += weight * level;
            weights += weight;
            result = switch (mode) {
                case "blend" -> sum / weights;
                case "lighten" -> Math.max(result, weight * level);
                case "darken" -> Math.min(result, 255 - weight * (255 - level));
                case "screen" -> 255 - (255 - result) * (255 - weight * level) / 255;
                default -> throw new AssertionError(mode);
            };
        }
        return result;
    }
}
