package io.github.slitstream.pattern;

import static io.github.slitstream.pattern.Definitions.BY_TABLE;
import static io.github.slitstream.pattern.Definitions.agrees;

import io.github.slitstream.param.Values;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** Both kinds of noise at every size, against their definitions. */
class NoiseSizesTest {
    /** 2^64. */
    private static final BigInteger WHOLE = BigInteger.TWO.pow(64);

    @Test
    void noiseIsSplitMix() {
        agrees("noise", Filled.defaults("noise").with(Noise.SEED, 77), (column, row, size) -> column % 61 == 0
                ? unit(77, column, row)
                : Double.NaN, 0);
    }

    /** Slopes at the corners of a lattice, blended by 6t⁵ − 15t⁴ + 10t³, in three octaves. */
    @Test
    void smoothNoiseIsGradientNoise() {
        Values values = Filled.defaults("smooth-noise").with(SmoothNoise.SCALE, 5.0).with(SmoothNoise.OCTAVES, 3)
                .with(SmoothNoise.SEED, 12);
        agrees("smooth-noise", values, (column, row, size) -> {
            if (column % 61 != 0) {
                return Double.NaN;
            }
            double sum = 0;
            for (int octave = 0; octave < 3; octave++) {
                double cells = 5.0 * (1 << octave) / Math.max(size.width(), size.height());
                sum += gradients(12 + (1L << 32) * octave, column * cells + 0.37 * octave, row * cells + 0.37 * octave)
                        / (1 << octave);
            }
            double deviation = sum / (0.22 * Math.sqrt(1 + 0.25 + 0.0625));
            double t = Math.clamp(0.5 + deviation / 4.2, 0, 1);
            return t * t * (3 - 2 * t);
        }, BY_TABLE);
    }

    private static double gradients(long seed, double x, double y) {
        double sum = 0;
        for (int corner = 0; corner < 4; corner++) {
            int left = (int) Math.floor(x) + corner % 2;
            int top = (int) Math.floor(y) + corner / 2;
            double turns = unit(seed, left, top);
            double slope = Math.cos(2 * Math.PI * turns) * (x - left) + Math.sin(2 * Math.PI * turns) * (y - top);
            sum += slope * fade(1 - Math.abs(x - left)) * fade(1 - Math.abs(y - top));
        }
        return sum;
    }

    private static double fade(double t) {
        return 6 * Math.pow(t, 5) - 15 * Math.pow(t, 4) + 10 * Math.pow(t, 3);
    }

    /** SplitMix64's output of its own output, in whole numbers of any length. */
    private static double unit(long seed, int x, int y) {
        BigInteger golden = new BigInteger("9E3779B97F4A7C15", 16);
        BigInteger first = mixed(BigInteger.valueOf(seed).multiply(golden).add(BigInteger.valueOf(x)));
        BigInteger second = mixed(first.add(golden.multiply(BigInteger.valueOf(y))));
        return second.shiftRight(11).doubleValue() / Math.pow(2, 53);
    }

    private static BigInteger mixed(BigInteger bits) {
        BigInteger a = bits.mod(WHOLE);
        a = a.xor(a.shiftRight(30)).multiply(new BigInteger("BF58476D1CE4E5B9", 16)).mod(WHOLE);
        a = a.xor(a.shiftRight(27)).multiply(new BigInteger("94D049BB133111EB", 16)).mod(WHOLE);
        return a.xor(a.shiftRight(31));
    }
}
