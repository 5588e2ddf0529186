package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameHistory;

/**
 * How far back moments lie that are so many seconds old, as a share of the depth: between frames in proportion to the
 * time between them, and never beyond the depth. One thread takes over the past, then any number ask.
 */
final class AgesOfMoments {
    private double[] seconds = new double[2];
    private int length = 1;
    private double deepest;

    /**
     * Takes over the times of frames. Allocates nothing while no more frames are kept.
     *
     * @param deepestAge in frames
     */
    void take(FrameHistory past, double deepestAge) {
        if (seconds.length < past.capacity()) {
            seconds = new double[past.capacity()];
        }
        length = past.length();
        deepest = deepestAge;
        long now = past.capturedNanos(0);
        for (int age = 0; age < length; age++) {
            seconds[age] = (now - past.capturedNanos(age)) / 1e9;
        }
    }

    /** How far back the depth reaches once enough frames are kept, by the time between those that are; 0 of one. */
    double deepestSeconds() {
        return length == 1 ? 0 : seconds[length - 1] / (length - 1) * deepest;
    }

    /**
     * The age of the frame from which a moment lies back, but for the oldest.
     *
     * @param from where to begin, as found for a moment near by
     */
    int newerThan(double secondsAgo, int from) {
        int age = from;
        while (age > 0 && seconds[age] > secondsAgo) {
            age--;
        }
        while (age < length - 2 && seconds[age + 1] <= secondsAgo) {
            age++;
        }
        return age;
    }

    /** @param age as {@link #newerThan} gives it */
    double share(double secondsAgo, int age) {
        if (secondsAgo <= 0 || deepest <= 0 || length == 1) {
            return 0;
        }
        double gap = seconds[age + 1] - seconds[age];
        double between = gap <= 0 ? 1 : (secondsAgo - seconds[age]) / gap;
        return Math.min(1, (age + Math.min(1, between)) / deepest);
    }
}
