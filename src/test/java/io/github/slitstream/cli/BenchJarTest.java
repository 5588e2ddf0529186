package io.github.slitstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The command {@code bench} with its jar and without. */
class BenchJarTest {
    private final StringWriter answers = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void theProgramFindsTheRows() {
        assertEquals(0, run("bench", "--list", "history"), errors.toString());
        assertTrue(answers.toString().startsWith("history/push/"), answers.toString());
    }

    @Test
    void theLiveMeterIsTheProgramsOwn() {
        assertTrue(BenchJar.missing().getSubcommands().isEmpty());
        assertEquals(0, run("bench", "live", "--help"), errors.toString());
        assertTrue(answers.toString().contains("--visible"), answers.toString());
    }

    @Test
    void helpListsTheBenchWithoutSearchingForIt() {
        assertEquals(0, run("--help"), errors.toString());
        assertTrue(answers.toString().contains("  bench "), answers.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "chain/1080p --seconds 2", "--list", "stability", "--help"})
    void withoutTheJarOneLineSaysWhereItBelongs(String arguments) {
        assertEquals(CommandLine.ExitCode.SOFTWARE,
                withoutJar(arguments.isEmpty() ? new String[0] : arguments.split(" ")), errors.toString());
        assertEquals(1, errors.toString().lines().count(), errors.toString());
        assertTrue(errors.toString().contains("-bench.jar") && errors.toString().contains("mvn package"),
                errors.toString());
    }

    @Test
    void theLiveMeterIsMeantWithoutTheJarToo() {
        assertEquals(CommandLine.ExitCode.USAGE, withoutJar("livee"));
        assertTrue(errors.toString().contains("did you mean 'live'?"), errors.toString());
    }

    private int withoutJar(String... arguments) {
        ClassLoader nothing = new URLClassLoader(new URL[0], null);
        Failures failures = new Failures(() -> false);
        return BenchJar.command(nothing).addSubcommand(new LiveCommand(CommandEnvironment.ofThisMachine()))
                .setErr(new PrintWriter(errors, true)).setOut(new PrintWriter(answers, true))
                .setExecutionExceptionHandler(failures).setParameterExceptionHandler(failures).execute(arguments);
    }

    private int run(String... arguments) {
        return Main.run(CommandEnvironment.ofThisMachine(), new PrintWriter(answers, true),
                new PrintWriter(errors, true),
                arguments);
    }
}
