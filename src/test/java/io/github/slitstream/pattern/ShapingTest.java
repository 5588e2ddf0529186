package io.github.slitstream.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.param.Values;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShapingTest {
    private static final Values DEFAULTS = Values.defaults(Shaping.PARAMETERS);

    @Test
    void defaultsChangeNothing() {
        Random random = new Random(1);
        assertEquals(0, shaped(DEFAULTS, 0, 0));
        assertEquals(1, shaped(DEFAULTS, 0, 1));
        for (int i = 0; i < 1000; i++) {
            double t = random.nextDouble();
            assertEquals(t, shaped(DEFAULTS, 0, t));
        }
    }

    @Test
    void anythingStaysWithinNowAndThePast() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            Values values = Filled.random(DEFAULTS, random);
            double phase = random.nextDouble(-1000, 1000);
            double t = random.nextInt(3) == 0 ? random.nextInt(2) : random.nextDouble();
            double number = shaped(values, phase, t);
            assertTrue(number >= 0 && number <= 1,
                    values + " phase " + phase + " made " + number + " of " + t + ", seed " + seed);
        }
    }

    @Test
    void invertSwapsNowAndThePast() {
        Values values = DEFAULTS.with(Shaping.INVERT, true);
        assertEquals(1, shaped(values, 0, 0));
        assertEquals(0.75, shaped(values, 0, 0.25));
    }

    @Test
    void theRampRunsBetweenItsEnds() {
        Values values = DEFAULTS.with(EndUnit.SHARE.from(), 0.75).with(EndUnit.SHARE.to(), 0.25);
        assertEquals(0.75, shaped(values, 0, 0));
        assertEquals(0.625, shaped(values, 0, 0.25));
        assertEquals(0.25, shaped(values, 0, 1));
        assertEquals(0.25, shaped(values.with(Shaping.INVERT, true), 0, 0));
    }

    @Test
    void easingKeepsEndsAndOrder() {
        for (Ease ease : Ease.values()) {
            Values values = DEFAULTS.with(Shaping.EASE, ease);
            assertEquals(0, shaped(values, 0, 0), ease.id());
            assertEquals(1, shaped(values, 0, 1), ease.id());
            for (int i = 0; i < 1000; i++) {
                assertTrue(shaped(values, 0, i / 1000.0) < shaped(values, 0, (i + 1) / 1000.0), ease + " at " + i);
            }
        }
    }

    @Test
    void gammaBendsTheRamp() {
        assertEquals(0.25, shaped(DEFAULTS.with(Shaping.GAMMA, 2.0), 0, 0.5), 1e-15);
    }

    @Test
    void mirroredRepeatsHaveNoEdge() {
        Values values = DEFAULTS.with(Shaping.REPEAT, 5.0);
        int steps = 10_000;
        for (int i = 0; i < steps; i++) {
            double step = Math.abs(shaped(values, 0.3, (i + 1.0) / steps) - shaped(values, 0.3, i / (double) steps));
            assertTrue(step <= 5.0 / steps + 1e-12, "step of " + step + " at " + i);
        }
    }

    @Test
    void mirroredMotionComesBackAfterTwoTurns() {
        assertEquals(0.7, shaped(DEFAULTS, 0.4, 0.3), 1e-12);
        assertEquals(0.7, shaped(DEFAULTS, 1, 0.3), 1e-12);
        assertEquals(0.3, shaped(DEFAULTS, 2, 0.3), 1e-12);
    }

    @Test
    void plainRepeatsStartAnew() {
        Values values = DEFAULTS.with(Shaping.REPEAT, 3.0).with(Shaping.REPEAT_MIRROR,
                false);
        assertEquals(0.5, shaped(values, 0, 0.5), 1e-12);
        assertEquals(0.2, shaped(values, 0, 0.4), 1e-12);
        assertEquals(1, shaped(values, 0, 1));
    }

    @Test
    void offsetShifts() {
        assertEquals(0.55, shaped(DEFAULTS.with(Shaping.OFFSET, 0.25), 0, 0.3), 1e-15);
    }

    @Test
    void delaysAreThoseOfTheFormula() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 1000; round++) {
            Values values = DelayFormula.anyValues(random);
            double phase = DelayFormula.anyPhase(random);
            double frames = random.nextBoolean() ? random.nextInt(1, 500) : random.nextDouble(0, 60_000);
            boolean whole = random.nextBoolean();
            double[] numbers = random.doubles(300).map(t -> DelayFormula.anyNumber(random, t)).toArray();
            int[] delays = new int[numbers.length];
            Shaping shaping = Shaping.of(values);
            shaping.moveTo(phase);
            shaping.scaleTo(whole ? frames : 256 * frames, whole ? 8 : 0);
            shaping.toDelays(numbers, 1, numbers.length - 1, delays, 1);
            for (int i = 1; i < numbers.length; i++) {
                assertEquals(DelayFormula.delay(values, numbers[i], phase, frames, whole), delays[i], values + " phase "
                        + phase + " frames " + frames + " whole " + whole + " of " + numbers[i] + ", seed " + seed);
            }
            assertEquals(0, delays[0]);
        }
    }

    @Test
    void foldingIsExactAroundWholeNumbers() {
        for (int whole = -12; whole <= 12; whole++) {
            for (double beside : new double[]{0, 1e-300, 1e-17, Math.ulp(1.0), 0.25, 0.5}) {
                assertFolded(whole + beside);
                assertFolded(whole - beside);
            }
        }
    }

    private static void assertFolded(double u) {
        assertEquals(DelayFormula.folded(u), shaped(DEFAULTS, u, 0), "of " + u);
    }

    /** What a delay is, written with branches, and what it may be worked out of. */
    private static final class DelayFormula {
        static int delay(Values values, double t, double phase, double frames, boolean whole) {
            double u = values.get(Shaping.REPEAT) * t + (values.get(Shaping.OFFSET) + phase);
            double back = values.get(Shaping.REPEAT_MIRROR) ? folded(u) : wrapped(u);
            double gamma = values.get(Shaping.GAMMA);
            double bent = gamma == 1 ? back : Math.pow(back, gamma);
            double eased = eased(values.get(Shaping.EASE), bent);
            double near = values.get(values.get(Shaping.INVERT) ? EndUnit.SHARE.to() : EndUnit.SHARE.from());
            double far = values.get(values.get(Shaping.INVERT) ? EndUnit.SHARE.from() : EndUnit.SHARE.to());
            double delay = (near + (far - near) * eased) * frames;
            return whole ? (int) Math.floor(delay + 0.5) * 256 : (int) Math.floor(delay * 256 + 0.5);
        }

        static double eased(Ease ease, double t) {
            return switch (ease) {
                case NONE -> t;
                case IN_OUT -> t * t * (3 - 2 * t);
                case MIDDLE -> t < 0.5 ? (1 - (1 - 2 * t) * (1 - 2 * t)) / 2 : (1 + (2 * t - 1) * (2 * t - 1)) / 2;
                case NOW -> 1 - Math.sqrt(1 - t * t);
                case PAST -> Math.sqrt(t * (2 - t));
            };
        }

        static double folded(double u) {
            double inTwo = u - 2 * Math.floor(u / 2);
            return inTwo > 1 ? 2 - inTwo : inTwo;
        }

        static double wrapped(double u) {
            double fraction = u - Math.floor(u);
            return fraction == 0 && u > 0 ? 1 : fraction;
        }

        static Values anyValues(Random random) {
            Values values = Filled.random(DEFAULTS, random).with(Shaping.ENDS, EndUnit.SHARE);
            if (random.nextBoolean()) {
                values = values.with(Shaping.GAMMA, 1.0).with(Shaping.EASE, Ease.NONE);
            }
            if (random.nextBoolean()) {
                values = values.with(EndUnit.SHARE.from(), 0.0).with(EndUnit.SHARE.to(), 1.0);
            }
            return random.nextBoolean()
                    ? values
                    : values.with(Shaping.REPEAT, (double) random.nextInt(1, 5))
                            .with(Shaping.OFFSET, random.nextInt(-4, 5) / 4.0);
        }

        /** Among them whole numbers and those on both sides of 0. */
        static double anyPhase(Random random) {
            return switch (random.nextInt(4)) {
                case 0 -> random.nextInt(-20, 20);
                case 1 -> random.nextInt(-256, 256) / 128.0;
                case 2 -> random.nextDouble(-2, 2);
                default -> random.nextDouble(-10_000, 10_000);
            };
        }

        /** Among them both ends, and steps that fall between two delays. */
        static double anyNumber(Random random, double t) {
            return switch (random.nextInt(4)) {
                case 0 -> random.nextInt(2);
                case 1 -> Math.rint(t * 1024) / 1024;
                case 2 -> t * 1e-16;
                default -> t;
            };
        }
    }

    private static double shaped(Values values, double phase, double t) {
        Shaping shaping = Shaping.of(values);
        shaping.moveTo(phase);
        return shaping.apply(t);
    }
}
