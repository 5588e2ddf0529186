package io.github.slitstream.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.param.Values;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShapingTest {
    @Test
    void defaultsChangeNothing() {
        Random random = new Random(1);
        assertEquals(0, shaped(Filled.DEFAULTS, 0, 0));
        assertEquals(1, shaped(Filled.DEFAULTS, 0, 1));
        for (int i = 0; i < 1000; i++) {
            double t = random.nextDouble();
            assertEquals(t, shaped(Filled.DEFAULTS, 0, t));
        }
    }

    @Test
    void anythingStaysWithinNowAndThePast() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            Values values = Filled.random(random);
            double phase = random.nextDouble(-1000, 1000);
            double t = random.nextInt(3) == 0 ? random.nextInt(2) : random.nextDouble();
            double number = shaped(values, phase, t);
            assertTrue(number >= 0 && number <= 1,
                    values + " phase " + phase + " made " + number + " of " + t + ", seed " + seed);
        }
    }

    @Test
    void invertSwapsNowAndThePast() {
        Values values = Filled.DEFAULTS.with(PatternParameters.INVERT, true);
        assertEquals(1, shaped(values, 0, 0));
        assertEquals(0.75, shaped(values, 0, 0.25));
    }

    @Test
    void gammaBendsTheRamp() {
        assertEquals(0.25, shaped(Filled.DEFAULTS.with(PatternParameters.GAMMA, 2.0), 0, 0.5), 1e-15);
    }

    @Test
    void mirroredRepeatsHaveNoEdge() {
        Values values = Filled.DEFAULTS.with(PatternParameters.REPEAT, 5.0);
        int steps = 10_000;
        for (int i = 0; i < steps; i++) {
            double step = Math.abs(shaped(values, 0.3, (i + 1.0) / steps) - shaped(values, 0.3, i / (double) steps));
            assertTrue(step <= 5.0 / steps + 1e-12, "step of " + step + " at " + i);
        }
    }

    @Test
    void mirroredMotionComesBackAfterTwoTurns() {
        assertEquals(0.7, shaped(Filled.DEFAULTS, 0.4, 0.3), 1e-12);
        assertEquals(0.7, shaped(Filled.DEFAULTS, 1, 0.3), 1e-12);
        assertEquals(0.3, shaped(Filled.DEFAULTS, 2, 0.3), 1e-12);
    }

    @Test
    void plainRepeatsStartAnew() {
        Values values = Filled.DEFAULTS.with(PatternParameters.REPEAT, 3.0).with(PatternParameters.REPEAT_MIRROR,
                false);
        assertEquals(0.5, shaped(values, 0, 0.5), 1e-12);
        assertEquals(0.2, shaped(values, 0, 0.4), 1e-12);
        assertEquals(1, shaped(values, 0, 1));
    }

    @Test
    void offsetShifts() {
        assertEquals(0.55, shaped(Filled.DEFAULTS.with(PatternParameters.OFFSET, 0.25), 0, 0.3), 1e-15);
    }

    private static double shaped(Values values, double phase, double t) {
        return Shaping.of(values).apply(t, phase);
    }
}
