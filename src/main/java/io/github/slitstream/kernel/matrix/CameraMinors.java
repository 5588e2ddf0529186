package io.github.slitstream.kernel.matrix;

/**
 * The 2×2 minors of many cameras, from which the fundamental matrix of any two is a sum of six products.
 *
 * <p>
 * For cameras P and P' (3×4) and x'ᵀFx = 0, F[i][j] is the determinant of {P without row j; P' without row i}, rows in
 * the cyclic order (1,2), (2,0), (0,1) (Hartley and Zisserman, Multiple View Geometry, section 17.1). By Laplace's
 * expansion along the first two rows it is Σ sign(q)·minor(P, j, q)·minor(P', i, 5 − q), where minor q takes the
 * columns 01, 02, 03, 12, 13 or 23, the signs are + − + + − +, and the columns of 5 − q are those that q leaves over.
 *
 * <p>
 * Immutable. Both tables are laid out for {@link FundamentalKernels#row}, whose output runs through i and, fastest, j:
 * what depends on j repeats with a period of three, what depends on i stands there three times.
 */
public final class CameraMinors {
    /** Numbers of a 3×4 matrix. */
    public static final int MATRIX = 12;
    /** Numbers of a fundamental matrix. */
    public static final int FUNDAMENTAL = 9;
    /** Minors of a pair of rows. */
    public static final int MINORS = 6;
    /** Length of a repeated row of three: whatever the first of up to eight lanes begins with, the others follow it. */
    public static final int REPEATED = 3 + 8 - 1;

    /** Doubles of the widest register. */
    private static final int WIDEST = 8;
    /**
     * Doubles that fill up the cache line that an array's header of two doubles' size begins, as it does in a large
     * array.
     */
    private static final int LEAD = WIDEST - 2;

    private static final int[] FIRST_COLUMN = {0, 0, 0, 1, 1, 2};
    private static final int[] SECOND_COLUMN = {1, 2, 3, 2, 3, 3};
    private static final int[] SIGN = {1, -1, 1, 1, -1, 1};

    private final int cameras;
    private final double[] minors;
    private final double[] complements;

    /** @param matrices 3×4 each, row-major, one behind the other */
    public CameraMinors(double[] matrices) {
        cameras = matrices.length / MATRIX;
        minors = new double[Math.multiplyExact(cameras, MINORS * REPEATED)];
        complements = new double[Math.addExact(LEAD, Math.multiplyExact(MINORS, complementStride()))];
        for (int camera = 0; camera < cameras; camera++) {
            for (int q = 0; q < MINORS; q++) {
                for (int pair = 0; pair < 3; pair++) {
                    put(camera, q, pair, minor(matrices, camera * MATRIX, q, pair));
                }
            }
        }
    }

    public int cameras() {
        return cameras;
    }

    /**
     * Minor q of row pair j of a camera at {@code minorsOf(camera) + q·REPEATED + j}, and again every three numbers.
     */
    public double[] minors() {
        return minors;
    }

    public int minorsOf(int camera) {
        return camera * MINORS * REPEATED;
    }

    /**
     * Minor 5 − q of row pair i of a camera with the sign of q, at
     * {@code complementsOf(camera) + q·complementStride() + 3i + j}.
     */
    public double[] complements() {
        return complements;
    }

    /** Index of a camera's first complement; a cache line begins there for every eighth camera. */
    public int complementsOf(int camera) {
        return LEAD + FUNDAMENTAL * camera;
    }

    /** From a number of one q to that of the next q, in doubles: whole cache lines. */
    public int complementStride() {
        return Math.ceilDiv(Math.multiplyExact(FUNDAMENTAL, cameras), WIDEST) * WIDEST;
    }

    private void put(int camera, int q, int pair, double minor) {
        for (int i = pair; i < REPEATED; i += 3) {
            minors[minorsOf(camera) + q * REPEATED + i] = minor;
        }
        int complement = MINORS - 1 - q;
        int at = complementsOf(camera) + complement * complementStride() + 3 * pair;
        for (int j = 0; j < 3; j++) {
            complements[at + j] = SIGN[complement] * minor;
        }
    }

    private static double minor(double[] matrices, int matrix, int q, int pair) {
        int upper = matrix + 4 * ((pair + 1) % 3);
        int lower = matrix + 4 * ((pair + 2) % 3);
        return Determinant.of(matrices[upper + FIRST_COLUMN[q]], matrices[upper + SECOND_COLUMN[q]],
                matrices[lower + FIRST_COLUMN[q]], matrices[lower + SECOND_COLUMN[q]]);
    }
}
