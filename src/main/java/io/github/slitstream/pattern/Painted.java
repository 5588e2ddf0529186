package io.github.slitstream.pattern;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.PlaneKernels;
import io.github.slitstream.param.FileName;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A {@link Picture} that is painted in the window, and followed while that is being done. */
final class Painted implements Pattern {
    static final FileName FILE = Picture.FILE.paintable("The map to paint on; painting makes a new one of it.");

    @Override
    public String id() {
        return "painted";
    }

    @Override
    public String label() {
        return "Painted";
    }

    @Override
    public String doc() {
        return "Painted on the picture by hand: black is now, white the past.";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(FILE);
    }

    @Override
    public void check(ParameterValues values) {
        String name = values.get(FILE);
        if (PaintedMap.named(name) == null) {
            GreyPictures.named(name);
        }
    }

    @Override
    public Field field(FrameSize size) {
        return new Numbers(size);
    }

    private static final class Numbers implements Field {
        private final FrameSize size;
        private @Nullable PaintedMap map;
        private @Nullable Field ofPicture;
        private char[] samples = new char[0];
        private int seen;

        Numbers(FrameSize size) {
            this.size = size;
        }

        @Override
        public void take(ParameterValues values) {
            String name = values.get(FILE);
            PaintedMap open = PaintedMap.named(name);
            if (open == null) {
                ofPicture = Picture.field(GreyPictures.named(name), size);
            } else {
                samples = new char[open.size().pixels()];
                seen = open.copyChanges(samples, 0);
                ofPicture = Picture.field(new GreyPicture(open.size().width(), open.size().height(), samples), size);
            }
            map = open;
        }

        @Override
        public boolean update(Frame picture, PlaneKernels kernels) {
            PaintedMap followed = map;
            if (followed == null || !followed.isNewerThan(seen)) {
                return false;
            }
            seen = followed.copyChanges(samples, seen);
            return true;
        }

        @Override
        public void fillRow(int row, double[] out, int first) {
            Objects.requireNonNull(ofPicture).fillRow(row, out, first);
        }
    }
}
