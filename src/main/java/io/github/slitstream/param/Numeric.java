package io.github.slitstream.param;

/**
 * A number with a range that is legal, and within it a range that is useful: where sliders end, and what its normalised
 * form runs through, along a curve.
 *
 * @param <T> what a value of it is in Java
 */
public sealed interface Numeric<T extends Number> extends Parameter<T> permits Real, Int {
    Curve curve();

    /** Smallest legal value. */
    T min();

    /** Largest legal value. */
    T max();

    /** Where the useful range starts. */
    T low();

    /** Where the useful range ends. */
    T high();

    /** The legal value nearest to a number. */
    T nearest(double number);

    @Override
    default T check(T value) {
        double number = value.doubleValue();
        if (number >= min().doubleValue() && number <= max().doubleValue()) {
            return nearest(number);
        }
        throw BadValue.of(this, format(value));
    }

    /** 0 at the start of the useful range … 1 at its end; legal values beyond are less or more. */
    default double normalised(T value) {
        return curve().share(value.doubleValue(), low().doubleValue(), high().doubleValue());
    }

    /** The legal value nearest to a normalised form: the inverse of {@link #normalised}. */
    default T denormalised(double position) {
        return nearest(curve().at(position, low().doubleValue(), high().doubleValue()));
    }

    /** By how much the number would change around a value from 0 to 1 of the normalised form. */
    default double slope(T value) {
        return curve().slope(value.doubleValue(), low().doubleValue(), high().doubleValue());
    }
}
