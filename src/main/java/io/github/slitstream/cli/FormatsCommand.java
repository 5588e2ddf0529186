package io.github.slitstream.cli;

import io.github.slitstream.frame.OutputFormat;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code slitstream formats}: what can be written, and what it holds. */
@Command(name = "formats", mixinStandardHelpOptions = true,
        description = "Lists the formats of outputs and what each of them holds.")
@SuppressWarnings("NullAway") // picocli sets the fields
final class FormatsCommand implements Callable<Integer> {
    private static final String TITLE = "# Formats\n\nMade by `slitstream formats --markdown` from the declarations. "
            + "The ending of an output says its format.\n\n"
            + "| format | endings | | sound | alpha | bits | comes back | times |\n"
            + "|---|---|---|---|---|---|---|---|\n";

    @Spec
    private CommandSpec spec;

    @Option(names = "--markdown", description = "As a page of documentation.")
    private boolean markdown;

    @Override
    public Integer call() {
        if (markdown) {
            spec.commandLine().getOut().print(markdown());
            spec.commandLine().getOut().flush();
            return 0;
        }
        for (OutputFormat format : OutputFormat.values()) {
            spec.commandLine().getOut().printf("%-5s %-12s %s%n", format.label(), endings(format), format.doc());
        }
        return 0;
    }

    /** The generated page {@code src/docs/formats.md}. */
    static String markdown() {
        StringBuilder page = new StringBuilder(TITLE);
        for (OutputFormat format : OutputFormat.values()) {
            OutputFormat.Holds holds = format.holds();
            page.append("| ").append(format.label()).append(" | ").append(endings(format)).append(" | ")
                    .append(format.doc()).append(" | ").append(sound(holds)).append(" | ")
                    .append(holds.alpha() ? "yes" : "laid over black").append(" | ").append(holds.bits())
                    .append(" | ").append(holds.isExact() ? "exactly" : "nearly").append(" | ").append(timing(holds))
                    .append(" |\n");
        }
        return page.toString();
    }

    private static String endings(OutputFormat format) {
        return format.endings().stream().map(ending -> "." + ending).collect(Collectors.joining(" "));
    }

    private static String sound(OutputFormat.Holds holds) {
        return switch (holds.sound()) {
            case INSIDE -> "yes";
            case BESIDE -> "of numbered pictures, as WAV beside them";
            case NONE -> "no";
        };
    }

    private static String timing(OutputFormat.Holds holds) {
        return switch (holds.timing()) {
            case VARIABLE -> "each picture its own, or a constant rate";
            case CONSTANT -> "none: recorded at a constant rate";
        };
    }
}
