package io.github.slitstream.param;

/** How the numbers of a range are spread over the way from its low end, 0, to its high end, 1. */
public enum Curve {
    /** Equal ways are equal differences. */
    LINEAR {
        @Override
        double share(double number, double low, double high) {
            return (number - low) / (high - low);
        }

        @Override
        double at(double share, double low, double high) {
            return low + share * (high - low);
        }

        @Override
        double slope(double number, double low, double high) {
            return high - low;
        }
    },
    /** Equal ways are equal factors, as eyes and ears compare; for positive numbers. */
    LOGARITHMIC {
        @Override
        double share(double number, double low, double high) {
            return Math.log(number / low) / Math.log(high / low);
        }

        @Override
        double at(double share, double low, double high) {
            return low * Math.pow(high / low, share);
        }

        @Override
        double slope(double number, double low, double high) {
            return number * Math.log(high / low);
        }
    };

    /** How far on its way a number is: 0 at the low end, 1 at the high one, less or more beyond them. */
    abstract double share(double number, double low, double high);

    /** The number that is so far on the way: the inverse of {@link #share}. */
    abstract double at(double share, double low, double high);

    /** By how much numbers change there along the whole way, at the pace they have there. */
    abstract double slope(double number, double low, double high);
}
