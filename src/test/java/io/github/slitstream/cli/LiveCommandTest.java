package io.github.slitstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong is said before JavaFX starts. */
class LiveCommandTest {
    @ParameterizedTest
    @CsvSource({"--size=1280, 1280x720", "--size=0x10, 1 … 16384", "--rate=0, up to 1000", "--seconds=-1, up to 3600",
        "--switching=1, 2 … 3600", "--presets=1, 2 … 3600", "--seed=3, --switching"})
    void wrongNumbersAreWrongUsage(String option, String allowed) {
        StringWriter err = new StringWriter();
        int exitCode = Main.run(CommandEnvironment.ofThisMachine(), new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                "bench", "live", option);
        assertEquals(2, exitCode, err.toString());
        assertTrue(err.toString().contains(allowed) && err.toString().lines().count() == 1, err.toString());
    }

    @ParameterizedTest
    @CsvSource({"--from-start, --record", "--presets=4, --record", "--presets=4, --switching=4",
        "--presets=4, --preset=pond", "--from-start, --presets=4"})
    void whatDoesNotGoTogetherIsWrongUsage(String option, String other) {
        StringWriter err = new StringWriter();
        assertEquals(2, Main.run(CommandEnvironment.ofThisMachine(), new PrintWriter(new StringWriter()),
                new PrintWriter(err), "bench", "live", option, other));
        assertTrue(err.toString().contains("leave out") && err.toString().lines().count() == 1, err.toString());
    }

    @Test
    void aPresetThatIsNotThereIsNamed() {
        StringWriter err = new StringWriter();
        int exitCode = Main.run(CommandEnvironment.ofThisMachine(), new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                "bench", "live", "--preset=no-such-preset");
        assertEquals(1, exitCode, err.toString());
        assertTrue(err.toString().contains("no-such-preset"), err.toString());
    }
}
