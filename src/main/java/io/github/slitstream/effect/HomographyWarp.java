package io.github.slitstream.effect;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Border;
import io.github.slitstream.kernel.CornerHomography;
import io.github.slitstream.kernel.Homography;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.Projection;
import io.github.slitstream.kernel.WarpMap;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.ValueKey;
import io.github.slitstream.param.Values;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads the input through a homography: pixel (x, y) of the picture at the matrix times (x, y, 1), divided by the third
 * coordinate. The corners come on top: they say where the corners of the picture that the matrix alone would give are
 * to lie.
 *
 * <p>
 * Where each pixel reads is worked out once for as long as the values stay; then a picture is only gathered.
 */
public final class HomographyWarp implements Effect {
    private static final Sides SIDES = new Sides();

    public static final EffectType TYPE = new EffectType("homography", "Homography",
            "Pulls the picture by its corners, or reads it through a 3×3 matrix.", 1, Footprint.GEOMETRIC,
            Values.defaults(HomographyParameters.ALL), HomographyWarp::relevant, HomographyWarp::check,
            HomographyWarp::new).sized(SIDES)
            .offering(offers -> offers.withHandles(HomographyParameters.CORNERS));

    private static final int OPAQUE = 0xff000000;

    private final FrameSize size;
    private final Kernels kernels;
    private FrameSize made;
    private volatile WarpMap map;
    private final ValueKey madeOf = new ValueKey();
    private final Aim aim = new Aim();
    private int fill;

    private HomographyWarp(FrameSize size, Kernels kernels) {
        this.size = size;
        this.kernels = kernels;
        this.made = size;
        this.map = new WarpMap(size.width(), size.height());
    }

    @Override
    public void prepare(FrameHistory input, ParameterValues values) {
        fill = values.get(HomographyParameters.BORDER) == HomographyParameters.BorderOption.FILL ? fill(values) : 0;
        if (madeOf.matches(values)) {
            return;
        }
        if (!TYPE.makes(made, size, values)) {
            made = TYPE.outputSize(size, values);
            map = new WarpMap(made.width(), made.height());
        }
        map.describe(aim.projection(size, values), sampling(values));
        madeOf.take(HomographyParameters.ALL, values);
    }

    @Override
    public void render(FrameHistory input, Frame output, int fromRow, int toRow) {
        for (int row = fromRow; row < toRow; row++) {
            map.fillRow(row, kernels);
            map.gatherRow(row, kernels, input.now().pixels(), 0, fill, output.pixels(),
                    (long) row * made.stride());
        }
    }

    @Override
    public Optional<String> note() {
        WarpMap now = map;
        return Optional.of(note(now.outside(), now.pixels()));
    }

    /** How many pixels of a result have fallen outside of the input, in words. */
    public static String note(long outside, int pixels) {
        return String.format(Locale.ROOT, "%d of %d pixels fell outside (%.1f %%)", outside, pixels,
                100.0 * outside / pixels);
    }

    /** Where the pixels of a result read an input of some size. */
    public static Projection projection(FrameSize input, ParameterValues values) {
        return new Aim().projection(input, values);
    }

    /** Works out where pixels read. While only corners move, it does so in place. */
    private static final class Aim {
        private final CornerHomography moved = new CornerHomography();
        private final double[] corners = new double[2 * HomographyParameters.CORNERS.size()];
        private final ValueKey matrixOf = new ValueKey();
        private Homography matrix = Homography.identity();
        private Projection projection = new Projection(matrix, 1, 1, Border.CLAMP);

        /** The same object as long as it can be, changed in place. */
        @SuppressWarnings("ReferenceEquality") // whether it is the very matrix that is changed in place
        Projection projection(FrameSize input, ParameterValues values) {
            if (!matrixOf.matches(values)) {
                matrix = matrix(values);
                matrixOf.take(HomographyParameters.OF_MATRIX, values);
            }
            Homography homography = homography(input, values);
            Border border = values.get(HomographyParameters.BORDER).border();
            Projection last = projection;
            boolean holds = last.matrix() == homography && last.width() == input.width()
                    && last.height() == input.height() && last.border() == border;
            if (!holds) {
                projection = new Projection(homography, input.width(), input.height(), border);
            }
            return projection;
        }

        private Homography homography(FrameSize input, ParameterValues values) {
            if (!HomographyParameters.moveCorners(values, corners)) {
                return matrix;
            }
            double right = Math.max(1, SIDES.width(input, values) - 1);
            double bottom = Math.max(1, SIDES.height(input, values) - 1);
            for (int i = 0; i < corners.length; i += 2) {
                corners[i] *= right;
                corners[i + 1] *= bottom;
            }
            return moved.move(matrix, corners, right, bottom);
        }
    }

    public static WarpMap.Sampling sampling(ParameterValues values) {
        return values.get(HomographyParameters.INTERPOLATION).sampling();
    }

    /** The sides that are asked for, and those of the input where none is. */
    private static final class Sides implements EffectType.Sizing {
        @Override
        public int width(FrameSize input, ParameterValues values) {
            int width = values.get(HomographyParameters.WIDTH);
            return width == 0 ? input.width() : width;
        }

        @Override
        public int height(FrameSize input, ParameterValues values) {
            int height = values.get(HomographyParameters.HEIGHT);
            return height == 0 ? input.height() : height;
        }
    }

    private static Homography matrix(ParameterValues values) {
        Homography given = HomographyParameters.matrix(values);
        return values.get(HomographyParameters.INVERSE) ? given.inverse() : given;
    }

    private static int fill(ParameterValues values) {
        return OPAQUE | values.get(HomographyParameters.FILL_RED) << 16
                | values.get(HomographyParameters.FILL_GREEN) << 8
                | values.get(HomographyParameters.FILL_BLUE);
    }

    private static void check(Values values) {
        HomographyParameters.matrix(values).flaw().ifPresent(reason -> {
            String file = HomographyParameters.isMatrixOfFile(values)
                    ? " in " + values.get(HomographyParameters.MATRIX_FILE)
                    : "";
            throw new BadValue("homography: the matrix" + file + " " + reason + ": give one that can be inverted");
        });
        HomographyParameters.corners(values).flaw().ifPresent(reason -> {
            throw new BadValue("homography: the corners " + reason + ": pull them apart");
        });
    }

    /** A typed matrix has no say beside one of a file. */
    private static Predicate<Parameter<?>> relevant(Values values) {
        boolean typed = !HomographyParameters.isMatrixOfFile(values);
        return parameter -> typed || !parameter.equals(HomographyParameters.MATRIX);
    }
}
