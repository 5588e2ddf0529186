package io.github.slitstream.param;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values that something which is kept was made of: it is made anew when one of exactly these changes. Comparing
 * allocates nothing.
 */
public final class ValueKey {
    private @Nullable List<Parameter<?>> parameters;
    private @Nullable List<Parameter<?>> declared;
    private double[] numbers = new double[0];
    private @Nullable Object[] others = new Object[0];

    /** Whether the parameters that were last taken still have these values; never before the first. */
    public boolean matches(ParameterValues values) {
        List<Parameter<?>> taken = parameters;
        if (taken == null) {
            return false;
        }
        for (int i = 0; i < numbers.length; i++) {
            if (!isSame(i, taken.get(i), values)) {
                return false;
            }
        }
        return true;
    }

    public void take(List<Parameter<?>> wanted, ParameterValues values) {
        if (numbers.length != wanted.size()) {
            numbers = new double[wanted.size()];
            others = new Object[wanted.size()];
        }
        parameters = wanted;
        for (int i = 0; i < numbers.length; i++) {
            switch (wanted.get(i)) {
                case Real real -> numbers[i] = values.get(real);
                case Int whole -> numbers[i] = values.get(whole);
                case Parameter<?> other -> others[i] = values.get(other);
            }
        }
    }

    /**
     * Takes parameters and what the options bring that are chosen among them. Allocates nothing while the parameters
     * and all choices are those that were last taken.
     */
    public void takeInForce(List<Parameter<?>> wanted, ParameterValues values) {
        boolean same = wanted.equals(declared) && choicesMatch(values);
        List<Parameter<?>> taken = parameters;
        take(same && taken != null ? taken : values.inForce(wanted), values);
        declared = wanted;
    }

    private boolean choicesMatch(ParameterValues values) {
        List<Parameter<?>> taken = parameters;
        for (int i = 0; taken != null && i < taken.size(); i++) {
            if (taken.get(i) instanceof Choice<?> && !isSame(i, taken.get(i), values)) {
                return false;
            }
        }
        return true;
    }

    private boolean isSame(int i, Parameter<?> parameter, ParameterValues values) {
        return switch (parameter) {
            case Real real -> numbers[i] == values.get(real);
            case Int whole -> numbers[i] == values.get(whole);
            case Parameter<?> other -> values.get(other).equals(others[i]);
        };
    }
}
