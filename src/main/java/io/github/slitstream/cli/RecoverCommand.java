package io.github.slitstream.cli;

import io.github.slitstream.frame.SinkOpener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code slitstream recover}: complete videos of what a killed program left. */
@Command(name = "recover", mixinStandardHelpOptions = true,
        description = "Makes complete files of recordings that were left unfinished. No file is replaced.")
@SuppressWarnings("NullAway") // picocli sets the fields
final class RecoverCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    private final CommandEnvironment environment;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1", paramLabel = "FILE|FOLDER",
            description = "One of them, or all in a folder and the folders in it.")
    private Path place;

    RecoverCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        if (Files.notExists(place)) {
            throw new IOException("there is no file or folder " + place + "; recordings are kept in the folder that the"
                    + " window's record menu names");
        }
        if (!Files.isDirectory(place)) {
            say(environment.sinks().recover(place));
            return 0;
        }
        List<Path> unfinished = environment.sinks().unfinished(place);
        if (unfinished.isEmpty()) {
            spec.commandLine().getOut().println("there is no unfinished recording in " + place);
        }
        int failures = 0;
        for (Path file : unfinished) {
            failures += recover(environment.sinks(), file);
        }
        return failures == 0 ? 0 : FAILED;
    }

    /** One that cannot be recovered does not keep others from it. */
    private int recover(SinkOpener sinks, Path file) {
        try {
            say(sinks.recover(file));
            return 0;
        } catch (IOException lost) {
            spec.commandLine().getErr().println("slitstream: " + lost.getMessage());
            return 1;
        }
    }

    private void say(Path recovered) {
        spec.commandLine().getOut().println("recovered " + recovered);
    }
}
