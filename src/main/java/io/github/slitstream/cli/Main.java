package io.github.slitstream.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;

/** Starts Slitstream. Exit codes: 0 done, 1 failed, 2 wrong usage; failures are one line on standard error. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        int exitCode = start(out, err, arguments);
        out.flush();
        err.flush();
        System.exit(exitCode);
    }

    private static int start(PrintWriter out, PrintWriter err, String... arguments) {
        try {
            HomeFolder.settle();
        } catch (IOException unwritable) {
            err.println("slitstream: there is no home folder and none can be made (" + unwritable.getMessage()
                    + "); set HOME to a folder");
            return CommandLine.ExitCode.SOFTWARE;
        }
        return run(CommandEnvironment.ofThisMachine(), out, err, arguments);
    }

    /** Runs one command line and returns its exit code. */
    static int run(CommandEnvironment environment, PrintWriter out, PrintWriter err, String... arguments) {
        WindowCommand top = new WindowCommand(environment);
        Failures failures = new Failures(top::isVerbose);
        CommandLine line = new CommandLine(top);
        if (arguments.length > 0) { // alone, the window does not wait for them
            addCommands(line, environment, List.of(arguments).contains(BenchJar.COMMAND));
        }
        line.setOut(out).setErr(err).setParameterExceptionHandler(failures).setExecutionExceptionHandler(failures)
                .setExecutionStrategy(parsed -> {
                    Logging.start(top.isVerbose());
                    return new CommandLine.RunLast().execute(parsed);
                });
        try {
            return line.execute(arguments);
        } catch (RuntimeException | Error e) {
            return failures.failed(e, err);
        }
    }

    /** @param isBench whether the bench may be meant: jars are searched for it only then, which takes a while */
    private static void addCommands(CommandLine line, CommandEnvironment environment, boolean isBench) {
        CommandLine bench = isBench ? BenchJar.command(Main.class.getClassLoader()) : BenchJar.missing();
        line.addSubcommand(RenderCommand.line(environment)).addSubcommand(new Listings.Effects())
                .addSubcommand(new Listings.Patterns()).addSubcommand(new Listings.Presets(environment))
                .addSubcommand(new Listings.Cameras(environment)).addSubcommand(new FormatsCommand())
                .addSubcommand(new RecoverCommand(environment)).addSubcommand(LabCommand.line(environment))
                .addSubcommand(RigCommand.line(environment)).addSubcommand(new ArchiveCommand(environment))
                .addSubcommand(bench.addSubcommand(new LiveCommand(environment)));
    }

    /** Elsewhere than on Windows text is UTF-8 also where the locale was never set, as on servers. */
    private static PrintWriter writer(FileDescriptor descriptor) {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        Charset charset = windows ? System.out.charset() : StandardCharsets.UTF_8;
        return new PrintWriter(new FileOutputStream(descriptor), true, charset);
    }
}
