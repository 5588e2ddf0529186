package io.github.slitstream.pattern;

import io.github.slitstream.param.Int;
import io.github.slitstream.param.Named;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Real;
import java.util.List;

/**
 * Where the numbers of a part of a {@link Mix} are read.
 *
 * @param parameters numbers
 */
record PartWarp(String id, String label, String doc, List<Parameter<?>> parameters, Loop loop) implements Named {

    /** What it does to a row of places. Allocates nothing. */
    @FunctionalInterface
    interface Loop {
        /** @param numbers values of the parameters */
        void warp(WarpedPlaces places, double[] numbers);
    }

    /** So many parameters has none. */
    static final int MOST_NUMBERS = 2;
    static final PartWarp NONE = new PartWarp("none", "None", "As it is.", List.of(), (places, numbers) -> {});

    /** In the order they are offered. */
    static final List<PartWarp> ALL = List.of(NONE,
            of("twist", "Twist", "Turned the further the further out.",
                    (places, numbers) -> places.twist(numbers[0]),
                    Real.of("warp-turns", "Turns", -4, 4, 0.25,
                            "How far it is turned half the longer side from the middle, clockwise.").in("turns")
                            .slider(-1, 1)),
            of("zoom", "Zoom", "Larger or smaller, mirrored beyond its edges.",
                    (places, numbers) -> places.zoom(numbers[0]),
                    Real.of("warp-zoom", "Zoom factor", 0.1, 10, 2, "How much larger; below 1 smaller.").in("×")
                            .logarithmic()),
            of("ripple", "Ripple", "Pushed out and pulled in along rings.",
                    (places, numbers) -> places.ripple(numbers[0], numbers[1]),
                    Real.of("warp-height", "Height", 0, 0.5, 0.06,
                            "How far it is pushed, in halves of the longer side.").slider(0, 0.2),
                    Real.of("warp-rings", "Rings", 0, 32, 6, "How many rings half the longer side holds.")
                            .slider(0, 16).decimals(1)),
            of("kaleidoscope", "Kaleidoscope", "A wedge and its mirror image, repeated around the middle.",
                    (places, numbers) -> places.kaleidoscope(numbers[0]),
                    Int.of("warp-segments", "Segments", 1, 32, 4, "How many pairs of wedges there are.")
                            .slider(1, 12)),
            of("tile", "Tile", "Small, repeated side by side.",
                    (places, numbers) -> places.tile(numbers[0]),
                    Int.of("warp-tiles", "Tiles", 1, 32, 3, "How many lie along each side.").slider(1, 12)));

    private static PartWarp of(String id, String label, String doc, Loop loop, Parameter<?>... own) {
        return new PartWarp(id, label, doc, List.of(own), loop);
    }

    @Override
    public PartWarp within(String path) {
        return new PartWarp(id, label, doc, parameters.stream().<Parameter<?>>map(own -> own.within(path)).toList(),
                loop);
    }
}
