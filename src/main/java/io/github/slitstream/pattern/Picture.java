package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.FileName;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The greys of a picture: black is now, white the past. A picture of the frame's own size is taken as it is; any other
 * is stretched so that the corners meet, with the four nearest samples blended.
 */
final class Picture implements Pattern {
    static final FileName FILE = new FileName("file", "Picture", "The grey picture that says how far back to look.",
            List.of("folds", "galaxy", "horizon", "marble", "petals", "ripples"),
            List.of("png", "jpg", "jpeg", "tif", "tiff", "bmp", "gif"), "folds");

    @Override
    public String id() {
        return "picture";
    }

    @Override
    public String label() {
        return "Picture";
    }

    @Override
    public String doc() {
        return "A grey picture says how far back to look: black is now, white the past.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(FILE);
    }

    @Override
    public void check(ParameterValues values) {
        GreyPictures.named(values.get(FILE));
    }

    @Override
    public Field field(FrameSize size) {
        return new Numbers(size);
    }

    private static final class Numbers implements Field {
        private final FrameSize size;
        private @Nullable Field ofPicture;

        Numbers(FrameSize size) {
            this.size = size;
        }

        @Override
        public void take(ParameterValues values) {
            ofPicture = Picture.field(GreyPictures.named(values.get(FILE)), size);
        }

        @Override
        public void fillRow(int row, double[] out, int first) {
            Objects.requireNonNull(ofPicture).fillRow(row, out, first);
        }
    }

    /** The numbers of a picture for frames of a size. */
    static Field field(GreyPicture picture, FrameSize size) {
        return picture.width() == size.width() && picture.height() == size.height()
                ? exact(picture)
                : stretched(picture, size);
    }

    private static Field exact(GreyPicture picture) {
        return (row, out, first) -> {
            for (int column = 0; column < picture.width(); column++) {
                out[first + column] = picture.sample(column, row) / GreyPicture.WHITE;
            }
        };
    }

    private static Field stretched(GreyPicture picture, FrameSize size) {
        double[] xs = positions(size.width(), picture.width());
        double[] ys = positions(size.height(), picture.height());
        return (row, out, first) -> {
            int top = (int) ys[row];
            int bottom = Math.min(top + 1, picture.height() - 1);
            double down = ys[row] - top;
            for (int column = 0; column < xs.length; column++) {
                int left = (int) xs[column];
                int right = Math.min(left + 1, picture.width() - 1);
                double across = xs[column] - left;
                double above = blend(picture.sample(left, top), picture.sample(right, top), across);
                double below = blend(picture.sample(left, bottom), picture.sample(right, bottom), across);
                out[first + column] = blend(above, below, down) / GreyPicture.WHITE;
            }
        };
    }

    static double blend(double a, double b, double share) {
        return a + (b - a) * share;
    }

    /** Where on a side of the picture each pixel of the frame's side looks; a single pixel looks at the middle. */
    static double[] positions(int side, int pictureSide) {
        double[] positions = new double[side];
        for (int index = 0; index < side; index++) {
            positions[index] = side == 1 ? (pictureSide - 1) / 2.0 : index * (pictureSide - 1.0) / (side - 1);
        }
        return positions;
    }
}
