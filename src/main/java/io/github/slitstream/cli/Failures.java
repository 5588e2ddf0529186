package io.github.slitstream.cli;

import io.github.slitstream.fault.Fault;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what went wrong in one line, and where in the code only to those who ask with {@code --verbose}. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final BooleanSupplier verbose;

    Failures(BooleanSupplier verbose) {
        this.verbose = verbose;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        line(command.getErr(),
                words(wrong, args) + "; '" + command.getCommandSpec().qualifiedName() + " --help' tells more");
        trace(wrong, command.getErr());
        return CommandLine.ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        return failed(failure, command.getErr());
    }

    int failed(Throwable failure, PrintWriter err) {
        line(err, words(failure));
        trace(failure, err);
        return CommandLine.ExitCode.SOFTWARE;
    }

    private void trace(Throwable failure, PrintWriter err) {
        if (verbose.getAsBoolean()) {
            failure.printStackTrace(err);
        }
    }

    private static void line(PrintWriter err, String words) {
        err.println("slitstream: " + words.strip().replaceAll("\\s*\\R\\s*", " "));
    }

    private static String words(ParameterException wrong, String... arguments) {
        return switch (wrong) {
            case UnmatchedArgumentException unknown -> UnknownArguments.words(unknown, arguments);
            case MissingParameterException _,OverwrittenOptionException _ -> wrong.getMessage()
                    + UnknownArguments.misspelledOption(wrong.getCommandLine().getCommandSpec(), arguments)
                    + UnknownArguments.dashed(List.of(arguments));
            default -> UnknownArguments.misspelledCommand(wrong.getCommandLine().getCommandSpec(), arguments)
                    .orElseGet(() -> words(wrong));
        };
    }

    private static String words(Throwable failure) {
        return switch (failure) {
            case ParameterException known -> plain(String.valueOf(known.getMessage()));
            case InterruptedException stopped -> Fault.line(stopped) + "; nothing was written";
            default -> Fault.line(failure);
        };
    }

    /** Types as people call them. */
    private static String plain(String message) {
        return message.replace(" is not a double", " is not a number")
                .replace(" is not an int", " is not a whole number")
                .replace(" is not a long", " is not a whole number");
    }
}
