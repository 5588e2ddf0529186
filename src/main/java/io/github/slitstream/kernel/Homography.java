package io.github.slitstream.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A 3×3 matrix that takes points of one plane to another: (x, y) goes to the first two coordinates of the product with
 * (x, y, 1), divided by the third. Multiples of a matrix are the same homography but need not round alike, so the
 * numbers stay as they are given. Only what is worked out anew for every picture changes one in place, and only one of
 * its own: {@link CornerHomography}, {@link WarpMap}, and who calls {@link #setAffine}.
 */
public final class Homography {
    private double h00 = 1;
    private double h01;
    private double h02;
    private double h10;
    private double h11 = 1;
    private double h12;
    private double h20;
    private double h21;
    private double h22 = 1;

    /** A determinant below this share of the sum of its six products is rounding. */
    private static final double ROUNDING = 0x1p-49;

    private Homography() {}

    /** Takes every point to itself. */
    public static Homography identity() {
        return new Homography();
    }

    /** @param rows nine numbers, row after row */
    public static Homography of(double... rows) {
        if (rows.length != 9) {
            throw new IllegalArgumentException("a homography has nine numbers, not " + rows.length);
        }
        return new Homography().set(rows[0], rows[1], rows[2], rows[3], rows[4], rows[5], rows[6], rows[7], rows[8]);
    }

    /** @param n00 first row, first column; the others likewise, row after row */
    private Homography set(double n00, double n01, double n02, double n10, double n11, double n12, double n20,
            double n21, double n22) {
        h00 = n00;
        h01 = n01;
        h02 = n02;
        h10 = n10;
        h11 = n11;
        h12 = n12;
        h20 = n20;
        h21 = n21;
        h22 = n22;
        return this;
    }

    /** Takes (x, y) to (n00·x + n01·y + n02, n10·x + n11·y + n12) from now on. One thread, while no other reads it. */
    public void setAffine(double n00, double n01, double n02, double n10, double n11, double n12) {
        set(n00, n01, n02, n10, n11, n12, 0, 0, 1);
    }

    Homography set(Homography other) {
        return set(other.h00, other.h01, other.h02, other.h10, other.h11, other.h12, other.h20, other.h21, other.h22);
    }

    /** First row, first column. */
    public double h00() {
        return h00;
    }

    public double h01() {
        return h01;
    }

    public double h02() {
        return h02;
    }

    public double h10() {
        return h10;
    }

    public double h11() {
        return h11;
    }

    public double h12() {
        return h12;
    }

    public double h20() {
        return h20;
    }

    public double h21() {
        return h21;
    }

    public double h22() {
        return h22;
    }

    /**
     * Takes (0, 0), (1, 0), (1, 1), (0, 1) to the corners of a quadrangle in their order (Heckbert, Fundamentals of
     * Texture Mapping and Image Warping, 1989, section 2.2.3).
     *
     * @param x0 of the first corner; the others likewise
     */
    Homography setFromUnitSquare(double x0, double y0, double x1, double y1, double x2, double y2, double x3,
            double y3) {
        double sumX = x0 - x1 + x2 - x3;
        double sumY = y0 - y1 + y2 - y3;
        double ax = x1 - x2;
        double ay = y1 - y2;
        double bx = x3 - x2;
        double by = y3 - y2;
        double area = ax * by - bx * ay;
        double g = sumX * by - bx * sumY;
        double h = ax * sumY - sumX * ay;
        return set(area * (x1 - x0) + g * x1, area * (x3 - x0) + h * x3, area * x0, area * (y1 - y0) + g * y1,
                area * (y3 - y0) + h * y3, area * y0, g, h, area);
    }

    /** The homography that applies {@code first} and then this one. */
    public Homography times(Homography first) {
        return new Homography().setProduct(this, first);
    }

    /** @param first may be this one, as may second */
    Homography setProduct(Homography second, Homography first) {
        return set(second.h00 * first.h00 + second.h01 * first.h10 + second.h02 * first.h20,
                second.h00 * first.h01 + second.h01 * first.h11 + second.h02 * first.h21,
                second.h00 * first.h02 + second.h01 * first.h12 + second.h02 * first.h22,
                second.h10 * first.h00 + second.h11 * first.h10 + second.h12 * first.h20,
                second.h10 * first.h01 + second.h11 * first.h11 + second.h12 * first.h21,
                second.h10 * first.h02 + second.h11 * first.h12 + second.h12 * first.h22,
                second.h20 * first.h00 + second.h21 * first.h10 + second.h22 * first.h20,
                second.h20 * first.h01 + second.h21 * first.h11 + second.h22 * first.h21,
                second.h20 * first.h02 + second.h21 * first.h12 + second.h22 * first.h22);
    }

    /**
     * Becomes the transpose of its cofactors: {@link #determinant} times the inverse, and as a homography the way back.
     */
    Homography turnBack() {
        return set(h11 * h22 - h12 * h21, h02 * h21 - h01 * h22, h01 * h12 - h02 * h11, h12 * h20 - h10 * h22,
                h00 * h22 - h02 * h20, h02 * h10 - h00 * h12, h10 * h21 - h11 * h20, h01 * h20 - h00 * h21,
                h00 * h11 - h01 * h10);
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
        double determinant = scaled.determinant();
        return scaled.turnBack().scaledBy(1 / determinant).scaledBy(1 / largest);
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
        return new Homography().set(h00 * factor, h01 * factor, h02 * factor, h10 * factor, h11 * factor, h12 * factor,
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Homography that && h00 == that.h00 && h01 == that.h01 && h02 == that.h02
                && h10 == that.h10 && h11 == that.h11 && h12 == that.h12 && h20 == that.h20 && h21 == that.h21
                && h22 == that.h22;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(new double[]{h00, h01, h02, h10, h11, h12, h20, h21, h22});
    }
}
