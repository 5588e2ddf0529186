package io.github.slitstream.view.paint;

import io.github.slitstream.frame.FrameSize;

/** What becomes of a sample of a map, made of what lies around it. */
@FunctionalInterface
interface PaintRetouch {
    /** Means are taken of so many samples along each side. */
    int SAMPLES = 5;

    double at(int column, int row);

    /** @param out takes the result where the stamp covers it, in proportion; row-major */
    default void apply(Stamp stamp, Area area, char[] out, int width) {
        for (int row = area.top(); row < area.bottom(); row++) {
            for (int column = area.left(); column < area.right(); column++) {
                double covered = stamp.coverage(column, row);
                int at = row * width + column;
                if (covered > 0) {
                    out[at] = (char) Math.rint(out[at] + (at(column, row) - out[at]) * covered);
                }
            }
        }
    }

    /** The mean of what lies around, up to a quarter of a radius away. */
    static PaintRetouch blur(char[] seen, FrameSize size, double radius) {
        int step = (int) Math.max(1, Math.rint(radius / (4 * (SAMPLES / 2))));
        return (column, row) -> {
            double sum = 0;
            for (int i = 0; i < SAMPLES * SAMPLES; i++) {
                sum += sample(seen, size, column + (i % SAMPLES - SAMPLES / 2) * step,
                        row + (i / SAMPLES - SAMPLES / 2) * step);
            }
            return sum / (SAMPLES * SAMPLES);
        };
    }

    /** What lies back by a way. */
    static PaintRetouch smear(char[] seen, FrameSize size, double wayX, double wayY) {
        return (column, row) -> sample(seen, size, (int) Math.rint(column - wayX), (int) Math.rint(row - wayY));
    }

    private static double sample(char[] samples, FrameSize size, int column, int row) {
        return samples[Math.clamp(row, 0, size.height() - 1) * size.width()
                + Math.clamp(column, 0, size.width() - 1)];
    }
}
