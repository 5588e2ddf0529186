package io.github.slitstream.pattern;

import java.util.Locale;
import java.util.Optional;

/** What a formula may read, and what that changes with. */
enum FormulaVariable {
    /** Across, −1 … 1 from edge to edge. */
    X(FormulaGraph.COLUMN),
    /** Down, −1 … 1. */
    Y(FormulaGraph.ROW),
    /** Seconds since the first picture. */
    T(FormulaGraph.TIME),
    /** Row, 0 … h − 1. */
    I(FormulaGraph.ROW),
    /** Column, 0 … w − 1. */
    J(FormulaGraph.COLUMN),
    /** Pictures since the first. */
    N(FormulaGraph.TIME),
    /** Brightness of the newest picture there, 0 … 1. */
    LUMA(FormulaGraph.COLUMN | FormulaGraph.ROW | FormulaGraph.PICTURE),
    /** By how much that differs from the picture before, 0 … 1. */
    MOTION(FormulaGraph.COLUMN | FormulaGraph.ROW | FormulaGraph.PICTURE);

    private final String written = name().toLowerCase(Locale.ROOT);
    private final int changesWith;

    FormulaVariable(int changesWith) {
        this.changesWith = changesWith;
    }

    static Optional<FormulaVariable> named(String name) {
        for (FormulaVariable variable : values()) {
            if (variable.written.equals(name)) {
                return Optional.of(variable);
            }
        }
        return Optional.empty();
    }

    String written() {
        return written;
    }

    /** Bits of {@link FormulaGraph}. */
    int changesWith() {
        return changesWith;
    }
}
