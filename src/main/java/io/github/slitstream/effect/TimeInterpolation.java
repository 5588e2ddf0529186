package io.github.slitstream.effect;

import io.github.slitstream.frame.FlowAxis;
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

    /** Between which frames this way wants the flow where it makes moments along an axis. */
    FlowAxis flow(FlowAxis along) {
        return this == FLOW ? along : FlowAxis.NONE;
    }
}
