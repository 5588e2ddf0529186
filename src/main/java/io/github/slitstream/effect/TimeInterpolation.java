package io.github.slitstream.effect;

import io.github.slitstream.param.NamedConstant;

/** How a moment between two frames is made. */
enum TimeInterpolation implements NamedConstant {
    NEAREST("Nearest frame"),
    LINEAR("Blend of two frames"),
    CUBIC("Curve through four frames"),
    FLOW("Along the motion");

    private final String label;

    TimeInterpolation(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
