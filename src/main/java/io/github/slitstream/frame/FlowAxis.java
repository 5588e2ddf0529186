package io.github.slitstream.frame;

/** Between which frames of a ring the flow is kept. */
public enum FlowAxis {
    /** Between none. */
    NONE,
    /** In the first view, from each moment to the one before it. */
    MOMENTS,
    /** In each of the newest moments, from each view to the next. */
    VIEWS;

    /** How many flows each moment has. */
    int flows(int views) {
        return switch (this) {
            case NONE -> 0;
            case MOMENTS -> 1;
            case VIEWS -> views - 1;
        };
    }

    /**
     * Of how many moments they are kept: between views of those that may be the newest to the reader.
     *
     * @param capacity of the ring
     */
    int moments(int capacity) {
        return switch (this) {
            case NONE -> 0;
            case MOMENTS -> capacity + RingLayout.SPARE;
            case VIEWS -> 1 + RingLayout.SPARE;
        };
    }
}
