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
        ClassLoader nothing = new URLClassLoader(new URL[0], null);
        Failures failures = new Failures(() -> false);
        int exitCode = BenchJar.command(nothing).setErr(new PrintWriter(errors, true))
                .setOut(new PrintWriter(answers, true)).setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .execute(arguments.isEmpty() ? new String[0] : arguments.split(" "));
        assertEquals(CommandLine.ExitCode.SOFTWARE, exitCode, errors.toString());
        assertEquals(1, errors.toString().lines().count(), errors.toString());
        assertTrue(errors.toString().contains("-bench.jar") && errors.toString().contains("mvn package"),
                errors.toString());
    }

    private int run(String... arguments) {
        return Main.run(CommandEnvironment.ofThisMachine(), new PrintWriter(answers, true),
                new PrintWriter(errors, true),
                arguments);
    }
}
