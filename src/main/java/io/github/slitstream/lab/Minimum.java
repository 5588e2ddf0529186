package io.github.slitstream.lab;

/**
 * The least of many numbers and its soft version, −log(Σ exp(−sharpness·r))/sharpness, which lies below the least by at
 * most log(count)/sharpness and whose gradient by r is exp(−sharpness·r)/Σ: every number has its share. The sum is kept
 * relative to the least so far, so that nothing is too large or too small for it.
 */
final class Minimum {
    private final double sharpness;
    private double least = Double.POSITIVE_INFINITY;
    private long place = -1;
    private double sum;

    /** @param sharpness above 0 */
    Minimum(double sharpness) {
        this.sharpness = sharpness;
    }

    void add(double number, long at) {
        if (number < least) {
            sum *= Math.exp(sharpness * (number - least));
            least = number;
            place = at;
        }
        sum += Math.exp(sharpness * (least - number));
    }

    double least() {
        return least;
    }

    /** Where the least is, the first if there are several; −1 before the first number. */
    long place() {
        return place;
    }

    double soft() {
        return least - Math.log(sum) / sharpness;
    }

    /** What a number counts in the gradient of the soft minimum; all of them together count 1. */
    double share(double number) {
        return Math.exp(sharpness * (least - number)) / sum;
    }
}
