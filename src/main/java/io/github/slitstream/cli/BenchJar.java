package io.github.slitstream.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Finds the bench's jar, or stands in for its command. */
final class BenchJar {
    static final String COMMAND = "bench";

    private BenchJar() {}

    /** @param loader of the classes and services that are there */
    static CommandLine command(ClassLoader loader) {
        return ServiceLoader.load(BenchProvider.class, loader).findFirst().map(BenchProvider::bench)
                .orElseGet(BenchJar::missing);
    }

    /** Lists the command and says what is missing, whatever follows it. */
    static CommandLine missing() {
        return new CommandLine(new Missing());
    }

    @Command(name = COMMAND,
            description = "Times Slitstream's work beside that of others, after comparing the results.")
    @SuppressWarnings("NullAway") // picocli sets the fields
    private static final class Missing implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Unmatched
        private final List<String> others = new ArrayList<>();

        @Override
        public Integer call() throws IOException {
            others.stream().findFirst().flatMap(word -> UnknownArguments.misspelled(word, spec)).ifPresent(words -> {
                throw new ParameterException(spec.commandLine(), words);
            });
            throw new IOException("the jar of the bench, slitstream-VERSION-bench.jar, is not in the folder lib beside "
                    + "the program's own; 'mvn package' in the source leaves it in target/slitstream/lib");
        }
    }
}
