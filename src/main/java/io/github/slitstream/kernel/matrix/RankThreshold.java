package io.github.slitstream.kernel.matrix;

/**
 * The ε that singular values are measured against, with what the rank kernels work out of it once: ε = slope·2ᵏ with a
 * slope of 1 … 2. Blocks are multiplied by 2⁻ᵏ, which is exact, so that squares and fourth powers stay in the range of
 * doubles.
 */
public final class RankThreshold {
    /** The smallest number of full precision. */
    public static final double SMALLEST = Double.MIN_NORMAL;
    public static final double LARGEST = 0x1p1000;

    private final double epsilon;
    private final double scale;
    private final double square;

    /** @param epsilon {@link #SMALLEST} … {@link #LARGEST} */
    public RankThreshold(double epsilon) {
        if (!(epsilon >= SMALLEST && epsilon <= LARGEST)) {
            throw new IllegalArgumentException("ε of " + epsilon + ": must be " + SMALLEST + " … " + LARGEST);
        }
        this.epsilon = epsilon;
        this.scale = Math.scalb(1.0, -Math.getExponent(epsilon));
        double slope = epsilon * scale;
        this.square = slope * slope;
    }

    public double epsilon() {
        return epsilon;
    }

    /** 2⁻ᵏ, which blocks are multiplied by. */
    public double scale() {
        return scale;
    }

    /** (ε·2⁻ᵏ)², 1 … 4. */
    public double square() {
        return square;
    }

    /** (ε·2⁻ᵏ)⁴, 1 … 16. */
    public double fourth() {
        return square * square;
    }
}
