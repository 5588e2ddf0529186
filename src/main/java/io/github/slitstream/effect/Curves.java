package io.github.slitstream.effect;

import io.github.slitstream.param.Choice;
import io.github.slitstream.param.ParameterValues;
import io.github.slitstream.param.Real;
import java.util.List;

/**
 * A curve through five points over the levels 0, 64, 128, 191 and 255: a cubic from point to point that does not leave
 * the levels between them (slopes as F. N. Fritsch and J. Butland give them, SIAM J. Sci. Stat. Comput. 5, 1984).
 */
final class Curves {
    private static final double STEP = 63.75;
    private static final Real BLACK = point("black", "Black", 0, 0);
    private static final Real SHADOWS = point("shadows", "Shadows", 1, 64);
    private static final Real MIDDLE = point("middle", "Middle tones", 2, 128);
    private static final Real LIGHTS = point("lights", "Lights", 3, 191);
    private static final Real WHITE = point("white", "White", 4, 255);
    private static final List<Real> POINTS = List.of(BLACK, SHADOWS, MIDDLE, LIGHTS, WHITE);
    private static final Choice<Levels.Channel> CHANNEL = Choice.of("channel", "Channel",
            List.of(Levels.Channel.values()), Levels.Channel.ALL, "Which channels change.");

    static final EffectType TYPE = PointEffect.byLevel("curves", "Curves", "Bends tones through five points.",
            List.of(BLACK, SHADOWS, MIDDLE, LIGHTS, WHITE, CHANNEL), Curves::level);

    private Curves() {}

    private static Real point(String id, String label, int index, int level) {
        return Real.of(id, label, 0, 255, index * STEP, "What becomes of level " + level + ".").in("levels")
                .decimals(0);
    }

    private static double level(ParameterValues values, int channel, int level) {
        if (!values.get(CHANNEL).includes(channel)) {
            return level;
        }
        int left = Math.min((int) (level / STEP), POINTS.size() - 2);
        double share = level / STEP - left;
        double rise = rise(values, left);
        double bend = slope(values, left) + slope(values, left + 1) - 2 * rise;
        double lean = rise - slope(values, left) - bend;
        return values.get(POINTS.get(left)) + share * (slope(values, left) + share * (lean + share * bend));
    }

    /** From one point to the next. */
    private static double rise(ParameterValues values, int from) {
        return values.get(POINTS.get(from + 1)) - values.get(POINTS.get(from));
    }

    /** At a point: the harmonic mean of the rises on both sides, level where they differ in sign. */
    private static double slope(ParameterValues values, int point) {
        if (point == 0) {
            return atEnd(rise(values, 0), slope(values, 1));
        }
        if (point == POINTS.size() - 1) {
            return atEnd(rise(values, point - 1), slope(values, point - 1));
        }
        double before = rise(values, point - 1);
        double after = rise(values, point);
        return before * after <= 0 ? 0 : 2 * before * after / (before + after);
    }

    /** So that the curve bends no more at its end, as far as it stays between its points. */
    private static double atEnd(double rise, double next) {
        double natural = (3 * rise - next) / 2;
        return natural * rise <= 0 ? 0 : Math.abs(natural) > 3 * Math.abs(rise) ? 3 * rise : natural;
    }
}
