package io.github.slitstream.kernel.matrix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Soft and hard rank of 2×2 blocks against decimal arithmetic of many digits, and against blocks whose singular values
 * are known.
 */
@Tag("kernels")
class RankKernelsTest {
    private static final MathContext DIGITS = new MathContext(40);
    /** Enough for the difference of ranks that agree in hundreds of digits. */
    private static final MathContext MANY_DIGITS = new MathContext(2_500);
    private static final int ROUNDS = 200;

    private final RankKernels kernels = RankKernels.get();

    @Test
    void softRankOfKnownSingularValues() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            double first = Math.exp(random.nextGaussian());
            double second = first * random.nextDouble();
            double epsilon = Math.exp(random.nextGaussian());
            double expected = share(first, epsilon) + share(second, epsilon);
            double[] block = turned(first, second, random);
            assertEquals(expected, softRanks(block, epsilon)[0], 1e-13, "seed " + seed);
        }
    }

    @Test
    void softRankIsRightToTheLastDigitsFromTheSmallestToTheLargest() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            double epsilon = Math.pow(10, random.nextInt(-150, 151));
            double[] blocks = blocks(random, 37, epsilon);
            double[] soft = softRanks(blocks, epsilon);
            for (int i = 0; i < soft.length; i++) {
                double[] block = Arrays.copyOfRange(blocks, 4 * i, 4 * i + 4);
                double expected = exactSoftRank(decimals(block), new BigDecimal(epsilon), DIGITS).doubleValue();
                assertEquals(expected, soft[i], 1e-14 * expected + Double.MIN_NORMAL,
                        "seed " + seed + ", block " + Arrays.toString(block) + ", epsilon " + epsilon);
            }
        }
    }

    @Test
    void gradientAgreesWithCentralDifferences() {
        for (int seed = 0; seed < ROUNDS / 4; seed++) {
            Random random = new Random(seed);
            double epsilon = Math.pow(10, random.nextInt(-150, 151));
            double[] blocks = blocks(random, 19, epsilon);
            double[] gradients = gradients(blocks, epsilon);
            for (int i = 0; i < 19; i++) {
                double[] block = Arrays.copyOfRange(blocks, 4 * i, 4 * i + 4);
                double[] expected = differences(block, epsilon);
                double norm = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
                double[] gradient = Arrays.copyOfRange(gradients, 4 * i, 4 * i + 4);
                assertArrayEquals(expected, gradient, 1e-12 * norm + Double.MIN_NORMAL,
                        "seed " + seed + ", block " + Arrays.toString(block) + ", epsilon " + epsilon);
            }
        }
    }

    @Test
    void zeroIsOfRankZeroAndFlatThere() {
        double[] zeros = new double[4 * 9];
        assertArrayEquals(new double[9], softRanks(zeros, 1e-6));
        assertArrayEquals(zeros, gradients(zeros, 1e-6));
        assertArrayEquals(new byte[9], hardRanks(zeros, 1e-300));
    }

    @Test
    void whatIsNoNumberGivesNoNumberOrIsRefused() {
        double[] blocks = new double[4 * 9];
        blocks[5] = Double.NaN;
        blocks[8] = Double.POSITIVE_INFINITY;
        double[] soft = softRanks(blocks, 1);
        assertTrue(Double.isNaN(soft[1]) && Double.isNaN(soft[2]), Arrays.toString(soft));
        assertEquals(0, soft[0]);
        assertThrows(NumberFormatException.class, () -> hardRanks(blocks, 1));
    }

    @Test
    void hardRankCountsKnownSingularValues() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            double first = Math.exp(random.nextGaussian());
            double second = first * random.nextDouble();
            double[] block = turned(first, second, random);
            assertArrayEquals(new byte[]{0}, hardRanks(block, first * 1.0000001), "seed " + seed);
            assertArrayEquals(new byte[]{1}, hardRanks(block, first * 0.9999999), "seed " + seed);
            assertArrayEquals(new byte[]{1}, hardRanks(block, second * 1.0000001), "seed " + seed);
            assertArrayEquals(new byte[]{2}, hardRanks(block, second * 0.9999999), "seed " + seed);
        }
    }

    @Test
    void hardRankIsExactWhereASingularValueIsEpsilonItself() {
        double[] bothFive = {3, -4, 4, 3};
        assertHard(2, bothFive, 5);
        assertHard(2, bothFive, Math.nextDown(5.0));
        assertHard(0, bothFive, Math.nextUp(5.0));
        double[] fiveAndTen = {3, -8, 4, 6};
        assertHard(2, fiveAndTen, 5);
        assertHard(1, fiveAndTen, Math.nextUp(5.0));
        assertHard(1, fiveAndTen, 10);
        assertHard(0, fiveAndTen, Math.nextUp(10.0));
        assertHard(2, new double[]{1e-6, 0, 0, 1e-6}, 1e-6);
        assertHard(1, new double[]{1e-6, 0, 0, Math.nextDown(1e-6)}, 1e-6);
        assertHard(1, new double[]{1e150, 2e150, 2e150, 4e150}, 1e-150);
        assertHard(2, new double[]{1e150, 2e150, 2e150, Math.nextUp(4e150)}, 1e-150);
        assertHard(2, new double[]{0, 1e-150, 1e150, 0}, 1e-150);
        assertHard(1, new double[]{0, Math.nextDown(1e-150), 1e150, 0}, 1e-150);
    }

    @Test
    void allKernelsAgreeBitForBit() {
        RankKernels scalar = new ScalarRanks();
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            double[] blocks = blocks(random, random.nextInt(1, 70), 1);
            int count = blocks.length / 4;
            assertArrayEquals(run(blocks, 4 * count, (in, out) -> scalar.gradients(in, 0, one(), out, 0, count)),
                    gradients(blocks, 1), "seed " + seed);
            assertArrayEquals(run(blocks, count, (in, out) -> scalar.soft(in, 0, one(), out, 0, count)),
                    softRanks(blocks, 1), "seed " + seed);
        }
    }

    private static RankThreshold one() {
        return new RankThreshold(1);
    }

    /** Alone, and among others that are far from any doubt. */
    private void assertHard(int expected, double[] block, double epsilon) {
        assertArrayEquals(new byte[]{(byte) expected}, hardRanks(block, epsilon));
        double[] nine = new double[4 * 9];
        System.arraycopy(block, 0, nine, 4 * 3, 4);
        byte[] ranks = new byte[9];
        ranks[3] = (byte) expected;
        assertArrayEquals(ranks, hardRanks(nine, epsilon));
    }

    private double[] softRanks(double[] blocks, double epsilon) {
        int count = blocks.length / 4;
        return run(blocks, count,
                (in, out) -> kernels.soft(in, 0, new RankThreshold(epsilon), out, 0, count));
    }

    private double[] gradients(double[] blocks, double epsilon) {
        int count = blocks.length / 4;
        return run(blocks, 4 * count,
                (in, out) -> kernels.gradients(in, 0, new RankThreshold(epsilon), out, 0, count));
    }

    private byte[] hardRanks(double[] blocks, double epsilon) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment in = arena.allocateFrom(ValueLayout.JAVA_DOUBLE, blocks);
            MemorySegment out = arena.allocate(blocks.length / 4);
            kernels.hard(in, 0, new RankThreshold(epsilon), out, 0, blocks.length / 4);
            return out.toArray(ValueLayout.JAVA_BYTE);
        }
    }

    private interface Call {
        void run(MemorySegment in, MemorySegment out);
    }

    private static double[] run(double[] blocks, int results, Call call) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment in = arena.allocateFrom(ValueLayout.JAVA_DOUBLE, blocks);
            MemorySegment out = arena.allocate(ValueLayout.JAVA_DOUBLE, results);
            call.run(in, out);
            return out.toArray(ValueLayout.JAVA_DOUBLE);
        }
    }

    private static double share(double singular, double epsilon) {
        return singular * singular / (singular * singular + epsilon * epsilon);
    }

    /** Two rotations around a diagonal. */
    private static double[] turned(double first, double second, Random random) {
        double left = random.nextDouble() * 7;
        double right = random.nextDouble() * 7;
        double c = Math.cos(left);
        double s = Math.sin(left);
        double e = Math.cos(right);
        double f = Math.sin(right);
        return new double[]{first * c * e - second * s * f, -first * c * f - second * s * e,
            first * s * e + second * c * f, -first * s * f + second * c * e};
    }

    /** Ordinary, tiny, huge, singular and equal-valued ones in random order. */
    private static double[] blocks(Random random, int count, double epsilon) {
        double[] blocks = new double[4 * count];
        for (int i = 0; i < count; i++) {
            double scale = switch (random.nextInt(8)) {
                case 0 -> Math.pow(10, random.nextInt(-150, 151));
                case 1 -> 1e150;
                case 2 -> 1e-150;
                case 3 -> 0;
                default -> epsilon * Math.exp(3 * random.nextGaussian());
            };
            double[] block = block(random);
            for (int k = 0; k < 4; k++) {
                blocks[4 * i + k] = block[k] * scale;
            }
        }
        return blocks;
    }

    private static double[] block(Random random) {
        double a = random.nextGaussian();
        double b = random.nextGaussian();
        return switch (random.nextInt(5)) {
            case 0 -> new double[]{a, -b, b, a};
            case 1 -> new double[]{a, 2 * a, b, 2 * b};
            case 2 -> new double[]{a, 0, 0, Math.nextUp(a)};
            default -> new double[]{a, b, random.nextGaussian(), random.nextGaussian()};
        };
    }

    private static BigDecimal[] decimals(double[] block) {
        return Arrays.stream(block).mapToObj(BigDecimal::new).toArray(BigDecimal[]::new);
    }

    private static BigDecimal exactSoftRank(BigDecimal[] block, BigDecimal epsilon, MathContext digits) {
        BigDecimal trace = Arrays.stream(block).map(entry -> entry.multiply(entry)).reduce(BigDecimal.ZERO,
                BigDecimal::add);
        BigDecimal determinant = block[0].multiply(block[3]).subtract(block[1].multiply(block[2]));
        BigDecimal square = determinant.multiply(determinant);
        BigDecimal threshold = epsilon.multiply(epsilon);
        BigDecimal sum = square.add(trace.multiply(threshold));
        return sum.add(square).divide(sum.add(threshold.multiply(threshold)), digits);
    }

    private static double[] differences(double[] block, double epsilon) {
        double smaller = Arrays.stream(block).map(Math::abs).filter(entry -> entry > 0).reduce(epsilon, Math::min);
        BigDecimal step = new BigDecimal(smaller).movePointLeft(400);
        double[] differences = new double[4];
        for (int k = 0; k < 4; k++) {
            int entry = k;
            Function<BigDecimal, BigDecimal> moved = by -> {
                BigDecimal[] decimals = decimals(block);
                decimals[entry] = decimals[entry].add(by);
                return exactSoftRank(decimals, new BigDecimal(epsilon), MANY_DIGITS);
            };
            differences[k] = moved.apply(step).subtract(moved.apply(step.negate()))
                    .divide(step.add(step), DIGITS).doubleValue();
        }
        return differences;
    }
}
