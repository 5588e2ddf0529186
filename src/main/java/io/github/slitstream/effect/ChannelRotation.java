package io.github.slitstream.effect;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.RotationTable;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.NamedConstant;
import io.github.slitstream.param.Real;
import io.github.slitstream.param.ParameterValues;
import java.util.List;

/** Rotates two colour channels around mid grey, as {@link RotationTable} defines it exactly. */
final class ChannelRotation implements Effect {
    /** Which channels are x and y of the vector that rotates. */
    enum Pair implements NamedConstant {
        RG("Red – green", 2, 1),
        GB("Green – blue", 1, 0),
        BR("Blue – red", 0,
                2);

        private final String label;
        private final int first;
        private final int second;

        Pair(String label, int first, int second) {
            this.label = label;
            this.first = first;
            this.second = second;
        }

        @Override
        public String label() {
            return label;
        }
    }

    private static final Real ANGLE = Real
            .of("angle", "Angle", -360, 360, 40, "How far the two channels rotate around mid grey.")
            .in("°").slider(0, 360).decimals(1);
    private static final Choice<Pair> PAIR = Choice.of("pair", "Channels", List.of(Pair.values()), Pair.RG,
            "Which two channels rotate into each other.");
    private static final Real SPIN = Real.of("spin", "Spin", -3600, 3600, 0, "Rotates on by itself; 0 stands still.")
            .in("°/s").slider(-180, 180).decimals(1);

    static final EffectType TYPE = EffectType.of("channel-rotation", "Channel rotation",
            "Rotates two colour channels into each other around mid grey.", Footprint.POINT,
            List.of(ANGLE, PAIR, SPIN),
            ChannelRotation::new);

    private final FrameSize size;
    private final Kernels kernels;
    private final RotationTable rotation = new RotationTable();
    private final PhaseAccumulator spin = new PhaseAccumulator(360);

    private ChannelRotation(FrameSize size, Kernels kernels) {
        this.size = size;
        this.kernels = kernels;
    }

    @Override
    public void prepare(FrameHistory input, ParameterValues values) {
        double spun = spin.advance(input.capturedNanos(0), values.get(SPIN));
        Pair pair = values.get(PAIR);
        rotation.channels(pair.first, pair.second);
        rotation.rotate(values.get(ANGLE) + spun);
    }

    @Override
    public void render(FrameHistory input, Frame output, int fromRow, int toRow) {
        for (int row = fromRow; row < toRow; row++) {
            long at = (long) row * size.stride();
            kernels.rotateRow(input.now().pixels(), at, rotation, output.pixels(), at, size.width());
        }
    }
}
