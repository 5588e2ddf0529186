package io.github.slitstream.effect;

import io.github.slitstream.param.NamedConstant;

/** What lies around a picture for those who look beyond its edge. */
enum ConvolutionBorder implements NamedConstant {
    ZERO("Black") {
        @Override
        int inside(int at, int size) {
            return at >= 0 && at < size ? at : NOTHING;
        }
    },
    CLAMP("Edge") {
        @Override
        int inside(int at, int size) {
            return Math.clamp(at, 0, size - 1);
        }
    },
    /** The outermost pixels are the mirror and stand there once, as in OpenCV's {@code BORDER_REFLECT_101}. */
    MIRROR("Mirror") {
        @Override
        int inside(int at, int size) {
            int period = Math.max(1, 2 * (size - 1));
            int ahead = Math.floorMod(at, period);
            return Math.min(ahead, period - ahead);
        }
    };

    /** The place of what is not there. */
    static final int NOTHING = -1;

    private final String label;

    ConvolutionBorder(String label) {
        this.label = label;
    }

    /** The row or column of the picture that stands in for one that may lie outside, or {@link #NOTHING}. */
    abstract int inside(int at, int size);

    @Override
    public String label() {
        return label;
    }
}
