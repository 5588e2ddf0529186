package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;

/** The numbers of a pattern that follow from one ramp. */
abstract class RampField implements Field {
    private final Real angle;
    private final int width;
    private final Ramp ramp;

    /** @param angle of the ramp */
    RampField(Real angle, FrameSize size) {
        this.angle = angle;
        this.width = size.width();
        this.ramp = new Ramp(size);
    }

    final int width() {
        return width;
    }

    final Ramp ramp() {
        return ramp;
    }

    @Override
    public void take(ParameterValues values) {
        ramp.turnTo(values.get(angle));
    }
}
