package io.github.slitstream.effect;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.ReadPoints;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;
import io.github.slitstream.param.ValueKey;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * An effect that reads each pixel at a point of the picture that follows from its values, and perhaps from how far it
 * has turned by itself. The points are worked out once for as long as neither changes.
 */
final class Remapping implements Effect {
    /** Which point each pixel reads. */
    interface Geometry {
        /**
         * Takes over values. Allocates nothing.
         *
         * @param turned how far it has turned by itself, in degrees
         */
        void take(ParameterValues values, double turned);

        /** Sets the points of one row. Different threads may do different rows at once. Allocates nothing. */
        void fillRow(int row, ReadPoints points);
    }

    private static final double TURN = 360;

    private final FrameSize size;
    private final Kernels kernels;
    private final List<Parameter<?>> parameters;
    private final Real spin;
    private final Geometry geometry;
    private final ReadPoints points;
    private final boolean[] filled;
    private final PhaseAccumulator accumulator = new PhaseAccumulator(TURN);
    private final ValueKey madeOf = new ValueKey();
    private double turned;

    private Remapping(FrameSize size, Kernels kernels, List<Parameter<?>> parameters, Real spin, Geometry geometry) {
        this.size = size;
        this.kernels = kernels;
        this.parameters = parameters;
        this.spin = spin;
        this.geometry = geometry;
        this.points = new ReadPoints(size.width(), size.height());
        this.filled = new boolean[size.height()];
    }

    /**
     * @param parameters those of the geometry and the spin
     * @param spin degrees per second
     */
    static EffectType type(String id, String label, String doc, List<Parameter<?>> parameters, Real spin,
            Function<FrameSize, Geometry> geometry) {
        return EffectType.of(id, label, doc, Footprint.GEOMETRIC, parameters,
                (size, kernels) -> new Remapping(size, kernels, parameters, spin, geometry.apply(size)));
    }

    @Override
    public void prepare(FrameHistory input, ParameterValues values) {
        double now = accumulator.advance(input.capturedNanos(0), values.get(spin));
        if (madeOf.matches(values) && now == turned) {
            return;
        }
        geometry.take(values, now);
        Arrays.fill(filled, false);
        madeOf.take(parameters, values);
        turned = now;
    }

    @Override
    public void render(FrameHistory input, Frame output, int fromRow, int toRow) {
        for (int row = fromRow; row < toRow; row++) {
            if (!filled[row]) {
                geometry.fillRow(row, points);
                filled[row] = true;
            }
            points.gatherRow(row, kernels, input.now().pixels(), 0, output.pixels(), (long) row * size.stride());
        }
    }
}
