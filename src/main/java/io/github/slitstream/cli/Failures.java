package io.github.slitstream.cli;

import io.github.slitstream.param.BadValue;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Tells what went wrong in one line, and where in the code only to those who ask with {@code --verbose}. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final BooleanSupplier verbose;

    Failures(BooleanSupplier verbose) {
        this.verbose = verbose;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        line(command.getErr(), words(wrong) + "; '" + command.getCommandSpec().qualifiedName() + " --help' tells more");
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

    private static String words(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return switch (failure) {
            case AccessDeniedException denied -> denied.getFile() + ": permission denied; choose another place";
            case NoSuchFileException missing -> missing.getFile() + " does not exist; check the path";
            case FileAlreadyExistsException there -> there.getFile() + " is there already; choose another name";
            case FileSystemException other when other.getReason() != null -> other.getFile() + ": " + other.getReason();
            case IOException known -> message;
            case BadValue known -> message;
            case ParameterException known -> message;
            case InterruptedException stopped -> "stopped before it was done; nothing was written";
            case OutOfMemoryError full -> "out of memory (" + message + "); keep fewer frames or downsample more";
            case LinkageError missing -> "a native library is missing (" + message
                    + "); install it, the README lists what a bare system lacks";
            default -> "this should not have happened: " + failure
                    + "; run it again with --verbose and report what it prints";
        };
    }
}
