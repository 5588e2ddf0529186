package io.github.slitstream.view.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.param.Int;
import io.github.slitstream.param.Real;
import org.junit.jupiter.api.Test;

class NumberScaleTest {
    private static final Real SPEED = Real.of("speed", "Speed", -10, 10, 0, "Moves.").slider(-2, 2);
    private static final Real GAMMA = Real.of("gamma", "Gamma", 0.1, 10, 1, "Bends.").slider(0.2, 5).logarithmic();
    private static final Int COUNT = Int.of("count", "Count", 1, 256, 8, "How many.").slider(1, 48).logarithmic();

    @Test
    void stepsOfAStraightScaleAreEqual() {
        NumberScale<Double> scale = new NumberScale<>(SPEED);
        assertEquals(0.02, scale.stepped(0.0, 1, false));
        assertEquals(-0.04, scale.stepped(0.0, -2, false));
        assertEquals(0.002, scale.stepped(0.0, 1, true));
        assertEquals(10, scale.stepped(10.0, 3, false), "the end of what is legal");
    }

    @Test
    void stepsOfALogarithmicScaleGrowWithTheNumber() {
        NumberScale<Double> scale = new NumberScale<>(GAMMA);
        assertEquals(1.02, scale.stepped(1.0, 1, false));
        assertEquals(4.1, scale.stepped(4.0, 1, false));
        for (double value = 0.1; value < 10; value = scale.stepped(value, 1, false)) {
            assertTrue(scale.stepped(value, 1, false) > value, "stuck at " + value);
        }
    }

    @Test
    void wholeNumbersStepByOne() {
        NumberScale<Integer> scale = new NumberScale<>(COUNT);
        assertEquals(9, scale.stepped(8, 1, false));
        assertEquals(7, scale.stepped(8, -1, true));
        assertEquals(48, scale.at(1, false));
        assertEquals(1, scale.at(0, false));
    }

    @Test
    void positionsAreRoundedToTheDigitsShown() {
        assertEquals(1.24, new NumberScale<>(SPEED).at(0.8101, false));
        assertEquals(1.240, new NumberScale<>(SPEED).at(0.81, true));
    }
}
