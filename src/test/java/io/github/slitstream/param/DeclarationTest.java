package io.github.slitstream.param;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A declaration is refused where it is made, and numbers go to their normalised form and back. */
class DeclarationTest {
    private static final Real GAMMA = Real.of("gamma", "Gamma", 0.1, 10, 1, "Bends.").slider(0.2, 5);
    private static final Int COUNT = Int.of("count", "Count", 1, 256, 8, "How many.").slider(1, 48);

    private record Option(String id, String label) implements Named {}

    @Test
    void aBadDeclarationNamesItself() {
        refused("parameter 'Angle': an id is lower case with dashes", () -> Flag.of("Angle", "A", true, "Turns."));
        refused("parameter 'a_b'", () -> Flag.of("a_b", "A", true, "Turns."));
        refused("parameter 'a': its label is empty", () -> Flag.of("a", " ", true, "Turns."));
        refused("parameter 'a': its documentation is no sentence", () -> Real.of("a", "A", 0, 1, 0, ""));
        refused("parameter 'a': 3.0 … 1.0 is no range", () -> Real.of("a", "A", 3, 1, 2, "Turns."));
        refused("parameter 'a': the default 2.0 is not within 0.0 … 1.0",
                () -> Real.of("a", "A", 0, 1, 2, "Turns."));
        refused("parameter 'gamma': the slider's 0.05 … 5.0", () -> GAMMA.slider(0.05, 5));
        refused("parameter 'gamma': 5.0 … 2.0 is no range for a slider", () -> GAMMA.slider(5, 2));
        refused("parameter 'a': a logarithmic range is positive",
                () -> Int.of("a", "A", 0, 9, 1, "Counts.").logarithmic());
        refused("kernel: '2' in row 2, column 2 is too large",
                () -> Matrix.of("kernel", "Kernel", 1, Grid.of(3, 3, 0, 0, 0, 0, 2, 0, 0, 0, 0), "Sums."));
    }

    @Test
    void aChoiceOffersWhatItSays() {
        Option one = new Option("one", "One");
        Option two = new Option("two", "Two");
        refused("parameter 'which': it has no options", () -> choice(List.of(), one));
        refused("parameter 'which': the default 'two' is none", () -> choice(List.of(one), two));
        refused("parameter 'which': two options have one id", () -> choice(List.of(one, new Option("one", "1")), one));
        refused("parameter 'which': the option 'O ne'", () -> choice(List.of(new Option("O ne", "One")), one));
    }

    @Test
    void theNormalisedFormRunsThroughTheUsefulRange() {
        for (Real real : List.of(GAMMA, GAMMA.logarithmic())) {
            assertEquals(0, real.normalised(0.2), 1e-12);
            assertEquals(1, real.normalised(5.0), 1e-12);
            assertTrue(real.normalised(10.0) > 1 && real.normalised(0.1) < 0, "legal values beyond");
            assertEquals(0.1, real.denormalised(-9), 1e-12);
        }
        assertEquals(0.5, GAMMA.logarithmic().normalised(1.0), 1e-12, "1 is as far from 0.2 as from 5");
        assertEquals(7, COUNT.logarithmic().denormalised(0.5), "√48");
    }

    @Test
    void thereAndBackIsTheSame() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            double value = random.nextDouble(0.1, 10);
            int count = random.nextInt(1, 257);
            for (Curve curve : Curve.values()) {
                boolean straight = curve == Curve.LINEAR;
                Real real = straight ? GAMMA : GAMMA.logarithmic();
                Int whole = straight ? COUNT : COUNT.logarithmic();
                assertEquals(value, real.denormalised(real.normalised(value)), 1e-9, curve + ", seed " + seed);
                assertEquals(count, whole.denormalised(whole.normalised(count)), curve + ", seed " + seed);
            }
        }
    }

    private static void choice(List<Option> options, Option chosen) {
        Choice.of("which", "Which", options, chosen, "Chooses.");
    }

    private static void refused(String part, Executable declaration) {
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, declaration).getMessage());
        assertTrue(message.contains(part), message);
    }
}
