package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;

/** What a formula reads along one row, and where on it. One for each thread. */
final class FormulaInputs {
    private final double[] xs;
    private final double[] ys;
    private final double[] columns;
    private final double[] luma;
    private final double[] motion;
    private int row;
    private double seconds;
    private double pictures;

    FormulaInputs(FrameSize size) {
        this.xs = Coordinates.along(size.width());
        this.ys = Coordinates.along(size.height());
        this.columns = new double[size.width()];
        this.luma = new double[size.width()];
        this.motion = new double[size.width()];
        for (int column = 0; column < columns.length; column++) {
            columns[column] = column;
        }
    }

    int width() {
        return columns.length;
    }

    int row() {
        return row;
    }

    double pictures() {
        return pictures;
    }

    /** Goes to a row of a picture. */
    void moveTo(int newRow, double newSeconds, double newPictures) {
        row = newRow;
        seconds = newSeconds;
        pictures = newPictures;
    }

    /** To be filled where a formula reads the picture. */
    double[] luma() {
        return luma;
    }

    double[] motion() {
        return motion;
    }

    /** Of a variable that changes from column to column: one number for each. */
    double[] along(FormulaVariable variable) {
        return switch (variable) {
            case X -> xs;
            case J -> columns;
            case LUMA -> luma;
            case MOTION -> motion;
            case Y, T, I, N -> throw new IllegalArgumentException(variable + " is one number for a whole row");
        };
    }

    /** Of a variable that is the same for a whole row. */
    double ofRow(FormulaVariable variable) {
        return switch (variable) {
            case Y -> ys[row];
            case I -> row;
            case T -> seconds;
            case N -> pictures;
            case X, J, LUMA, MOTION -> throw new IllegalArgumentException(variable + " changes along a row");
        };
    }
}
