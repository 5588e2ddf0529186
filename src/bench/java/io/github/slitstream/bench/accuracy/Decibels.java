package io.github.slitstream.bench.accuracy;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The peak signal to noise ratio of colours. */
final class Decibels {
    private static final int CHANNELS = 4;
    private static final int ALPHA = 3;
    private static final double PEAK = 255;
    /** Of pictures that are the same. */
    private static final double MOST = 99;

    private Decibels() {}

    static double of(MemorySegment made, MemorySegment exact) {
        double sum = 0;
        for (long i = 0; i < exact.byteSize(); i++) {
            if (i % CHANNELS != ALPHA) {
                double miss = (made.get(ValueLayout.JAVA_BYTE, i) & 0xff)
                        - (exact.get(ValueLayout.JAVA_BYTE, i) & 0xff);
                sum += miss * miss;
            }
        }
        double mean = sum / exact.byteSize() * CHANNELS / ALPHA;
        return mean == 0 ? MOST : Math.min(MOST, 10 * Math.log10(PEAK * PEAK / mean));
    }
}
