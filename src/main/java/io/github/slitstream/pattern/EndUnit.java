package io.github.slitstream.pattern;

import io.github.slitstream.param.NamedConstant;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Real;
import java.util.List;

/** What the ends of a ramp are counted in. */
@SuppressWarnings("ImmutableEnumChecker") // declarations are
enum EndUnit implements NamedConstant {
    SHARE(end("from", "From", 1, 0, "Near end of the ramp as a share of the depth"),
            end("to", "To", 1, 1, "Far end of the ramp as a share of the depth")),
    FRAMES(end("from", "From", 2000, 0, "Near end of the ramp in frames before now").in("frames").slider(0, 120)
            .decimals(1),
            end("to", "To", 2000, 2000, "Far end of the ramp in frames before now").in("frames").slider(0, 120)
                    .decimals(1)),
    SECONDS(end("from", "From", 600, 0, "Near end of the ramp in seconds before now").in("s").slider(0, 5),
            end("to", "To", 600, 600, "Far end of the ramp in seconds before now").in("s").slider(0, 5));

    private final Real from;
    private final Real to;

    EndUnit(Real from, Real to) {
        this.from = from;
        this.to = to;
    }

    private static Real end(String id, String label, double most, double byDefault, String doc) {
        return Real.of(id, label, 0, most, byDefault, doc + ", at most all of it; where from lies beyond to, the ramp "
                + "runs the other way.");
    }

    Real from() {
        return from;
    }

    Real to() {
        return to;
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(from, to);
    }
}
