package io.github.slitstream.param;

import java.util.ArrayList;
import java.util.List;

/**
 * What parameters are set to for one picture: as a preset has them, or as something moves them from picture to picture.
 * Reading a number by its own declaration allocates nothing.
 */
public interface ParameterValues {
    <T> T get(Parameter<T> parameter);

    double get(Real parameter);

    int get(Int parameter);

    /** These parameters, and what the options bring that are chosen among them. */
    default List<Parameter<?>> inForce(List<Parameter<?>> declared) {
        List<Parameter<?>> all = new ArrayList<>();
        for (Parameter<?> parameter : declared) {
            all.add(parameter);
            if (parameter instanceof Choice<?> choice) {
                all.addAll(inForce(get(choice).parameters()));
            }
        }
        return all;
    }
}
