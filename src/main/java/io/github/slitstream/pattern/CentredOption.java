package io.github.slitstream.pattern;

import io.github.slitstream.param.Named;
import io.github.slitstream.param.NamedConstant;
import io.github.slitstream.param.Parameter;
import java.util.List;

/**
 * A constant as an option that brings the parameters of a middle, or none.
 *
 * @param <E> the enum of the constant
 */
record CentredOption<E extends NamedConstant>(E constant, List<Parameter<?>> parameters) implements Named {

    static <E extends NamedConstant> CentredOption<E> plain(E constant) {
        return new CentredOption<>(constant, List.of());
    }

    static <E extends NamedConstant> CentredOption<E> centred(E constant, List<Parameter<?>> parameters) {
        return new CentredOption<>(constant, parameters);
    }

    @Override
    public String id() {
        return constant.id();
    }

    @Override
    public String label() {
        return constant.label();
    }

    @Override
    public CentredOption<E> within(String path) {
        return new CentredOption<>(constant, parameters.stream().<Parameter<?>>map(own -> own.within(path)).toList());
    }
}
