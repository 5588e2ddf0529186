package io.github.slitstream.pattern;

/**
 * One loop for each operation of a formula, each plain enough for Java to make vector instructions of it; {@code out}
 * may be one of the operands.
 */
final class FormulaLoops {
    private static final int UNIT = 1 << 30;
    private static final double PER_UNIT = 1.0 / UNIT;

    private FormulaLoops() {}

    static void add(double[] a, double[] b, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = a[i] + b[i];
        }
    }

    static void subtract(double[] a, double[] b, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = a[i] - b[i];
        }
    }

    static void multiply(double[] a, double[] b, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = a[i] * b[i];
        }
    }

    static void divide(double[] a, double[] b, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = a[i] / b[i];
        }
    }

    static void modulo(double[] a, double[] b, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = a[i] - b[i] * Math.floor(a[i] / b[i]);
        }
    }

    static void negate(double[] a, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = -a[i];
        }
    }

    static void less(double[] a, double[] b, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = a[i] < b[i] ? 1 : 0;
        }
    }

    static void atMost(double[] a, double[] b, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = a[i] <= b[i] ? 1 : 0;
        }
    }

    static void equal(double[] a, double[] b, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = a[i] == b[i] ? 1 : 0;
        }
    }

    static void unequal(double[] a, double[] b, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = a[i] != b[i] ? 1 : 0;
        }
    }

    static void choose(double[] a, double[] b, double[] c, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = a[i] != 0 ? b[i] : c[i];
        }
    }

    static void min(double[] a, double[] b, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = Math.min(a[i], b[i]);
        }
    }

    static void max(double[] a, double[] b, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = Math.max(a[i], b[i]);
        }
    }

    static void clamp(double[] a, double[] b, double[] c, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = Math.min(Math.max(a[i], b[i]), c[i]);
        }
    }

    static void mix(double[] a, double[] b, double[] c, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = a[i] + (b[i] - a[i]) * c[i];
        }
    }

    static void step(double[] a, double[] b, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = b[i] < a[i] ? 0 : 1;
        }
    }

    static void smoothStep(double[] a, double[] b, double[] c, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            double t = Math.min(Math.max((c[i] - a[i]) / (b[i] - a[i]), 0), 1);
            out[i] = t * t * (3 - 2 * t);
        }
    }

    static void fract(double[] a, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = a[i] - Math.floor(a[i]);
        }
    }

    static void floor(double[] a, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = Math.floor(a[i]);
        }
    }

    static void abs(double[] a, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = Math.abs(a[i]);
        }
    }

    static void sign(double[] a, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = Math.signum(a[i]);
        }
    }

    static void squareRoot(double[] a, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = Math.sqrt(a[i]);
        }
    }

    static void sine(double[] a, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = Polynomials.sin(a[i]);
        }
    }

    static void cosine(double[] a, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = Polynomials.cos(a[i]);
        }
    }

    /** {@code (a + p)·q + r}. */
    static void affine(double[] a, double p, double q, double r, double[] out, int at, int count) {
        for (int i = 0; i < count; i++) {
            out[at + i] = (a[i] + p) * q + r;
        }
    }

    /** The sine of {@code (a + p)·q + r}. */
    static void sine(double[] a, double p, double q, double r, double[] out, int count) {
        cosineOfTurns(a, q * Polynomials.PER_TURN, (p * q + r) * Polynomials.PER_TURN - 0.25, out, count);
    }

    /** The cosine of {@code (a + p)·q + r}. */
    static void cosine(double[] a, double p, double q, double r, double[] out, int count) {
        cosineOfTurns(a, q * Polynomials.PER_TURN, (p * q + r) * Polynomials.PER_TURN, out, count);
    }

    /** The square root of {@code (a + p)·q + r}. */
    static void squareRoot(double[] a, double p, double q, double r, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = Math.sqrt((a[i] + p) * q + r);
        }
    }

    /** Of {@code factor·a + shift}, in turns. */
    private static void cosineOfTurns(double[] a, double factor, double shift, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = Polynomials.cosOfTurns(a[i] * factor + shift);
        }
    }

    /**
     * Within 0 … 1, in steps of 2⁻³⁰; what is no number becomes 0, as Java makes it a whole number. Without branches,
     * so that Java makes vector instructions of it.
     */
    static void clampToUnit(double[] numbers, int first, int count) {
        for (int i = first; i < first + count; i++) {
            numbers[i] = Math.max(0, Math.min(UNIT, (int) (numbers[i] * UNIT))) * PER_UNIT;
        }
    }

    static void tangent(double[] a, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = Polynomials.sin(a[i]) / Polynomials.cos(a[i]);
        }
    }

    /** Of the point (b, a): −π … π, 0 to the right, growing clockwise on screen. */
    static void angle(double[] a, double[] b, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            double turns = AngleTable.of(b[i], a[i]);
            out[i] = 2 * Math.PI * (turns > 0.5 ? turns - 1 : turns);
        }
    }

    static void exponential(double[] a, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = Polynomials.exp(a[i]);
        }
    }

    static void logarithm(double[] a, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = Polynomials.log(a[i]);
        }
    }

    static void power(double[] a, double[] b, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = Polynomials.pow(a[i], b[i]);
        }
    }

    static void noise(double[] a, double[] b, double[] c, double[] out, int count) {
        GradientNoise.fill(a, b, c, out, count);
    }

    /** Adding 0 makes one seed of 0 and −0. */
    static void random(double[] a, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = Hash.unit(Double.doubleToLongBits(a[i] + 0.0), 0, 0);
        }
    }
}
