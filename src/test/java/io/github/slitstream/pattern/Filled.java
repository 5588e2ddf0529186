package io.github.slitstream.pattern;

import io.github.slitstream.frame.FlowAxis;
import io.github.slitstream.frame.FlowGrid;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.FileName;
import io.github.slitstream.param.Flag;
import io.github.slitstream.param.Int;
import io.github.slitstream.param.Matrix;
import io.github.slitstream.param.Named;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Real;
import io.github.slitstream.param.Text;
import io.github.slitstream.param.Values;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Whole pictures of numbers for tests, row-major, and values to draw them with. */
final class Filled {
    /** So deep that what keeps pace with time has begun anew with the third frame, and is nearly through. */
    private static final double JUST_BEYOND_ONE_FRAME = 1.05;

    private Filled() {}

    /** What a pattern declares, and the shaping. */
    static Values defaults(Pattern pattern) {
        return Values.defaults(
                Stream.<Parameter<?>>concat(pattern.parameters().stream(), Shaping.PARAMETERS.stream()).toList());
    }

    static Values defaults(String id) {
        return defaults(pattern(id));
    }

    static Pattern pattern(String id) {
        return Patterns.ALL.stream().filter(pattern -> pattern.id().equals(id)).findFirst().orElseThrow();
    }

    static double[] of(String id, FrameSize size, Values values) {
        return of(pattern(id), size, values);
    }

    static double[] of(Pattern pattern, FrameSize size, Values values) {
        return of(field(pattern, size, values), size);
    }

    /** A field that has seen three frames, noisy on their left, each in its own way, and flat on their right. */
    static Field field(Pattern pattern, FrameSize size, Values values) {
        Field field = pattern.field(size, values);
        try (FrameRing past = new FrameRing(size, 1, 3, null, FlowAxis.MOMENTS); Arena arena = Arena.ofConfined()) {
            MemorySegment flow = arena.allocate(FlowGrid.bytes(size), Long.BYTES);
            for (long at = 0; at < flow.byteSize(); at += FlowGrid.CELL_BYTES) {
                flow.set(ValueLayout.JAVA_LONG, at,
                        FlowGrid.cell((float) (at % 56 - 20), 3, 0, 0, FlowGrid.FULL_TRUST));
            }
            for (int i = 0; i < 3; i++) {
                int shift = i * 31_337;
                Frame picture = GreyFrame.of(size,
                        (x, y) -> x < size.width() / 2 ? x * 7919 + y * 104_729 + x * y * shift & 0xff : 60);
                Objects.requireNonNull(past.claim());
                past.publish(i * 100_000_000L);
                past.keepFlow(i, 0, flow);
                past.showWithFlow(i);
                field.reach(past.newest(), JUST_BEYOND_ONE_FRAME);
                field.update(GreyFrame.at(picture, i * 100_000_000L), Kernels.get().planes());
                of(field, size);
                Frame made = GreyFrame.of(size, (x, y) -> 255 - 3 * (x + y) & 0xff);
                for (int row = 0; field.watches() && row < size.height(); row++) {
                    field.watchRow(row, made, Kernels.get().planes());
                }
            }
        }
        return field;
    }

    private static double[] of(Field field, FrameSize size) {
        double[] out = new double[size.pixels()];
        for (int row = 0; row < size.height(); row++) {
            field.fillRow(row, out, row * size.width());
        }
        return out;
    }

    static Values random(Values defaults, RandomGenerator random) {
        Values values = defaults;
        for (Parameter<?> parameter : defaults.parameters()) {
            boolean hasSay = values.parameters().contains(parameter);
            values = hasSay ? randomly(values, parameter, random) : values;
        }
        return values;
    }

    static Values randomly(Values values, Parameter<?> parameter, RandomGenerator random) {
        return switch (parameter) {
            case Real real -> values.with(real, random.nextDouble(real.min(), real.max()));
            case Int whole -> values.with(whole, random.nextInt(whole.min(), whole.max() + 1));
            case Flag flag -> values.with(flag, random.nextBoolean());
            case Choice<?> choice -> withAny(values, choice, random);
            case Matrix matrix ->
                values.with(matrix, matrix.defaultValue().resized(matrix.maxSide(), matrix.minSide()));
            case FileName file -> values.with(file, file.builtIn().get(random.nextInt(file.builtIn().size())));
            case Text text -> values.with(text, text.examples().get(random.nextInt(text.examples().size())).text());
        };
    }

    private static <T extends Named> Values withAny(Values values, Choice<T> choice, RandomGenerator random) {
        return values.with(choice, choice.options().get(random.nextInt(choice.options().size())));
    }
}
