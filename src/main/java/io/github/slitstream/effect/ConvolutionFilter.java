package io.github.slitstream.effect;

import io.github.slitstream.kernel.Mask;
import io.github.slitstream.param.Grid;
import io.github.slitstream.param.NamedConstant;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Where the weights of a convolution come from. */
enum ConvolutionFilter implements NamedConstant {
    CUSTOM("Own kernel", List.of(ConvolutionParameters.KERNEL),
            List.of(ConvolutionParameters.DIVISOR, ConvolutionParameters.BIAS)) {
        @Override
        Weighting of(ParameterValues values) {
            Grid kernel = values.get(ConvolutionParameters.KERNEL);
            return new Weighting(List.of(Mask.of(kernel.rows(), kernel.columns(), kernel.toArray())),
                    Arrays.stream(kernel.toArray()).sum());
        }

        @Override
        double scale(ParameterValues values, Weighting weighting) {
            double wanted = values.get(ConvolutionParameters.DIVISOR);
            return 1 / (wanted != 0 ? wanted : weighting.sum() != 0 ? weighting.sum() : 1);
        }

        @Override
        double bias(ParameterValues values) {
            return values.get(ConvolutionParameters.BIAS);
        }
    },
    BLUR("Blur", List.of(ConvolutionParameters.RADIUS), List.of()) {
        @Override
        Weighting of(ParameterValues values) {
            double[] bell = bell(values.get(ConvolutionParameters.RADIUS));
            return Weighting.of(Mask.product(bell, bell));
        }
    },
    SHARPEN("Sharpen", List.of(ConvolutionParameters.AMOUNT), List.of()) {
        @Override
        Weighting of(ParameterValues values) {
            double a = values.get(ConvolutionParameters.AMOUNT);
            return Weighting.of(Mask.of(3, 3, 0, -a, 0, -a, 1 + 4 * a, -a, 0, -a, 0));
        }
    },
    /** The length of the gradient that Sobel's two kernels estimate. */
    SOBEL("Edges (Sobel)", List.of(), List.of(ConvolutionParameters.AMOUNT)) {
        @Override
        Weighting of(ParameterValues values) {
            return Weighting.of(Mask.of(3, 3, -1, 0, 1, -2, 0, 2, -1, 0, 1),
                    Mask.of(3, 3, -1, -2, -1, 0, 0, 0, 1, 2, 1));
        }

        @Override
        double scale(ParameterValues values, Weighting weighting) {
            return values.get(ConvolutionParameters.AMOUNT);
        }
    },
    LAPLACIAN("Edges (Laplace)", List.of(), List.of(ConvolutionParameters.AMOUNT)) {
        @Override
        Weighting of(ParameterValues values) {
            return Weighting.of(Mask.of(3, 3, -1, -1, -1, -1, 8, -1, -1, -1, -1));
        }

        @Override
        double scale(ParameterValues values, Weighting weighting) {
            return values.get(ConvolutionParameters.AMOUNT);
        }
    },
    /** The picture, and its slope along a direction; at 45° and amount 1 the kernel is −2 −1 0; −1 1 1; 0 1 2. */
    EMBOSS("Emboss", List.of(ConvolutionParameters.AMOUNT, ConvolutionParameters.ANGLE), List.of()) {
        @Override
        Weighting of(ParameterValues values) {
            double angle = Math.toRadians(values.get(ConvolutionParameters.ANGLE));
            double slope = Math.sqrt(2) * values.get(ConvolutionParameters.AMOUNT);
            double[] weights = new double[9];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = tidy(slope * ((i % 3 - 1) * Math.cos(angle) + (i / 3 - 1) * Math.sin(angle)));
            }
            weights[4] += 1;
            return Weighting.of(Mask.of(3, 3, weights));
        }
    },
    MOTION_BLUR("Motion blur", List.of(ConvolutionParameters.LENGTH, ConvolutionParameters.ANGLE), List.of()) {
        @Override
        Weighting of(ParameterValues values) {
            return Weighting.of(line(values.get(ConvolutionParameters.LENGTH),
                    Math.toRadians(values.get(ConvolutionParameters.ANGLE))));
        }
    };

    /** Points of a line for each pixel of its length. */
    private static final int POINTS_PER_PIXEL = 4;
    private static final double TIDY = 1 << 20;

    /**
     * What is to be summed; two masks of one size give the length of a vector.
     *
     * @param sum of the weights, where the scale asks for it
     */
    record Weighting(List<Mask> masks, double sum) {
        private static Weighting of(Mask... masks) {
            return new Weighting(List.of(masks), 0);
        }
    }

    private final String label;
    @SuppressWarnings("ImmutableEnumChecker") // the list is one of List.of
    private final List<Parameter<?>> ofWeights;
    @SuppressWarnings("ImmutableEnumChecker") // likewise
    private final List<Parameter<?>> parameters;

    ConvolutionFilter(String label, List<Parameter<?>> ofWeights, List<Parameter<?>> ofSums) {
        this.label = label;
        this.ofWeights = ofWeights;
        this.parameters = Stream.of(ofWeights, ofSums).flatMap(List::stream).toList();
    }

    /** What the weights depend on: while the others move, they stay. */
    List<Parameter<?>> ofWeights() {
        return ofWeights;
    }

    abstract Weighting of(ParameterValues values);

    /** What the sums are multiplied by. */
    double scale(ParameterValues values, Weighting weighting) {
        return 1;
    }

    /** What is then added. */
    double bias(ParameterValues values) {
        return 0;
    }

    @Override
    public List<Parameter<?>> parameters() {
        return parameters;
    }

    @Override
    public String label() {
        return label;
    }

    /** Weights of a normal distribution with a standard deviation of a third of the radius; their sum is 1. */
    private static double[] bell(double radius) {
        int reach = (int) Math.ceil(radius);
        double[] bell = new double[2 * reach + 1];
        for (int i = 0; i < bell.length; i++) {
            double deviations = radius == 0 ? 0 : (i - reach) * 3 / radius;
            bell[i] = Math.exp(-deviations * deviations / 2);
        }
        double sum = Arrays.stream(bell).sum();
        return Arrays.stream(bell).map(weight -> weight / sum).toArray();
    }

    /** A line through the middle, each of its points shared by the four pixels around it. */
    private static Mask line(double length, double angle) {
        int reach = (int) Math.ceil((length - 1) / 2);
        int side = 2 * reach + 1;
        double[] weights = new double[side * side];
        int steps = (int) Math.ceil((length - 1) * POINTS_PER_PIXEL);
        for (int i = 0; i <= steps; i++) {
            double along = steps == 0 ? 0 : (length - 1) * ((double) i / steps - 0.5);
            double x = reach + tidy(along * Math.cos(angle));
            double y = reach + tidy(along * Math.sin(angle));
            for (int corner = 0; corner < 4; corner++) {
                int column = (int) x + corner % 2;
                int row = (int) y + corner / 2;
                double share = (1 - Math.abs(x - column)) * (1 - Math.abs(y - row));
                if (share > 0) {
                    weights[row * side + column] += share / (steps + 1);
                }
            }
        }
        return Mask.of(side, side, weights);
    }

    /** To a millionth, so that what is straight stays straight whatever cosine and sine leave behind. */
    private static double tidy(double value) {
        return Math.rint(value * TIDY) / TIDY;
    }
}
