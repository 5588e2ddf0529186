package io.github.slitstream.view.paint;

/** What a stroke does. */
enum PaintTool {
    BRUSH("Brush", "Paint along the way"),
    LINE("Line", "A line from where you press to where you let go"),
    GRADIENT("Gradient", "All of the value where you press, nothing where you let go"),
    ELLIPSE("Ellipse", "An ellipse around where you press"),
    SMEAR("Smear", "Drag what is there along"),
    BLUR("Blur", "Soften what is there"),
    FILL("Fill", "Fill all around that is alike");

    private final String label;
    private final String doc;

    PaintTool(String label, String doc) {
        this.label = label;
        this.doc = doc;
    }

    String label() {
        return label;
    }

    String doc() {
        return doc;
    }

    /** Whether the size of the brush matters to it. */
    boolean hasSize() {
        return switch (this) {
            case BRUSH, LINE, SMEAR, BLUR -> true;
            case GRADIENT, ELLIPSE, FILL -> false;
        };
    }
}
