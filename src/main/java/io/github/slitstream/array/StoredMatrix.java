package io.github.slitstream.array;

/** A matrix as it was found in a file. Immutable. */
public final class StoredMatrix {
    private final int rows;
    private final int columns;
    private final double[] numbers;

    /** @param rowMajor {@code rows·columns} numbers, from now on this matrix's */
    StoredMatrix(int rows, int columns, double[] rowMajor) {
        this.rows = rows;
        this.columns = columns;
        this.numbers = rowMajor;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public boolean is(int wantedRows, int wantedColumns) {
        return rows == wantedRows && columns == wantedColumns;
    }

    /** All numbers, row-major. */
    public double[] toArray() {
        return numbers.clone();
    }
}
