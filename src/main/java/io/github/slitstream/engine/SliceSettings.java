package io.github.slitstream.engine;

import io.github.slitstream.frame.Slice;
import io.github.slitstream.frame.Slice.Direction;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.NamedConstant;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Real;
import io.github.slitstream.param.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is tuned about slices through time. */
public final class SliceSettings {
    public static final Choice<Kind> KIND = Choice.of("slice", "Slice", List.of(Kind.values()), Kind.NONE,
            "Keeps one line of every picture, all in one PNG: x-t a row of each, time runs down; y-t a column of each,"
                    + " time runs to the right, as on a photo finish.");
    public static final Real AT = Real.of("slice-at", "Position", 0, 1, 0.5,
            "Where the line lies: 0 is the top or the left of the pictures, 1 the bottom or the right.");

    public static final List<Parameter<?>> ALL = List.of(KIND, AT);

    private SliceSettings() {}

    /** The ways to cut that are offered. */
    public enum Kind implements NamedConstant {
        NONE(null), X_T(Direction.X_T), Y_T(Direction.Y_T);

        private final @Nullable Direction direction;

        Kind(@Nullable Direction direction) {
            this.direction = direction;
        }
    }

    /** The slice that such values ask for; null for whole pictures. */
    public static @Nullable Slice slice(Values values) {
        Direction direction = values.get(KIND).direction;
        return direction == null ? null : new Slice(direction, values.get(AT));
    }
}
