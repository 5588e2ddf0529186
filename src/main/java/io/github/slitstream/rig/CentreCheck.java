package io.github.slitstream.rig;

import io.github.slitstream.kernel.matrix.RankKernels;
import io.github.slitstream.kernel.matrix.RankThreshold;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the pairs of a rig that have no epipolar geometry: cameras with one centre, whose F is 0.
 *
 * <p>
 * The homogeneous centres of two cameras, scaled to length 1, are two columns of rank 2 unless they are the same point.
 * A turn brings the first to (1, 0, 0, 0) and the second into the plane of the first two axes, which keeps singular
 * values: so the 2×2 block (1, d; 0, r) of d = c·c' and r = |c' − d·c| has the rank of the pair. Before that the rig is
 * moved to the origin and shrunk to size 1, so that ε is a share of the rig's size.
 */
public final class CentreCheck {
    private static final int BLOCK = 4;
    /** Below this share of the size of P's rows to the third power, its determinants are rounding. */
    private static final double NO_CENTRE = 1e-12;

    /** Centres nearer than this share of the rig's size count as one unless somebody says otherwise. */
    public static final double NEAR = 1e-9;

    private final List<double[]> centres = new ArrayList<>();
    private final RankKernels ranks;

    /** Told of each pair of one centre, by increasing numbers. */
    @FunctionalInterface
    public interface Finding {
        void sameCentre(int a, int b);
    }

    public CentreCheck(CameraRig rig, RankKernels ranks) {
        this.ranks = ranks;
        rig.cameras().forEach(camera -> centres.add(centre(camera.matrix())));
        normalise();
    }

    /** Cameras whose matrix has a rank below 3 and therefore no centre. They take no part in the pairs. */
    public List<Integer> withoutCentre() {
        return IntStream.range(0, centres.size()).filter(camera -> centres.get(camera).length == 0).boxed().toList();
    }

    /** @param epsilon centres so near, as a share of the rig's size, count as one */
    public void pairs(double epsilon, Finding finding) {
        RankThreshold threshold = new RankThreshold(epsilon);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment blocks = arena.allocate(ValueLayout.JAVA_DOUBLE, (long) BLOCK * centres.size());
            MemorySegment found = arena.allocate(centres.size());
            for (int a = 0; a < centres.size(); a++) {
                int count = centres.size() - a - 1;
                for (int i = 0; i < count; i++) {
                    putBlock(centres.get(a), centres.get(a + 1 + i), blocks, (long) BLOCK * i);
                }
                ranks.hard(blocks, 0, threshold, found, 0, count);
                for (int i = 0; i < count; i++) {
                    if (found.get(ValueLayout.JAVA_BYTE, i) < 2) {
                        finding.sameCentre(a, a + 1 + i);
                    }
                }
            }
        }
    }

    /** Whether two cameras have one centre; one without a centre is apart from all others. */
    public boolean isOneCentre(int a, int b, double epsilon) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment block = arena.allocate(ValueLayout.JAVA_DOUBLE, BLOCK);
            MemorySegment found = arena.allocate(1);
            putBlock(centres.get(a), centres.get(b), block, 0);
            ranks.hard(block, 0, new RankThreshold(epsilon), found, 0, 1);
            return found.get(ValueLayout.JAVA_BYTE, 0) < 2;
        }
    }

    /** A camera without a centre is apart from all others. */
    private static void putBlock(double[] one, double[] other, MemorySegment blocks, long at) {
        double along = 0;
        double across = 1;
        if (one.length > 0 && other.length > 0) {
            along = dot(one, other);
            double square = 0;
            for (int i = 0; i < one.length; i++) {
                double rest = other[i] - along * one[i];
                square += rest * rest;
            }
            across = Math.sqrt(square);
        }
        blocks.setAtIndex(ValueLayout.JAVA_DOUBLE, at, 1);
        blocks.setAtIndex(ValueLayout.JAVA_DOUBLE, at + 1, along);
        blocks.setAtIndex(ValueLayout.JAVA_DOUBLE, at + 2, 0);
        blocks.setAtIndex(ValueLayout.JAVA_DOUBLE, at + 3, across);
    }

    /**
     * Homogeneous, of length 1; empty if there is none. A finite one is told by the left 3×3 block alone: beside a
     * translation of millions of metres, as in UTM coordinates, that block's determinant would pass for rounding.
     */
    private static double[] centre(ProjectionMatrix matrix) {
        double[] centre = matrix.centre();
        double length = Math.sqrt(dot(centre, centre));
        boolean finite = Math.abs(centre[3]) > NO_CENTRE * largestDeterminant(matrix, ProjectionMatrix.COLUMNS - 1);
        boolean there = finite || length > NO_CENTRE * largestDeterminant(matrix, ProjectionMatrix.COLUMNS);
        return there ? scaled(centre, 1 / length) : new double[0];
    }

    /** The most that a determinant of so many first columns could be: the product of the lengths of its rows. */
    private static double largestDeterminant(ProjectionMatrix matrix, int columns) {
        double product = 1;
        for (int row = 0; row < ProjectionMatrix.ROWS; row++) {
            double length = 0;
            for (int column = 0; column < columns; column++) {
                length = Math.hypot(length, matrix.at(row, column));
            }
            product *= length;
        }
        return product;
    }

    private void normalise() {
        List<double[]> finite = centres.stream().filter(centre -> centre.length > 0 && Math.abs(centre[3]) > NO_CENTRE)
                .map(centre -> scaled(centre, 1 / centre[3])).toList();
        double[] middle = new double[3];
        for (double[] point : finite) {
            for (int axis = 0; axis < 3; axis++) {
                middle[axis] += point[axis] / finite.size();
            }
        }
        double size = finite.stream().mapToDouble(point -> Math.hypot(
                Math.hypot(point[0] - middle[0], point[1] - middle[1]), point[2] - middle[2])).max().orElse(0);
        double distance = Math.hypot(Math.hypot(middle[0], middle[1]), middle[2]);
        double scale = size > NO_CENTRE * distance ? 1 / size : 1;
        centres.replaceAll(centre -> centre.length == 0 ? centre : moved(centre, middle, scale));
    }

    private static double[] moved(double[] centre, double[] middle, double scale) {
        double[] moved = {(centre[0] - middle[0] * centre[3]) * scale, (centre[1] - middle[1] * centre[3]) * scale,
            (centre[2] - middle[2] * centre[3]) * scale, centre[3]};
        return scaled(moved, 1 / Math.sqrt(dot(moved, moved)));
    }

    private static double[] scaled(double[] vector, double factor) {
        double[] scaled = new double[vector.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = vector[i] * factor;
        }
        return scaled;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
