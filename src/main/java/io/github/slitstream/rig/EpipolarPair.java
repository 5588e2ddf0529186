package io.github.slitstream.rig;

import io.github.slitstream.kernel.matrix.CameraMinors;
import io.github.slitstream.kernel.matrix.FundamentalKernels;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;

/**
 * What one camera knows of another's picture: a point of the first picture lies, in the second, on a line, and all
 * these lines meet in the epipole, the picture of the first camera's centre (Hartley and Zisserman, Multiple View
 * Geometry, section 9.2). Pixels are counted as each camera's file counts them. Immutable.
 */
public final class EpipolarPair {
    /** Below this share of its factors, a sum of products is rounding. */
    private static final double ROUNDING = 1e-12;

    private final double[] fundamental;
    private final double[] epipole;

    private EpipolarPair(double[] fundamental, double[] epipole) {
        this.fundamental = fundamental;
        this.epipole = epipole;
    }

    /**
     * @param other a camera with another centre (see {@link CentreCheck}): the lines of two with one centre are
     *     rounding
     */
    public static EpipolarPair of(Camera camera, Camera other, FundamentalKernels kernels) {
        CameraMinors minors = new CameraRig(List.of(camera, other), List.of()).minors();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment matrix = arena.allocate(ValueLayout.JAVA_DOUBLE, CameraMinors.FUNDAMENTAL);
            new FundamentalMatrices(minors, kernels).upperRows(0, 1, matrix);
            return new EpipolarPair(matrix.toArray(ValueLayout.JAVA_DOUBLE),
                    other.matrix().project(camera.matrix().centre()));
        }
    }

    /** Where the first camera stands in the second picture; nothing where it lies at infinity. */
    public Optional<PicturePoint> epipole() {
        double size = Math.hypot(epipole[0], epipole[1]);
        return Math.abs(epipole[2]) > ROUNDING * size
                ? Optional.of(new PicturePoint(epipole[0] / epipole[2], epipole[1] / epipole[2]))
                : Optional.empty();
    }

    /**
     * The line of a point of the first picture in the second; nothing where the point is the epipole or the line lies
     * at infinity.
     */
    public Optional<PictureLine> line(PicturePoint point) {
        double[] line = new double[3];
        double size = 0;
        for (int row = 0; row < line.length; row++) {
            int at = row * line.length;
            line[row] = fundamental[at] * point.x() + fundamental[at + 1] * point.y() + fundamental[at + 2];
        }
        for (double entry : fundamental) {
            size = Math.max(size, Math.abs(entry));
        }
        double slope = Math.hypot(line[0], line[1]);
        return slope > ROUNDING * size
                ? Optional.of(new PictureLine(line[0] / slope, line[1] / slope, line[2] / slope))
                : Optional.empty();
    }
}
