package io.github.slitstream.view.control;

import io.github.slitstream.param.Numeric;
import io.github.slitstream.param.Real;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a slider sees a number: at positions 0 … 1 along its curve, and in steps of the wheel and the arrow keys.
 *
 * @param parameter whose slider it is, perhaps with another end than it was declared with
 * @param <T> what a value of the parameter is in Java
 */
public record NumberScale<T extends Number>(Numeric<T> parameter) {
    /** What Shift makes of a way or a step. */
    public static final double FINE = 0.1;
    private static final double STEPS = 100;

    public double position(T value) {
        return parameter.normalised(value);
    }

    /**
     * The value at a position, which may lie beyond both ends.
     *
     * @param fine whether one more digit behind the point is kept
     */
    public T at(double position, boolean fine) {
        return rounded(number(position), fine);
    }

    /** The number that a position stands for. */
    double number(double position) {
        return parameter.denormalised(position).doubleValue();
    }

    /** The value nearest to a number that a control shows. */
    public T rounded(double number, boolean fine) {
        return parameter
                .nearest(BigDecimal.valueOf(number).setScale(digits(fine), RoundingMode.HALF_EVEN).doubleValue());
    }

    /** The value so many steps further; about a hundredth of the way each. */
    public T stepped(T value, int count, boolean fine) {
        return rounded(value.doubleValue() + count * step(value, fine), fine);
    }

    private double step(T value, boolean fine) {
        if (!(parameter instanceof Real real)) {
            return 1;
        }
        double step = Math.max(niceStep(parameter.slope(value) / STEPS), Math.pow(10, -real.decimals()));
        return fine ? step * FINE : step;
    }

    private int digits(boolean fine) {
        return parameter instanceof Real real ? real.decimals() + (fine ? 1 : 0) : 0;
    }

    /** 1, 2 or 5 times a power of ten. */
    private static double niceStep(double raw) {
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double digit = raw / power;
        return power * (digit < 2 ? 1 : digit < 5 ? 2 : 5);
    }
}
