package io.github.slitstream.param;

/**
 * What parameters are set to for one picture: as a preset has them, or as something moves them from picture to picture.
 * Reading a number by its own declaration allocates nothing.
 */
public interface ParameterValues {
    <T> T get(Parameter<T> parameter);

    double get(Real parameter);

    int get(Int parameter);
}
