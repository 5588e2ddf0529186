package io.github.slitstream.pattern;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.PlaneKernels;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.NamedConstant;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;
import java.util.Arrays;
import java.util.List;

/**
 * How bright the newest picture is, or the one that was made last by the delays, from a black to a white point; where
 * these are the other way round, what is dark is the past. Seen in small blocks, so that single noisy pixels do not
 * flicker through time.
 */
final class Luma implements Pattern {
    /** What is looked at. */
    enum Of implements NamedConstant {
        NEWEST("Newest picture"), SHOWN("Picture shown last");

        private final String label;

        Of(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    static final Choice<Of> OF = Choice.of("of", "Of", List.of(Of.values()), Of.NEWEST,
            "What is looked at: what comes in, or what the displacement made last, which feeds back.");
    static final Real BLACK = Real.of("black", "Black point", 0, 1, 0.25, "Brightness that is now.");
    static final Real WHITE = Real.of("white", "White point", 0, 1, 0.75, "Brightness that is the past.");
    static final Real BLUR = Real
            .of("blur", "Blur", 0, 25, 0.5, "How far brightness spreads, as a share of the longer side.").in("%")
            .slider(0, 10);
    static final Real INERTIA = Real
            .of("inertia", "Inertia", 0, 60, 0, "How long brightness lingers when it changes.").in("s").slider(0, 5);

    private static final double BRIGHTEST = 255;
    /** Points that meet are a threshold with an edge of about one grey level. */
    private static final double NARROWEST = 1 / BRIGHTEST;

    /** By how much a number changes with a level between these points. */
    static double slope(double black, double white) {
        double range = white - black;
        return 1 / (Math.abs(range) < NARROWEST ? NARROWEST : range);
    }

    @Override
    public String id() {
        return "luma";
    }

    @Override
    public String label() {
        return "Brightness";
    }

    @Override
    public String doc() {
        return "Follows the picture: what is dark is now, what is bright the past.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(OF, BLACK, WHITE, BLUR, INERTIA);
    }

    @Override
    public Field field(FrameSize size) {
        return new Numbers(size);
    }

    private static final class Numbers implements Field {
        private final FrameSize size;
        private final BlockMeans means;
        private final BlockBlur blur;
        private final float[] seen;
        private final float[] lingering;
        private final float[] numbers;
        private boolean seenOne;
        private long lastNanos;
        private boolean watches;
        /** Whether all of a picture was watched. */
        private volatile boolean watched;
        private double black;
        private double white = 1;
        private double inertia;
        private int radius;

        Numbers(FrameSize size) {
            this.size = size;
            this.means = new BlockMeans(size);
            this.blur = new BlockBlur(means.size());
            this.seen = new float[means.size().pixels()];
            this.lingering = new float[seen.length];
            this.numbers = new float[seen.length];
        }

        @Override
        public void take(ParameterValues values) {
            boolean ofShown = values.get(OF) == Of.SHOWN;
            watched &= ofShown;
            watches = ofShown;
            black = values.get(BLACK);
            white = values.get(WHITE);
            inertia = values.get(INERTIA);
            radius = blur.radius(values.get(BLUR) / 100, size);
        }

        @Override
        public boolean update(Frame picture, PlaneKernels kernels) {
            if (watched) {
                means.take(seen);
            } else {
                means.read(picture, kernels, seen);
            }
            double seconds = Math.max(0, picture.capturedNanos() - lastNanos) / 1e9;
            boolean atOnce = !seenOne || inertia == 0;
            float way = atOnce ? 1 : (float) (1 - Polynomials.exp(-seconds / inertia));
            double slope = slope(black, white);
            for (int i = 0; i < seen.length; i++) {
                lingering[i] += (seen[i] - lingering[i]) * way;
                numbers[i] = (float) Math.clamp((lingering[i] / BRIGHTEST - black) * slope, 0, 1);
            }
            blur.blur(numbers, radius);
            seenOne = true;
            lastNanos = picture.capturedNanos();
            return true;
        }

        @Override
        public boolean watches() {
            return watches;
        }

        @Override
        public void watchRow(int row, Frame picture, PlaneKernels kernels) {
            if (watches) {
                means.readRow(row, picture, kernels);
                watched = true;
            }
        }

        @Override
        public void fillRow(int row, double[] out, int first) {
            if (seenOne) {
                blur.readRow(numbers, row, out, first, size.width());
            } else {
                Arrays.fill(out, first, first + size.width(), 0);
            }
        }
    }
}
