package io.github.slitstream.pattern;

/**
 * Where numbers stand that change from column to column.
 *
 * @param isColumn whether they are the same in all rows of a picture
 * @param index of the tile or the column
 */
record FormulaOperand(boolean isColumn, int index) {
    /** @param from pixel at which the tile begins */
    double[] in(FormulaWorkspace workspace, int from) {
        return isColumn ? workspace.column(index, from) : workspace.tile(index);
    }
}
