package io.github.slitstream.engine.flow;

import io.github.slitstream.frame.FlowEffort;
import io.github.slitstream.param.NamedConstant;

/** How well flow is found where time does not press. */
public enum FlowQuality implements NamedConstant {
    /** As live. */
    DRAFT(FlowSize.HALF, FlowEffort.FAST),
    GOOD(FlowSize.FULL, FlowEffort.FAST),
    BEST(FlowSize.FULL, FlowEffort.THOROUGH);

    private final FlowSize size;
    private final FlowEffort effort;

    FlowQuality(FlowSize size, FlowEffort effort) {
        this.size = size;
        this.effort = effort;
    }

    FlowSize size() {
        return size;
    }

    FlowEffort effort() {
        return effort;
    }
}
