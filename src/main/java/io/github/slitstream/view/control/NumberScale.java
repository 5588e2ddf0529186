package io.github.slitstream.view.control;

import io.github.slitstream.param.Int;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Real;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a slider sees a numeric parameter: as a stretch of doubles.
 *
 * @param low where the slider starts
 * @param high where the slider ends
 * @param step of the wheel and the arrow keys
 * @param <T> what a value of the parameter is in Java
 */
public record NumberScale<T>(Parameter<T> parameter, double low, double high, double step, Conversion<T> conversion) {
    /** What Shift makes of a way or a step. */
    public static final double FINE = 0.1;
    private static final double STEPS = 100;

    /** Between values of a parameter and positions of its slider. */
    interface Conversion<T> {
        double position(T value);

        /** @param fine whether one more digit behind the point is kept */
        T value(double position, boolean fine);
    }

    public static NumberScale<Double> of(Real real) {
        return new NumberScale<>(real, real.uiMin(), real.uiMax(), niceStep(real.uiMax() - real.uiMin()),
                new Rounding(real));
    }

    public static NumberScale<Integer> of(Int number) {
        return new NumberScale<>(number, number.uiMin(), number.uiMax(), 1, new Whole(number));
    }

    /** The same with the slider's upper end elsewhere. */
    public NumberScale<T> upTo(double newHigh) {
        return new NumberScale<>(parameter, low, newHigh, step, conversion);
    }

    double position(T value) {
        return conversion.position(value);
    }

    /**
     * The value at a position, which may lie beyond both ends.
     *
     * @param fine whether one more digit behind the point is kept
     */
    public T value(double position, boolean fine) {
        return conversion.value(position, fine);
    }

    /** 1, 2 or 5 times a power of ten, about a hundredth of the way. */
    private static double niceStep(double range) {
        double raw = range / STEPS;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double digit = raw / power;
        return power * (digit < 2 ? 1 : digit < 5 ? 2 : 5);
    }

    private record Rounding(Real real) implements Conversion<Double> {
        @Override
        public double position(Double value) {
            return value;
        }

        @Override
        public Double value(double position, boolean fine) {
            int digits = real.decimals() + (fine ? 1 : 0);
            double rounded = BigDecimal.valueOf(position).setScale(digits, RoundingMode.HALF_EVEN).doubleValue();
            return Math.clamp(rounded + 0.0, real.min(), real.max());
        }
    }

    private record Whole(Int number) implements Conversion<Integer> {
        @Override
        public double position(Integer value) {
            return value;
        }

        @Override
        public Integer value(double position, boolean fine) {
            return (int) Math.clamp(Math.rint(position), number.min(), number.max());
        }
    }
}
