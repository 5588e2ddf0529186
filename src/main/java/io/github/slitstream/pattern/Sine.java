package io.github.slitstream.pattern;

/**
 * Sine by table: several times faster than {@link Math#sin}, the same on every machine, and within 3·10⁻⁷, which is far
 * finer than a delay can be told apart.
 */
final class Sine {
    private static final int STEPS = 4096;
    private static final double[] TABLE = table();

    private Sine() {}

    /** @param turns an angle; 1 is a full turn */
    static double ofTurns(double turns) {
        double position = (turns - Math.floor(turns)) * STEPS;
        int step = (int) position;
        return TABLE[step] + (position - step) * (TABLE[step + 1] - TABLE[step]);
    }

    /** One entry beyond the full turn, and one more since a turn just below 0 rounds up to a whole one. */
    private static double[] table() {
        double[] table = new double[STEPS + 2];
        for (int step = 0; step < table.length; step++) {
            table[step] = StrictMath.sin(2 * Math.PI * step / STEPS);
        }
        return table;
    }
}
