package io.github.slitstream.view.paint;

import java.util.ArrayList;
import java.util.List;

/**
 * Where else each stroke is repeated, around the middle of the map.
 *
 * @param across whether the left and the right are mirrored
 * @param down whether the upper and the lower half are mirrored
 * @param turns how often a whole turn is divided; 1 is not
 */
record Symmetry(boolean across, boolean down, int turns) {
    static final Symmetry NONE = new Symmetry(false, false, 1);
    static final int MOST_TURNS = 24;

    /** A turn around the middle, perhaps of the mirror image: {@code (x, y)} goes to {@code (a·x + b·y, c·x + d·y)}. */
    record Image(double a, double b, double c, double d) {
        double x(double x, double y) {
            return a * x + b * y;
        }

        double y(double x, double y) {
            return c * x + d * y;
        }

        /** Turns and mirror images keep lengths, so that the way back has rows and columns swapped. */
        Image back() {
            return new Image(a, c, b, d);
        }
    }

    /** The stroke itself first. */
    List<Image> images() {
        List<Image> images = new ArrayList<>();
        for (int i = 0; i < turns; i++) {
            double cos = Math.cos(2 * Math.PI * i / turns);
            double sin = Math.sin(2 * Math.PI * i / turns);
            images.add(new Image(cos, -sin, sin, cos));
            if (across) {
                images.add(new Image(-cos, -sin, -sin, cos));
            }
            if (down) {
                images.add(new Image(cos, sin, sin, -cos));
            }
            if (across && down) {
                images.add(new Image(-cos, sin, -sin, -cos));
            }
        }
        return images;
    }
}
