package io.github.slitstream.engine.flow;

/** How far Java is with the kernels that read frames along the flow; until it is done, moments are blended. */
public enum FlowReadiness {
    /** They are being compiled: no flow is found, since that would only keep the processor from it. */
    COMPILING(false),
    /** Flow is found, and on rows of real pictures they show whether they were compiled well. */
    ON_TRIAL(true),
    /** They make the pictures, while other kernels are being compiled, which takes the processor from finding flow. */
    DISTURBED(true),
    /** They make the pictures. */
    READY(true),
    /** They were compiled badly again and again, and are given up until the chain changes. */
    GIVEN_UP(false);

    private final boolean finds;

    FlowReadiness(boolean finds) {
        this.finds = finds;
    }

    /** Whether flow is found. */
    boolean finds() {
        return finds;
    }

    /** A few words for the status strip. */
    String words(FlowSize size) {
        return switch (this) {
            case COMPILING, ON_TRIAL -> "flow warms up";
            case DISTURBED, READY -> size.words();
            case GIVEN_UP -> FlowSize.NONE.words();
        };
    }
}
