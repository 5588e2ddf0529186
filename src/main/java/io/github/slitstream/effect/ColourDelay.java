package io.github.slitstream.effect;

import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;
import java.util.List;
import java.util.stream.Stream;

/**
 * The delays of a colour that looks at moments of its own: scaled, and so many frames later.
 *
 * @param place of it among the colours of {@link io.github.slitstream.kernel.MomentDelays}
 */
record ColourDelay(int place, Real scale, Real offset) {
    static final List<ColourDelay> ALL = List.of(of("red", "Red", 2, 0), of("green", "Green", 1, 3),
            of("blue", "Blue", 0, 6));
    static final List<Parameter<?>> PARAMETERS = ALL.stream()
            .<Parameter<?>>flatMap(colour -> Stream.of(colour.scale, colour.offset)).toList();

    /** How many frames ahead any colour looks where they look from now to so many frames ahead. */
    static double furthestAhead(double frames, ParameterValues values) {
        return ALL.stream()
                .mapToDouble(colour -> values.get(colour.scale) * frames - Math.min(0, values.get(colour.offset)))
                .max().orElseThrow();
    }

    private static ColourDelay of(String id, String label, int place, double frames) {
        return new ColourDelay(place,
                Real.of(id + "-scale", label + " scale", 0, 2, 1, "What the delay of " + id + " is multiplied by."),
                Real.of(id + "-offset", label + " offset", -2000, 2000, frames,
                        "How much further back " + id + " looks, in frames; below 0 less far.")
                        .slider(-60, 60).decimals(1));
    }
}
