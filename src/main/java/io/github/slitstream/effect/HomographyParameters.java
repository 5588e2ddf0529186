package io.github.slitstream.effect;

import io.github.slitstream.array.MatrixFile;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Border;
import io.github.slitstream.kernel.Homography;
import io.github.slitstream.kernel.Quadrangle;
import io.github.slitstream.kernel.WarpMap;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.FileName;
import io.github.slitstream.param.Flag;
import io.github.slitstream.param.Grid;
import io.github.slitstream.param.Int;
import io.github.slitstream.param.Matrix;
import io.github.slitstream.param.NamedConstant;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Real;
import io.github.slitstream.param.ParameterValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What of a {@link HomographyWarp} can be tuned. */
final class HomographyParameters {
    /** How a pixel between others is made. */
    enum Interpolation implements NamedConstant {
        NEAREST(WarpMap.Sampling.NEAREST), LINEAR(WarpMap.Sampling.LINEAR), CUBIC(WarpMap.Sampling.CUBIC);

        private final WarpMap.Sampling sampling;

        Interpolation(WarpMap.Sampling sampling) {
            this.sampling = sampling;
        }

        WarpMap.Sampling sampling() {
            return sampling;
        }
    }

    /** What is seen beyond the edge of the input. */
    enum BorderOption implements NamedConstant {
        CLAMP(Border.CLAMP), FILL(Border.FILL) {
            @Override
            public List<Parameter<?>> parameters() {
                return List.of(FILL_RED, FILL_GREEN, FILL_BLUE);
            }
        },
        MIRROR(Border.MIRROR),
        TRANSPARENT(Border.FILL);

        private final Border border;

        BorderOption(Border border) {
            this.border = border;
        }

        Border border() {
            return border;
        }
    }

    /** In the order in which one walks around. */
    static final List<Handle> CORNERS = List.of(corner("top-left", "Top left", 0, 0),
            corner("top-right", "Top right", 1, 0), corner("bottom-right", "Bottom right", 1, 1),
            corner("bottom-left", "Bottom left", 0, 1));

    static final Matrix MATRIX = Matrix.of("matrix", "Matrix", 1e12, Grid.of(3, 3, 1, 0, 0, 0, 1, 0, 0, 0, 1),
            "Takes a pixel of the picture to the pixel of the input that it shows.");
    private static final String NO_FILE = "none";
    static final FileName MATRIX_FILE = new FileName("matrix-file", "Matrix file",
            "A file to take the matrix from: NumPy, YAML, or OpenCV's FileStorage.", List.of(NO_FILE),
            MatrixFile.EXTENSIONS, NO_FILE);
    static final Flag INVERSE = Flag.of("inverse", "Inverse", false,
            "The matrix takes pixels of the input to the picture instead.");
    static final Int WIDTH = Int
            .of("width", "Width", 0, FrameSize.MAX_SIDE, 0, "Width of the picture; 0 is that of the input.").in("px")
            .slider(0, 3840);
    static final Int HEIGHT = Int
            .of("height", "Height", 0, FrameSize.MAX_SIDE, 0, "Height of the picture; 0 is that of the input.")
            .in("px").slider(0, 2160);
    static final Choice<Interpolation> INTERPOLATION = Choice.of("interpolation", "Interpolation",
            List.of(Interpolation.values()), Interpolation.NEAREST,
            "How a pixel between others is made; nearest cuts off what is behind the point.");
    static final Choice<BorderOption> BORDER = Choice.of("border", "Border", List.of(BorderOption.values()),
            BorderOption.CLAMP,
            "What is seen beyond the edge of the input.");
    static final Int FILL_RED = Int.of("fill-red", "Fill red", 0, 255, 0, "Red of the colour that fills.");
    static final Int FILL_GREEN = Int.of("fill-green", "Fill green", 0, 255, 0, "Green of the colour that fills.");
    static final Int FILL_BLUE = Int.of("fill-blue", "Fill blue", 0, 255, 0, "Blue of the colour that fills.");

    /** What the matrix is made of, before corners are moved. */
    static final List<Parameter<?>> OF_MATRIX = List.of(MATRIX, MATRIX_FILE, INVERSE);
    static final List<Parameter<?>> ALL = all();

    private HomographyParameters() {}

    private static Handle corner(String id, String name, double x, double y) {
        String doc = "Where the " + name.toLowerCase(Locale.ROOT) + " corner lies: 0 is the ";
        return new Handle(name + " corner",
                Real.of(id + "-x", name + " x", -4, 5, x, doc + "left edge, 1 the right.").slider(0, 1).decimals(3),
                Real.of(id + "-y", name + " y", -4, 5, y, doc + "upper edge, 1 the lower.").slider(0, 1).decimals(3));
    }

    /** The corners that some values give, on a picture whose sides are 1. */
    static Quadrangle corners(ParameterValues values) {
        return new Quadrangle(x(values, 0), y(values, 0), x(values, 1), y(values, 1), x(values, 2), y(values, 2),
                x(values, 3), y(values, 3));
    }

    /**
     * Reads the corners that some values give, x before y, and tells whether one of them is not where it was.
     */
    static boolean moveCorners(ParameterValues values, double[] out) {
        boolean moves = false;
        for (int i = 0; i < CORNERS.size(); i++) {
            Handle corner = CORNERS.get(i);
            out[2 * i] = values.get(corner.x());
            out[2 * i + 1] = values.get(corner.y());
            moves |= out[2 * i] != corner.x().defaultValue() || out[2 * i + 1] != corner.y().defaultValue();
        }
        return moves;
    }

    /**
     * The matrix that some values give, not yet turned around.
     *
     * @throws io.github.slitstream.param.BadValue if it cannot be read from its file
     */
    static Homography matrix(ParameterValues values) {
        return isMatrixOfFile(values)
                ? MatrixFiles.read(values.get(MATRIX_FILE))
                : Homography.of(values.get(MATRIX).toArray());
    }

    static boolean isMatrixOfFile(ParameterValues values) {
        return !values.get(MATRIX_FILE).equals(NO_FILE);
    }

    private static double x(ParameterValues values, int corner) {
        return values.get(CORNERS.get(corner).x());
    }

    private static double y(ParameterValues values, int corner) {
        return values.get(CORNERS.get(corner).y());
    }

    private static List<Parameter<?>> all() {
        List<Parameter<?>> all = new ArrayList<>();
        CORNERS.forEach(corner -> all.addAll(corner.parameters()));
        all.addAll(List.of(MATRIX, MATRIX_FILE, INVERSE, WIDTH, HEIGHT, INTERPOLATION, BORDER));
        return List.copyOf(all);
    }
}
