package io.github.slitstream.view.paint;

import io.github.slitstream.param.NamedConstant;
import io.github.slitstream.pattern.PaintedMap;

/**
 * What strokes leave.
 *
 * @param size diameter as a share of the map's longer side
 * @param softness 0 a hard edge … 1 soft from the middle on
 * @param value 0 now … 1 the past
 */
record Brush(double size, double softness, double value, Way way) {
    static final Brush FIRST = new Brush(0.1, 0.5, 1, Way.SET);

    /** What becomes of a number under the brush. */
    enum Way implements NamedConstant {
        SET, ADD, ERASE
    }

    Brush withSize(double other) {
        return new Brush(other, softness, value, way);
    }

    Brush withSoftness(double other) {
        return new Brush(size, other, value, way);
    }

    Brush withValue(double other) {
        return new Brush(size, softness, other, way);
    }

    Brush withWay(Way other) {
        return new Brush(size, softness, value, other);
    }

    /**
     * A sample that is painted over.
     *
     * @param coverage 0 … 1, how much of the brush is on it
     */
    char over(char below, double coverage) {
        double painted = value * PaintedMap.PAST;
        double result = switch (way) {
            case SET -> below + (painted - below) * coverage;
            case ADD -> below + painted * coverage;
            case ERASE -> below - painted * coverage;
        };
        return (char) Math.rint(Math.clamp(result, 0, PaintedMap.PAST));
    }
}
