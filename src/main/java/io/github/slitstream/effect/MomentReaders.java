package io.github.slitstream.effect;

import io.github.slitstream.kernel.CubicRows;
import io.github.slitstream.kernel.DelayedRows;
import io.github.slitstream.kernel.Delays;
import io.github.slitstream.kernel.FlowRows;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.MomentRows;

/** How rows are read by some delays, in each way of making moments between frames. */
record MomentReaders(Delays delays, MomentRows picked, MomentRows blended, MomentRows curved, MomentRows alongFlow) {
    MomentReaders(Kernels kernels, Delays delays) {
        this(delays, new DelayedRows(kernels, delays, false), new DelayedRows(kernels, delays, true),
                new CubicRows(kernels.moments(), delays), new FlowRows(kernels, delays));
    }

    /** @param flow whether flow is kept between the frames, as far as it was found */
    MomentRows by(TimeInterpolation way, boolean flow) {
        return switch (way) {
            case NEAREST -> picked;
            case LINEAR -> blended;
            case CUBIC -> curved;
            case FLOW -> flow ? alongFlow : blended;
        };
    }
}
