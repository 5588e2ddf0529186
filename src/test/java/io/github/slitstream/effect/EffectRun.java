package io.github.slitstream.effect;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.SingleFrameHistory;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.param.Values;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Random;

/** An effect at work on pictures of ints, blue in the lowest byte, 25 of them a second. */
final class EffectRun implements AutoCloseable {
    private static final long PERIOD = 40_000_000;

    private final Arena arena = Arena.ofConfined();
    private final FrameSize size;
    private final Effect effect;
    private final Values values;
    private final Frame in;
    private final Frame out;
    private long nanos;

    /** @param settings such as {@code "size=4", "coloured=true"} */
    EffectRun(EffectType type, FrameSize size, String... settings) {
        Values set = type.defaults();
        for (String setting : settings) {
            int at = setting.indexOf('=');
            set = set.with(setting.substring(0, at), setting.substring(at + 1));
        }
        this.size = size;
        this.values = set;
        this.effect = type.create(size, Kernels.get());
        this.in = Frame.allocate(size, arena);
        this.out = Frame.allocate(size, arena);
    }

    static int[] noise(FrameSize size, Random random) {
        return random.ints(size.pixels()).toArray();
    }

    /** What the effect makes of the next picture. */
    int[] next(int[] picture) {
        nanos += PERIOD;
        return again(picture);
    }

    /** What it makes of a picture at the time of the last one. */
    int[] again(int[] picture) {
        MemorySegment.copy(picture, 0, in.pixels(), ValueLayout.JAVA_INT, 0, picture.length);
        in.stamp(nanos);
        SingleFrameHistory history = new SingleFrameHistory();
        history.show(in, nanos);
        effect.prepare(history, values);
        effect.render(history, out, 0, size.height() / 2);
        effect.render(history, out, size.height() / 2, size.height());
        return out.pixels().toArray(ValueLayout.JAVA_INT);
    }

    @Override
    public void close() {
        arena.close();
    }

    /** @param channel 0 blue, 1 green, 2 red, 3 alpha */
    static int level(int pixel, int channel) {
        return (pixel >>> (8 * channel)) & 0xff;
    }
}
