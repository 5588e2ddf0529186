package io.github.slitstream.pattern;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.PlaneKernels;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.ValueKey;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The field of one nested pattern, which goes on for as long as the pattern is the same. */
final class MixPart {
    private final FrameSize size;
    private final ValueKey madeOf = new ValueKey();
    private @Nullable Pattern pattern;
    private @Nullable Field field;
    private @Nullable NestedValues view;

    MixPart(FrameSize size) {
        this.size = size;
    }

    /** @param around of the pattern it is a part of */
    void take(NestedPattern nested, ParameterValues around) {
        ParameterValues outermost = NestedValues.outermost(around);
        NestedValues values = view;
        if (values == null || !values.shows(outermost, nested)) {
            values = NestedValues.of(around, nested);
            view = values;
        }
        Field current = field;
        if (current == null || !nested.pattern().equals(pattern)) {
            current = nested.pattern().field(size);
            current.take(values);
            field = current;
            pattern = nested.pattern();
        } else if (!madeOf.matches(outermost)) {
            current.take(values);
        } else {
            return;
        }
        madeOf.takeInForce(nested.parameters(), outermost);
    }

    void reach(FrameHistory past, double deepest) {
        Objects.requireNonNull(field).reach(past, deepest);
    }

    Optional<String> note() {
        return field == null ? Optional.empty() : field.note();
    }

    boolean update(Frame picture, PlaneKernels kernels) {
        return Objects.requireNonNull(field).update(picture, kernels);
    }

    void fillRow(int row, double[] out, int first) {
        Objects.requireNonNull(field).fillRow(row, out, first);
    }
}
