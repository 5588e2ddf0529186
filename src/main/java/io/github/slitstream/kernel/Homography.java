package io.github.slitstream.kernel;

import java.util.Locale;
import java.util.Optional;

/**
 * A 3×3 matrix that takes points of one plane to another: (x, y) goes to the first two coordinates of the product with
 * (x, y, 1), divided by the third. Multiples of a matrix are the same homography but need not round alike, so the
 * numbers stay as they are given.
 *
 * @param h00 first row, first column; the others likewise, row after row
 */
public record Homography(double h00, double h01, double h02, double h10, double h11, double h12, double h20, double h21,
        double h22) {
    public static final Homography IDENTITY = new Homography(1, 0, 0, 0, 1, 0, 0, 0, 1);

    /** A determinant below this share of the sum of its six products is rounding. */
    private static final double ROUNDING = 0x1p-49;

    /** @param rows nine numbers, row after row */
    public static Homography of(double... rows) {
        if (rows.length != 9) {
            throw new IllegalArgumentException("a homography has nine numbers, not " + rows.length);
        }
        return new Homography(rows[0], rows[1], rows[2], rows[3], rows[4], rows[5], rows[6], rows[7], rows[8]);
    }

    /**
     * The homography that takes each corner of a quadrangle to the corner of the same name of another, by way of the
     * unit square (Heckbert, Fundamentals of Texture Mapping and Image Warping, 1989, section 2.2.3).
     *
     * @param from without a {@link Quadrangle#flaw}
     * @param to likewise
     */
    public static Homography between(Quadrangle from, Quadrangle to) {
        return fromUnitSquare(to).times(fromUnitSquare(from).adjugate());
    }

    /** Takes (0, 0), (1, 0), (1, 1), (0, 1) to the corners in their order. */
    private static Homography fromUnitSquare(Quadrangle to) {
        double sumX = to.x0() - to.x1() + to.x2() - to.x3();
        double sumY = to.y0() - to.y1() + to.y2() - to.y3();
        double ax = to.x1() - to.x2();
        double ay = to.y1() - to.y2();
        double bx = to.x3() - to.x2();
        double by = to.y3() - to.y2();
        double area = ax * by - bx * ay;
        double g = sumX * by - bx * sumY;
        double h = ax * sumY - sumX * ay;
        return new Homography(area * (to.x1() - to.x0()) + g * to.x1(), area * (to.x3() - to.x0()) + h * to.x3(),
                area * to.x0(), area * (to.y1() - to.y0()) + g * to.y1(), area * (to.y3() - to.y0()) + h * to.y3(),
                area * to.y0(), g, h, area);
    }

    /** The homography that applies {@code first} and then this one. */
    public Homography times(Homography first) {
        return new Homography(h00 * first.h00 + h01 * first.h10 + h02 * first.h20,
                h00 * first.h01 + h01 * first.h11 + h02 * first.h21,
                h00 * first.h02 + h01 * first.h12 + h02 * first.h22,
                h10 * first.h00 + h11 * first.h10 + h12 * first.h20,
                h10 * first.h01 + h11 * first.h11 + h12 * first.h21,
                h10 * first.h02 + h11 * first.h12 + h12 * first.h22,
                h20 * first.h00 + h21 * first.h10 + h22 * first.h20,
                h20 * first.h01 + h21 * first.h11 + h22 * first.h21,
                h20 * first.h02 + h21 * first.h12 + h22 * first.h22);
    }

    /** The transpose of the cofactors: {@link #determinant} times the inverse, and as a homography the way back. */
    public Homography adjugate() {
        return new Homography(h11 * h22 - h12 * h21, h02 * h21 - h01 * h22, h01 * h12 - h02 * h11,
                h12 * h20 - h10 * h22, h00 * h22 - h02 * h20, h02 * h10 - h00 * h12, h10 * h21 - h11 * h20,
                h01 * h20 - h00 * h21, h00 * h11 - h01 * h10);
    }

    /**
     * The inverse matrix.
     *
     * @throws ArithmeticException if the matrix has a {@link #flaw}
     */
    public Homography inverse() {
        flaw().ifPresent(reason -> {
            throw new ArithmeticException(reason);
        });
        double largest = largest();
        Homography scaled = scaledBy(1 / largest);
        return scaled.adjugate().scaledBy(1 / scaled.determinant()).scaledBy(1 / largest);
    }

    public double determinant() {
        return h00 * (h11 * h22 - h12 * h21) - h01 * (h10 * h22 - h12 * h20) + h02 * (h10 * h21 - h11 * h20);
    }

    /** Why this takes the plane to no plane, in words that go on from "the matrix"; empty if it does. */
    public Optional<String> flaw() {
        double largest = largest();
        if (!(largest < Double.POSITIVE_INFINITY)) {
            return Optional.of("has a number that is not finite");
        }
        if (largest == 0) {
            return Optional.of("is all zeros");
        }
        Homography scaled = scaledBy(1 / largest);
        double determinant = scaled.determinant();
        return Math.abs(determinant) <= ROUNDING * scaled.sumOfProducts()
                ? Optional.of(String.format(Locale.ROOT,
                        "is singular: its determinant is %.3g, so it folds the picture onto a line or a point",
                        determinant))
                : Optional.empty();
    }

    /** Where x, y goes, first coordinate; not finite or not a number where the point goes to infinity. */
    public double x(double x, double y) {
        return (h00 * x + h01 * y + h02) / w(x, y);
    }

    /** As {@link #x}, second coordinate. */
    public double y(double x, double y) {
        return (h10 * x + h11 * y + h12) / w(x, y);
    }

    /** The third coordinate, by which the others are divided. */
    double w(double x, double y) {
        return h20 * x + h21 * y + h22;
    }

    private Homography scaledBy(double factor) {
        return new Homography(h00 * factor, h01 * factor, h02 * factor, h10 * factor, h11 * factor, h12 * factor,
                h20 * factor, h21 * factor, h22 * factor);
    }

    /** Infinite or not a number if one of the numbers is. */
    private double largest() {
        double first = Math.max(Math.abs(h00), Math.max(Math.abs(h01), Math.abs(h02)));
        double second = Math.max(Math.abs(h10), Math.max(Math.abs(h11), Math.abs(h12)));
        double third = Math.max(Math.abs(h20), Math.max(Math.abs(h21), Math.abs(h22)));
        return Math.max(first, Math.max(second, third));
    }

    /** Of the determinant, each without its sign: what its rounding is measured by. */
    private double sumOfProducts() {
        return Math.abs(h00) * (Math.abs(h11 * h22) + Math.abs(h12 * h21))
                + Math.abs(h01) * (Math.abs(h10 * h22) + Math.abs(h12 * h20))
                + Math.abs(h02) * (Math.abs(h10 * h21) + Math.abs(h11 * h20));
    }
}
