package io.github.slitstream.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnCommandLineTest {
    @Test
    void flagsEndWhereTheMainClassIs() {
        assertEquals(Optional.of(List.of("-XX:MaxVectorSize=16", "-cp", "a.jar")),
                OwnCommandLine.flags(List.of("-XX:MaxVectorSize=16", "-cp", "a.jar", "x.Main", "bench"), "x.Main"));
    }

    @Test
    void argumentsThatWereCutOffAreNotTaken() {
        assertEquals(Optional.empty(), OwnCommandLine.flags(List.of("-cp", "a.jar:b.j"), "x.Main"));
    }

    @Test
    void theMachineKnowsItsFlagsAndClassPath() {
        List<String> flags = OwnCommandLine.flagsOfTheMachine();
        assertTrue(flags.contains("-XX:+UseZGC"), flags.toString());
        assertEquals("-cp", flags.get(flags.size() - 2));
    }
}
