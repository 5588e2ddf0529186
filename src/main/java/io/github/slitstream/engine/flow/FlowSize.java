package io.github.slitstream.engine.flow;

import io.github.slitstream.frame.FrameSize;

/** How large the pictures are in which flow is found. */
public enum FlowSize {
    FULL(1, "flow 1/1"),
    HALF(2, "flow 1/2"),
    QUARTER(4, "flow 1/4"),
    EIGHTH(8, "flow 1/8"),
    /** No flow is found. */
    NONE(1, "flow off");

    /** In smaller pictures none is found. */
    private static final int SHORTEST_SIDE = 16;

    private final int divisor;
    private final String words;

    FlowSize(int divisor, String words) {
        this.divisor = divisor;
        this.words = words;
    }

    /** A few words for the status strip. */
    public String words() {
        return words;
    }

    FrameSize of(FrameSize frame) {
        return frame.dividedBy(divisor);
    }

    /** Whether frames are large enough for flow to be found in this size. */
    boolean suits(FrameSize frame) {
        FrameSize found = of(frame);
        return Math.min(found.width(), found.height()) >= SHORTEST_SIDE;
    }

    FlowSize smaller() {
        return switch (this) {
            case FULL -> HALF;
            case HALF -> QUARTER;
            case QUARTER -> EIGHTH;
            case EIGHTH, NONE -> NONE;
        };
    }

    /** As large as is found live. */
    FlowSize larger() {
        return switch (this) {
            case NONE -> EIGHTH;
            case EIGHTH -> QUARTER;
            case QUARTER, HALF, FULL -> HALF;
        };
    }
}
