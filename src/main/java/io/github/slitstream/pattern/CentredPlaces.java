package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;
import java.util.List;

/**
 * Positions as seen from a middle that may be moved, on a plane that may be stretched: with the aspect a, what is
 * around the middle becomes √a as wide and 1/√a as high. By default they are exactly as they were. One thread takes
 * values, then any number read.
 */
final class CentredPlaces {
    static final Real ASPECT = Real
            .of("aspect", "Aspect", 0.05, 20, 1, "How wide things are for their height; 1 is as the picture is.")
            .slider(0.2, 5).logarithmic();
    /** What a pattern declares whose middle may be moved and stretched. */
    static final List<Parameter<?>> PARAMETERS = List.of(Centre.OF_PATTERN.x(), Centre.OF_PATTERN.y(), ASPECT);

    private final double[] plainX;
    private final double[] plainY;
    private final double[] x;
    private final double[] y;

    /**
     * @param xs of the columns, from −r to r
     * @param ys of the rows, likewise
     */
    CentredPlaces(double[] xs, double[] ys) {
        plainX = xs;
        plainY = ys;
        x = xs.clone();
        y = ys.clone();
    }

    /** In halves of the longer side, so that circles are round. */
    static CentredPlaces square(FrameSize size) {
        return new CentredPlaces(Coordinates.square(size.width(), size), Coordinates.square(size.height(), size));
    }

    void take(ParameterValues values) {
        double stretch = Math.sqrt(values.get(ASPECT));
        double middleX = offset(values.get(Centre.OF_PATTERN.x()), plainX);
        double middleY = offset(values.get(Centre.OF_PATTERN.y()), plainY);
        for (int i = 0; i < x.length; i++) {
            x[i] = (plainX[i] - middleX) / stretch;
        }
        for (int i = 0; i < y.length; i++) {
            y[i] = (plainY[i] - middleY) * stretch;
        }
    }

    /** @param share 0 at the first, 1 at the last */
    private static double offset(double share, double[] positions) {
        return (2 * share - 1) * positions[positions.length - 1];
    }

    int width() {
        return x.length;
    }

    int height() {
        return y.length;
    }

    double x(int column) {
        return x[column];
    }

    double y(int row) {
        return y[row];
    }
}
