package io.github.slitstream.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.param.Values;
import java.util.List;

/** Compares patterns with their definitions in doubles at one pixel, at odd sizes and at 3840 × 2160. */
final class Definitions {
    static final List<FrameSize> SIZES = List.of(new FrameSize(1, 1), new FrameSize(1, 9), new FrameSize(7, 1),
            new FrameSize(33, 21), new FrameSize(3840, 2160));

    /** What tables of sines and angles may be off. */
    static final double BY_TABLE = 2e-5;

    private static final int ROWS_LOOKED_AT = 12;

    interface Definition {
        double at(int column, int row, FrameSize size);
    }

    /** x and y are −1 … 1 from edge to edge. */
    interface OfPlace {
        double at(double x, double y);
    }

    private Definitions() {}

    static Definition places(OfPlace definition) {
        return (column, row, size) -> definition.at(position(column, size.width()), position(row, size.height()));
    }

    static double position(int index, int side) {
        return side == 1 ? 0 : 2.0 * index / (side - 1) - 1;
    }

    /** −1 … 1 along the longer side. */
    static double along(int index, int side, FrameSize size) {
        return (index - (side - 1) / 2.0) / (Math.max(1, Math.max(size.width(), size.height()) - 1) / 2.0);
    }

    static Values angle(String id, double degrees) {
        return Filled.defaults(id).with("angle", Double.toString(degrees));
    }

    static void agrees(String id, Values values, Definition definition, double within) {
        for (FrameSize size : SIZES) {
            agrees(id, values, size, definition, within);
        }
    }

    static void agrees(String id, Values values, FrameSize size, Definition definition, double within) {
        Field field = Filled.pattern(id).field(size, values);
        field.update(GreyFrame.of(size, (x, y) -> 0), Kernels.get().planes());
        compare(id, field, size, definition, within);
    }

    /** @param definition NaN where it takes long and is not looked at */
    static void compare(String id, Field field, FrameSize size, Definition definition, double within) {
        double[] numbers = new double[size.width()];
        for (int i = 0; i < Math.min(ROWS_LOOKED_AT, size.height()); i++) {
            int row = size.height() == 1 ? 0 : i * (size.height() - 1) / (Math.min(ROWS_LOOKED_AT, size.height()) - 1);
            field.fillRow(row, numbers, 0);
            for (int column = 0; column < size.width(); column++) {
                double expected = definition.at(column, row, size);
                if (!Double.isNaN(expected)) {
                    assertEquals(expected, numbers[column], within, id + " at " + column + "," + row + " of " + size);
                }
            }
        }
    }
}
