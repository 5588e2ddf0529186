package io.github.slitstream.param;

/**
 * Values that are filled anew for every picture, in place: first with those of a preset, then with the numbers that
 * something else moves. Filling and reading it allocates nothing. One thread writes, and nobody reads meanwhile.
 */
public final class ValueSlab implements ParameterValues {
    private Values base;
    private double[] numbers = new double[0];

    public ValueSlab(Values start) {
        base = start;
        take(start);
    }

    /** Takes over all values. */
    public void take(Values values) {
        base = values;
        if (numbers.length != values.size()) {
            numbers = new double[values.size()];
        }
        for (int place = 0; place < numbers.length; place++) {
            if (values.at(place) instanceof Number number) {
                numbers[place] = number.doubleValue();
            }
        }
    }

    /** Sets a number for this picture, to the nearest that is allowed. */
    public void set(Real parameter, double value) {
        numbers[base.place(parameter)] = Math.clamp(value, parameter.min(), parameter.max()) + 0.0;
    }

    /** Sets a whole number for this picture, to the nearest that is allowed. */
    public void set(Int parameter, int value) {
        numbers[base.place(parameter)] = Math.clamp(value, parameter.min(), parameter.max());
    }

    /** As for every parameter; a number asked for in this way becomes an object. */
    @Override
    @SuppressWarnings("unchecked") // a Real is a Parameter<Double>, an Int a Parameter<Integer>
    public <T> T get(Parameter<T> parameter) {
        return switch (parameter) {
            case Real real -> (T) (Object) get(real);
            case Int whole -> (T) (Object) get(whole);
            default -> base.get(parameter);
        };
    }

    @Override
    public double get(Real parameter) {
        return numbers[base.place(parameter)];
    }

    @Override
    public int get(Int parameter) {
        return (int) numbers[base.place(parameter)];
    }
}
