package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;

/**
 * Numbers of all pixels that stay from picture to picture, worked out when their row is first asked for. Different
 * threads may ask for different rows at once.
 */
final class KeptNumbers {
    private final FrameSize size;
    private final FormulaProgram program;
    private final double[] ofPixels;
    private final boolean[] filled;

    KeptNumbers(FrameSize size, FormulaProgram program) {
        this.size = size;
        this.program = program;
        this.ofPixels = new double[size.pixels()];
        this.filled = new boolean[size.height()];
    }

    /** Sees to it that the row is there on which the inputs are. */
    void fill(FormulaInputs inputs) {
        if (!filled[inputs.row()]) {
            program.run(inputs, ofPixels, firstPixel(inputs.row()));
            filled[inputs.row()] = true;
        }
    }

    double[] ofPixels() {
        return ofPixels;
    }

    int firstPixel(int row) {
        return row * size.width();
    }
}
