package io.github.slitstream.effect;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.LevelTables;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.ValueKey;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * An effect that makes each pixel of that pixel alone and is declared by its arithmetic: a matrix that mixes the
 * channels, or a formula of one level. Either is worked out only when a value has changed, and is fast on every picture
 * without a kernel of its own. Colours change, alpha is kept.
 */
final class PointEffect implements Effect {
    /** Fills a matrix from values. Allocates nothing. */
    @FunctionalInterface
    interface Mixture {
        void mix(ParameterValues values, ColourMatrix matrix);
    }

    /** What becomes of a level under some values. Allocates nothing. */
    @FunctionalInterface
    interface LevelFormula {
        /**
         * @param channel 0 blue, 1 green, 2 red
         * @param level 0 … 255
         * @return rounded to the nearest level and clamped to 0 … 255 by who calls
         */
        double level(ParameterValues values, int channel, int level);
    }

    /** What is worked out when a value has changed. */
    @FunctionalInterface
    private interface Arithmetic {
        void take(ParameterValues values);
    }

    /** What is done to a row that starts at the same offset in both pictures. */
    @FunctionalInterface
    private interface RowLoop {
        void run(MemorySegment in, MemorySegment out, long offset, int pixels);
    }

    private final FrameSize size;
    private final List<Parameter<?>> parameters;
    private final Arithmetic arithmetic;
    private final RowLoop loop;
    private final ValueKey madeOf = new ValueKey();

    private PointEffect(FrameSize size, List<Parameter<?>> parameters, Arithmetic arithmetic, RowLoop loop) {
        this.size = size;
        this.parameters = parameters;
        this.arithmetic = arithmetic;
        this.loop = loop;
    }

    /** An effect that mixes the channels of a pixel linearly. */
    static EffectType byMatrix(String id, String label, String doc, List<Parameter<?>> parameters, Mixture mixture) {
        return EffectType.of(id, label, doc, Footprint.POINT, parameters, (size, kernels) -> {
            ColourMatrix matrix = new ColourMatrix();
            return new PointEffect(size, parameters, values -> mixture.mix(values, matrix), (in, out, offset,
                    pixels) -> kernels.colourRow(in, offset, matrix.coefficients(), out, offset, pixels));
        });
    }

    /** An effect that makes each level of a channel another one. */
    static EffectType byLevel(String id, String label, String doc, List<Parameter<?>> parameters,
            LevelFormula formula) {
        return EffectType.of(id, label, doc, Footprint.POINT, parameters, (size, kernels) -> {
            LevelTables tables = new LevelTables();
            return new PointEffect(size, parameters, values -> fill(tables, formula, values),
                    (in, out, offset, pixels) -> tables.applyRow(in, offset, out, offset, pixels));
        });
    }

    /** An effect that makes a grey of the luma of each pixel (BT.709), and another one of that. */
    static EffectType byGreyLevel(String id, String label, String doc, List<Parameter<?>> parameters,
            LevelFormula formula) {
        return EffectType.of(id, label, doc, Footprint.POINT, parameters, (size, kernels) -> {
            LevelTables tables = new LevelTables();
            ColourMatrix luma = ColourMatrix.luma();
            return new PointEffect(size, parameters, values -> fill(tables, formula, values),
                    (in, out, offset, pixels) -> {
                        kernels.colourRow(in, offset, luma.coefficients(), out, offset, pixels);
                        tables.applyRow(out, offset, out, offset, pixels);
                    });
        });
    }

    @Override
    public void prepare(FrameHistory input, ParameterValues values) {
        if (!madeOf.matches(values)) {
            arithmetic.take(values);
            madeOf.take(parameters, values);
        }
    }

    @Override
    public void render(FrameHistory input, Frame output, int fromRow, int toRow) {
        for (int row = fromRow; row < toRow; row++) {
            loop.run(input.now().pixels(), output.pixels(), (long) row * size.stride(), size.width());
        }
    }

    private static void fill(LevelTables tables, LevelFormula formula, ParameterValues values) {
        for (int channel = 0; channel < 3; channel++) {
            for (int level = 0; level < LevelTables.LEVELS; level++) {
                tables.set(channel, level, formula.level(values, channel, level));
            }
        }
    }
}
