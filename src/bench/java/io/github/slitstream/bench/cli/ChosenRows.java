package io.github.slitstream.bench.cli;

import io.github.slitstream.bench.Row;
import io.github.slitstream.bench.Selection;
import io.github.slitstream.param.BadValue;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The rows that a command line names. */
final class ChosenRows {
    private ChosenRows() {}

    /** @throws ParameterException if a name means no row */
    static List<Row> of(CommandLine command, List<Row> catalog, List<String> names) {
        try {
            return Selection.of(catalog, names);
        } catch (BadValue e) {
            throw new ParameterException(command, e.getMessage(), e);
        }
    }
}
