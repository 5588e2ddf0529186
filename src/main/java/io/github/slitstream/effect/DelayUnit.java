package io.github.slitstream.effect;

/** What the delays of a map count. */
public enum DelayUnit {
    FRAMES("frames", "ring"), SECONDS("s", "ring"), CAMERAS("cameras", "rig");

    private final String label;
    private final String whole;

    DelayUnit(String label, String whole) {
        this.label = label;
        this.whole = whole;
    }

    /** Behind a number of them. */
    public String label() {
        return label;
    }

    /** What it is called when all there are are meant. */
    public String whole() {
        return whole;
    }
}
