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
final class MixPart implements Field {
    private final FrameSize size;
    private final PartNumbers numbers;
    private final ValueKey madeOf = new ValueKey();
    private @Nullable Pattern pattern;
    private @Nullable Field field;
    private @Nullable NestedValues view;
    /** Since the last picture. */
    private boolean changed;

    /** @param shape what may be done to it */
    MixPart(FrameSize size, PartShape shape) {
        this.size = size;
        this.numbers = new PartNumbers(size, shape);
    }

    /** @param around of the pattern it is a part of */
    void take(NestedPattern nested, ParameterValues around) {
        changed |= takePattern(nested, around);
        numbers.take(around);
    }

    /** @return whether it is another pattern, or has other values */
    private boolean takePattern(NestedPattern nested, ParameterValues around) {
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
            return false;
        }
        madeOf.takeInForce(nested.parameters(), outermost);
        return true;
    }

    @Override
    public void reach(FrameHistory past, double deepest) {
        Objects.requireNonNull(field).reach(past, deepest);
    }

    @Override
    public Optional<String> note() {
        return field == null ? Optional.empty() : field.note();
    }

    @Override
    public boolean update(Frame picture, PlaneKernels kernels) {
        Field current = Objects.requireNonNull(field);
        boolean moved = current.update(picture, kernels);
        numbers.refresh(current, moved || changed);
        changed = false;
        return moved;
    }

    @Override
    public void fillRow(int row, double[] out, int first) {
        numbers.fillRow(Objects.requireNonNull(field), row, out, first);
    }

    @Override
    public boolean trigger() {
        return field != null && field.trigger();
    }

    @Override
    public boolean draws() {
        return Objects.requireNonNull(field).draws();
    }

    @Override
    public boolean watches() {
        return Objects.requireNonNull(field).watches();
    }

    @Override
    public void watchRow(int row, Frame picture, PlaneKernels kernels) {
        Objects.requireNonNull(field).watchRow(row, picture, kernels);
    }

    @Override
    public void drawRow(int row, Frame picture) {
        Objects.requireNonNull(field).drawRow(row, picture);
    }
}
