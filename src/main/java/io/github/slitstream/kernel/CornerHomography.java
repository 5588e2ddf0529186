package io.github.slitstream.kernel;

/**
 * The homography that moves the corners of a picture, by way of the unit square, worked out in place for every picture
 * in which they move. One thread.
 */
public final class CornerHomography {
    private final Homography toRectangle = Homography.identity();
    private final Homography toSquare = Homography.identity();
    private final Homography moved = Homography.identity();

    /**
     * Takes the corners of a quadrangle to those of the rectangle with one at (0, 0) and the opposite one at (right,
     * bottom), and then goes on by a matrix.
     *
     * @param corners x and y of the four, top left, top right, bottom right, bottom left, without a
     *     {@link Quadrangle#flaw}
     * @return the same object every time, which the next call changes
     */
    public Homography move(Homography matrix, double[] corners, double right, double bottom) {
        toSquare.setFromUnitSquare(corners[0], corners[1], corners[2], corners[3], corners[4], corners[5], corners[6],
                corners[7]).turnBack();
        toRectangle.setFromUnitSquare(0, 0, right, 0, right, bottom, 0, bottom);
        return moved.setProduct(matrix, moved.setProduct(toRectangle, toSquare));
    }
}
