package io.github.slitstream.view.control;

import io.github.slitstream.param.Choice;
import io.github.slitstream.param.FileName;
import io.github.slitstream.param.Flag;
import io.github.slitstream.param.Matrix;
import io.github.slitstream.param.Named;
import io.github.slitstream.param.Numeric;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Text;
import io.github.slitstream.param.Values;

/** Makes the row that suits a declaration. */
public final class ParameterRows {
    private ParameterRows() {}

    public static ParameterRow<?> of(Parameter<?> parameter, Tuning tuning, FileDialogs files) {
        return of(parameter, tuning, files, false);
    }

    /** @param onRelease whether numbers are handed on only when a drag is over, because applying them takes long */
    public static ParameterRow<?> of(Parameter<?> parameter, Tuning tuning, FileDialogs files, boolean onRelease) {
        return switch (parameter) {
            case Numeric<?> number -> new NumberRow<>(new NumberScale<>(number), tuning, onRelease);
            case Flag flag -> new FlagRow(flag, tuning);
            case Matrix matrix -> new MatrixRow(matrix, tuning);
            case FileName name -> new FileRow(name, tuning, files);
            case Text text -> new TextRow(text, tuning);
            case Choice<?> choice -> choice(choice, tuning);
        };
    }

    /** A choice as segments where its options fit beside each other, otherwise as a list. */
    private static <T extends Named> ParameterRow<T> choice(Choice<T> choice, Tuning tuning) {
        return SegmentRow.fits(choice) ? new SegmentRow<>(choice, tuning) : new ChoiceRow<>(choice, tuning);
    }

    /** Shows in a row what the values say. */
    public static <T> void show(ParameterRow<T> row, Values values) {
        row.show(values.get(row.parameter()));
    }
}
