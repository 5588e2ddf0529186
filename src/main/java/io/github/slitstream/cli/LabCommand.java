package io.github.slitstream.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code slitstream lab}: the tools on NumPy arrays. */
@Command(name = "lab", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "TOOL",
        description = "Works on NumPy arrays (.npy).")
@SuppressWarnings("NullAway") // picocli sets the field
final class LabCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** With all its tools. */
    static CommandLine line(CommandEnvironment environment) {
        return new CommandLine(new LabCommand()).addSubcommand(new LabConvolution.Im2colCommand(environment))
                .addSubcommand(new LabConvolution.ConvolveCommand(environment))
                .addSubcommand(new LabRank(environment))
                .addSubcommand(LabWarp.line(environment));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "say which tool: " + String.join(", ", spec.subcommands().keySet()));
    }
}
