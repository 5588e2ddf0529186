package io.github.slitstream.kernel.matrix;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The rank of 2×2 blocks, the reference.
 *
 * <p>
 * Hard: how many of the singular values s₁ ≥ s₂ reach ε. Soft: Σ s²/(s² + ε²), smooth everywhere. Neither needs the
 * singular values: with T = ‖A‖² = s₁² + s₂² and D = det(A)² = s₁²s₂² the soft rank is (T·ε² + 2D)/(D + T·ε² + ε⁴), and
 * its gradient follows from dT = 2A and dD = 2·det(A)·cof(A). The hard rank counts the roots of x² − T·x + D from ε²
 * on: where this polynomial is negative at ε², ε² lies between the roots; else T says on which side both lie.
 *
 * <p>
 * What lies beyond the range of this arithmetic goes to {@link LargeBlock}, and where rounding might decide a hard
 * rank, to {@link ExactRank}.
 */
public final class ScalarRanks implements RankKernels {
    /**
     * Largest T, in units of ε², that is worked out as told; D and its products with T then stay below the largest
     * double.
     */
    public static final double LARGEST_TRACE = 0x1p500;
    /** Share of the summands that rounding may make up in the polynomial; four times what is possible. */
    public static final double DOUBT = 0x1p-47;

    private static final ValueLayout.OfDouble ENTRY = ValueLayout.JAVA_DOUBLE_UNALIGNED;
    private static final long BLOCK = 4L * Double.BYTES;

    @Override
    public void soft(MemorySegment in, long inOffset, RankThreshold threshold, MemorySegment out, long outOffset,
            int blocks) {
        for (int i = 0; i < blocks; i++) {
            long at = inOffset + i * BLOCK;
            out.set(ENTRY, outOffset + (long) i * Double.BYTES,
                    soft(entry(in, at, 0), entry(in, at, 1), entry(in, at, 2), entry(in, at, 3), threshold));
        }
    }

    @Override
    public void gradients(MemorySegment in, long inOffset, RankThreshold threshold, MemorySegment out, long outOffset,
            int blocks) {
        for (int i = 0; i < blocks; i++) {
            long at = inOffset + i * BLOCK;
            gradient(entry(in, at, 0), entry(in, at, 1), entry(in, at, 2), entry(in, at, 3), threshold, out,
                    outOffset + i * BLOCK);
        }
    }

    @Override
    public void hard(MemorySegment in, long inOffset, RankThreshold threshold, MemorySegment out, long outOffset,
            int blocks) {
        for (int i = 0; i < blocks; i++) {
            long at = inOffset + i * BLOCK;
            out.set(ValueLayout.JAVA_BYTE, outOffset + i,
                    (byte) hard(entry(in, at, 0), entry(in, at, 1), entry(in, at, 2), entry(in, at, 3), threshold));
        }
    }

    private static double soft(double p, double q, double r, double s, RankThreshold threshold) {
        double a = p * threshold.scale();
        double b = q * threshold.scale();
        double c = r * threshold.scale();
        double d = s * threshold.scale();
        double trace = trace(a, b, c, d);
        if (!(trace <= LARGEST_TRACE)) {
            return new LargeBlock(p, q, r, s, threshold.epsilon()).softRank();
        }
        double determinant = Determinant.of(a, b, c, d);
        double square = determinant * determinant;
        return SoftRank.of(trace * threshold.square(), square, threshold.fourth());
    }

    /**
     * With Q for the denominator: by T it is ε²(ε⁴ − D)/Q², by D it is (T·ε² + 2ε⁴)/Q². Each factor is divided by Q on
     * its own, since Q² may be too large.
     */
    private static void gradient(double p, double q, double r, double s, RankThreshold threshold, MemorySegment out,
            long at) {
        double a = p * threshold.scale();
        double b = q * threshold.scale();
        double c = r * threshold.scale();
        double d = s * threshold.scale();
        double trace = trace(a, b, c, d);
        if (!(trace <= LARGEST_TRACE)) {
            LargeBlock large = new LargeBlock(p, q, r, s, threshold.epsilon());
            put(out, at, large.gradient(0), large.gradient(1), large.gradient(2), large.gradient(3));
            return;
        }
        double determinant = Determinant.of(a, b, c, d);
        double square = determinant * determinant;
        double weighted = trace * threshold.square();
        double share = 1 / (square + weighted + threshold.fourth());
        double own = 2 * threshold.square() * ((threshold.fourth() - square) * share * share);
        double cofactors = 2 * ((weighted + 2 * threshold.fourth()) * share) * (determinant * share);
        put(out, at, (own * a + cofactors * d) * threshold.scale(), (own * b - cofactors * c) * threshold.scale(),
                (own * c - cofactors * b) * threshold.scale(), (own * d + cofactors * a) * threshold.scale());
    }

    private static int hard(double p, double q, double r, double s, RankThreshold threshold) {
        double a = p * threshold.scale();
        double b = q * threshold.scale();
        double c = r * threshold.scale();
        double d = s * threshold.scale();
        double trace = trace(a, b, c, d);
        double weighted = trace * threshold.square();
        double determinant = Determinant.of(a, b, c, d);
        double square = determinant * determinant;
        double polynomial = square - weighted + threshold.fourth();
        double doubt = (square + weighted + threshold.fourth()) * DOUBT;
        if (!(trace <= LARGEST_TRACE) || Math.abs(polynomial) <= doubt) {
            return ExactRank.of(p, q, r, s, threshold.epsilon());
        }
        if (polynomial < 0) {
            return 1;
        }
        return weighted > 2 * threshold.fourth() ? 2 : 0;
    }

    private static double trace(double a, double b, double c, double d) {
        return Math.fma(a, a, Math.fma(b, b, Math.fma(c, c, d * d)));
    }

    private static double entry(MemorySegment in, long block, int entry) {
        return in.get(ENTRY, block + (long) entry * Double.BYTES);
    }

    private static void put(MemorySegment out, long at, double a, double b, double c, double d) {
        out.set(ENTRY, at, a);
        out.set(ENTRY, at + Double.BYTES, b);
        out.set(ENTRY, at + 2 * Double.BYTES, c);
        out.set(ENTRY, at + 3 * Double.BYTES, d);
    }
}
