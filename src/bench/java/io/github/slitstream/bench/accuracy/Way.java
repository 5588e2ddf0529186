package io.github.slitstream.bench.accuracy;

import io.github.slitstream.engine.flow.FlowSize;
import io.github.slitstream.frame.FlowAxis;

/**
 * A way to make a moment between two frames.
 *
 * @param name for people
 * @param interpolation as the time displacement calls it
 * @param flow in which size flow is found
 */
public record Way(String name, String interpolation, FlowSize flow) {
    static final Way NEAREST = new Way("nearest", "nearest", FlowSize.NONE);
    static final Way LINEAR = new Way("linear", "linear", FlowSize.NONE);
    static final Way CUBIC = new Way("cubic", "cubic", FlowSize.NONE);

    /** The name as a part of a file's. */
    String fileName() {
        return name.replace(' ', '-').replace('/', '-');
    }

    /** Between which frames flow is found. */
    FlowAxis axis() {
        return flow == FlowSize.NONE ? FlowAxis.NONE : FlowAxis.MOMENTS;
    }

    /** The way along the flow found in this size. */
    static Way flow(FlowSize size) {
        return new Way(size.words(), "flow", size);
    }
}
