package io.github.slitstream.pattern;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSequence;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.PlaneKernels;
import io.github.slitstream.param.Flag;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where something moves: from picture to picture the brightness of each small block is compared, or the flow between
 * them is measured; from a threshold on to twice as much, the block strives from 0 to 1, with an attack, and falls back
 * with a decay; then all is blurred.
 */
final class Motion implements Pattern {
    static final Real THRESHOLD = Real
            .of("threshold", "Threshold", 0.5, 128, 6,
                    "How much must change from picture to picture: grey levels, or pixels by flow.")
            .in("levels").slider(1, 64).logarithmic();
    static final Real ATTACK = Real
            .of("attack", "Attack", 0, 10, 0.03, "How long it takes to go back in time where something moves.")
            .in("s").slider(0, 2);
    static final Real DECAY = Real
            .of("decay", "Decay", 0, 60, 1.2, "How long it takes to come back to now when all is still again.")
            .in("s").slider(0, 10);
    static final Real BLUR = Real
            .of("blur", "Blur", 0, 25, 1, "How far it spreads outward, as a share of the longer side.").in("%")
            .slider(0, 10);

    static final Flag BY_FLOW = Flag.of("by-flow", "By flow", false,
            "Counts how many pixels things move, instead of by how much brightness changes, where the flow between "
                    + "frames is kept: with interpolation=flow.");

    @Override
    public String id() {
        return "motion";
    }

    @Override
    public String label() {
        return "Motion";
    }

    @Override
    public String doc() {
        return "Follows the picture: what moves goes back in time, and comes back to now when it rests.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(THRESHOLD, BY_FLOW, ATTACK, DECAY, BLUR);
    }

    @Override
    public Field field(FrameSize size) {
        return new Numbers(size);
    }

    private static final class Numbers implements Field {
        private final FrameSize size;
        private final BlockMeans means;
        private final BlockBlur blur;
        private final float[] heat;
        private final float[] blurred;
        private float[] now;
        private float[] before;
        private final float[] lengths;
        private final FlowLengths flow;
        private @Nullable FrameSequence moments;
        private boolean byFlow;
        private volatile boolean isWithoutFlow;
        private boolean seenOne;
        private long lastNanos;
        private double threshold = THRESHOLD.defaultValue();
        private double attack;
        private double decay;
        private int radius;

        Numbers(FrameSize size) {
            this.size = size;
            this.means = new BlockMeans(size);
            this.blur = new BlockBlur(means.size());
            int blocks = means.size().pixels();
            this.heat = new float[blocks];
            this.blurred = new float[blocks];
            this.now = new float[blocks];
            this.before = new float[blocks];
            this.lengths = new float[blocks];
            this.flow = new FlowLengths(size, means.size());
        }

        @Override
        public void take(ParameterValues values) {
            threshold = values.get(THRESHOLD);
            byFlow = values.get(BY_FLOW);
            attack = values.get(ATTACK);
            decay = values.get(DECAY);
            radius = blur.radius(values.get(BLUR) / 100, size);
        }

        @Override
        public void reach(FrameHistory past, double deepest) {
            moments = past.moments();
        }

        @Override
        public boolean update(Frame picture, PlaneKernels kernels) {
            float[] oldest = before;
            before = now;
            now = oldest;
            means.read(picture, kernels, now);
            if (seenOne) {
                follow(Math.max(0, picture.capturedNanos() - lastNanos) / 1e9, picture);
            }
            seenOne = true;
            lastNanos = picture.capturedNanos();
            System.arraycopy(heat, 0, blurred, 0, heat.length);
            blur.blur(blurred, radius);
            return true;
        }

        private void follow(double seconds, Frame picture) {
            float rise = (float) (1 - left(seconds, attack));
            float fall = (float) (1 - left(seconds, decay));
            float least = (float) threshold;
            boolean isMeasured = byFlow && moments != null && flow.read(moments, picture, lengths);
            isWithoutFlow = byFlow && (moments == null || !moments.hasFlow());
            for (int i = 0; i < heat.length; i++) {
                float change = isMeasured ? lengths[i] : Math.abs(now[i] - before[i]);
                float wanted = Math.clamp((change - least) / least, 0, 1);
                heat[i] += (wanted - heat[i]) * (wanted > heat[i] ? rise : fall);
            }
        }

        @Override
        public Optional<String> note() {
            return isWithoutFlow
                    ? Optional.of("motion by flow finds none and goes by brightness: set interpolation=flow")
                    : Optional.empty();
        }

        /** What is left of a way after some time, with so long a time constant. */
        private static double left(double seconds, double constant) {
            return constant == 0 ? 0 : Polynomials.exp(-seconds / constant);
        }

        @Override
        public void fillRow(int row, double[] out, int first) {
            if (seenOne) {
                blur.readRow(blurred, row, out, first, size.width());
            } else {
                Arrays.fill(out, first, first + size.width(), 0);
            }
        }
    }
}
