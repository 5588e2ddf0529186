package io.github.slitstream.pattern;

import io.github.slitstream.param.NamedConstant;

/** How a ramp from 0 to 1 is bent between its ends, which stay. Additions, multiplications and roots alone. */
enum Ease implements NamedConstant {
    NONE("None") {
        @Override
        double of(double t) {
            return t;
        }
    },
    /** 3t² − 2t³. */
    IN_OUT("Dwell at both ends") {
        @Override
        double of(double t) {
            return t * t * (3 - 2 * t);
        }
    },
    /** t − ½ doubled, squared, and halved again, on both sides of the middle. */
    MIDDLE("Dwell in the middle") {
        @Override
        double of(double t) {
            double fromMiddle = 2 * t - 1;
            return (1 + fromMiddle * Math.abs(fromMiddle)) / 2;
        }
    },
    /** A quarter of a circle: 1 − √(1 − t²). */
    NOW("Round towards now") {
        @Override
        double of(double t) {
            return 1 - Math.sqrt(1 - t * t);
        }
    },
    /** A quarter of a circle: √(1 − (1 − t)²). */
    PAST("Round towards the past") {
        @Override
        double of(double t) {
            return Math.sqrt(t * (2 - t));
        }
    };

    private final String label;

    Ease(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** @param t 0 … 1 */
    abstract double of(double t);
}
