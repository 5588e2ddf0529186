package io.github.slitstream.cli;

import io.github.slitstream.param.BadValue;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** The program. Exit codes: 0 done, 1 failed, 2 wrong usage; failures are one line on standard error. */
@Command(name = "slitstream", description = "Bends time in video.", mixinStandardHelpOptions = true, version = "slitstream 0.1.0", subcommands = {
    RenderCommand.class, Listings.Effects.class, Listings.Patterns.class, Listings.Presets.class,
    Listings.Cameras.class})
public final class Main implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    @Parameters(arity = "0..1", paramLabel = "INPUT", description = "What the window plays first: a file, a URL, camera:NAME or demo:.")
    private @Nullable String input;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Shows where in the program a failure arose.")
    private boolean verbose;

    private Main() {}

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, System.out.charset());
        PrintWriter err = new PrintWriter(System.err, true, System.err.charset());
        System.exit(run(out, err, arguments));
    }

    /** Runs one command line and returns its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        Main main = new Main();
        return new CommandLine(main).setOut(out).setErr(err).setParameterExceptionHandler(Main::wrongUsage)
                .setExecutionExceptionHandler(main::failed).execute(arguments);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        WindowCommand.open(input);
        return 0;
    }

    private static int wrongUsage(ParameterException exception, String[] arguments) {
        CommandLine command = exception.getCommandLine();
        command.getErr()
                .println("slitstream: " + exception.getMessage() + " (see " + command.getCommandSpec().qualifiedName()
                        + " --help)");
        return WRONG_USAGE;
    }

    private int failed(Exception exception, CommandLine command, ParseResult parsed) {
        command.getErr().println("slitstream: " + exception.getMessage());
        if (verbose) {
            exception.printStackTrace(command.getErr());
        }
        return exception instanceof BadValue ? WRONG_USAGE : FAILED;
    }
}
