package io.github.slitstream.rig;

import java.util.Arrays;

/**
 * A 3×4 matrix P that takes a point of the world to a point of the picture, both homogeneous: x = P·X. Immutable, all
 * numbers finite. Pixels are counted as the camera's file counts them.
 */
public final class ProjectionMatrix {
    public static final int ROWS = 3;
    public static final int COLUMNS = 4;
    /** Numbers in it. */
    public static final int COUNT = ROWS * COLUMNS;

    private final double[] numbers;

    private ProjectionMatrix(double[] numbers) {
        this.numbers = numbers;
    }

    /**
     * @param rowMajor {@value #COUNT} numbers
     * @throws IllegalArgumentException if there are more or fewer, or one is not finite; the message is a clause such
     *     as {@code P[1][3] is NaN, but every number must be finite}
     */
    public static ProjectionMatrix of(double... rowMajor) {
        if (rowMajor.length != COUNT) {
            throw new IllegalArgumentException("P has " + rowMajor.length + " numbers, but 3×4 = 12 are needed");
        }
        for (int i = 0; i < COUNT; i++) {
            if (!Double.isFinite(rowMajor[i])) {
                throw new IllegalArgumentException("P[" + i / COLUMNS + "][" + i % COLUMNS + "] is " + rowMajor[i]
                        + ", but every number must be finite");
            }
        }
        return new ProjectionMatrix(rowMajor.clone());
    }

    /**
     * P = K·[R|t], where R and t take points of the world to the camera.
     *
     * @param intrinsics K, 9 numbers, row-major
     * @param rotation R, 9 numbers, row-major
     * @param translation t, 3 numbers
     * @throws IllegalArgumentException as {@link #of}
     */
    public static ProjectionMatrix of(double[] intrinsics, double[] rotation, double[] translation) {
        double[] product = new double[COUNT];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                double sum = 0;
                for (int k = 0; k < 3; k++) {
                    sum += intrinsics[3 * row + k] * (column < 3 ? rotation[3 * k + column] : translation[k]);
                }
                product[COLUMNS * row + column] = sum;
            }
        }
        return of(product);
    }

    public double at(int row, int column) {
        return numbers[COLUMNS * row + column];
    }

    /** All numbers, row-major. */
    public double[] toArray() {
        return numbers.clone();
    }

    /** The homogeneous picture of a homogeneous point, 4 numbers. */
    public double[] project(double... point) {
        double[] picture = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                picture[row] += at(row, column) * point[column];
            }
        }
        return picture;
    }

    /**
     * The camera's centre, homogeneous: the point whose picture is nothing, P·C = 0. Its coordinates are the 3×3
     * determinants of P with a column left out, with alternating signs; all four are 0 where P has no single centre
     * (its rank is below 3).
     */
    public double[] centre() {
        return new double[]{determinant(1, 2, 3), -determinant(0, 2, 3), determinant(0, 1, 3), -determinant(0, 1, 2)};
    }

    /**
     * Where the camera looks, in the picture: M·m₃ for P = [M|p] and m₃ the third row of M (Hartley and Zisserman,
     * section 6.2.1). Not finite where the camera's centre lies at infinity.
     */
    public PicturePoint principalPoint() {
        double[] axis = project(at(2, 0), at(2, 1), at(2, 2), 0);
        return new PicturePoint(axis[0] / axis[2], axis[1] / axis[2]);
    }

    private double determinant(int a, int b, int c) {
        return at(0, a) * (at(1, b) * at(2, c) - at(1, c) * at(2, b))
                - at(0, b) * (at(1, a) * at(2, c) - at(1, c) * at(2, a))
                + at(0, c) * (at(1, a) * at(2, b) - at(1, b) * at(2, a));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProjectionMatrix matrix && Arrays.equals(numbers, matrix.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        return Arrays.toString(numbers);
    }
}
