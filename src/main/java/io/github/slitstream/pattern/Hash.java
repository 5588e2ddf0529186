package io.github.slitstream.pattern;

import io.github.slitstream.param.Int;

/**
 * Numbers that look random and depend on nothing but a seed and a place, so that any thread may ask for any of them.
 */
final class Hash {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Hash() {}

    /** The parameter that gives a pattern its seed. */
    static Int seed(String doc) {
        return Int.of("seed", "Seed", 0, 999_999, 1, doc).slider(0, 99);
    }

    /** @return 0 … 1, without 1 */
    static double unit(long seed, int x, int y) {
        return (of(seed, x, y) >>> 11) * 0x1p-53;
    }

    static long of(long seed, int x, int y) {
        return mixed(mixed(seed * GOLDEN + x) + y * GOLDEN);
    }

    /**
     * Multiplications carry low bits up, shifts bring high bits down: after both each bit depends on all (SplitMix64).
     */
    private static long mixed(long bits) {
        long a = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
