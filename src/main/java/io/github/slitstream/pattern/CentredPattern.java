package io.github.slitstream.pattern;

import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A pattern around a middle that may be moved and stretched. */
interface CentredPattern extends Pattern {
    /** Its own parameters, beside those of the middle. */
    List<Parameter<?>> ownParameters();

    @Override
    default List<Parameter<?>> parameters() {
        List<Parameter<?>> all = new ArrayList<>(ownParameters());
        all.addAll(CentredPlaces.PARAMETERS);
        return List.copyOf(all);
    }

    @Override
    default Optional<Centre> centre(ParameterValues values) {
        return Optional.of(Centre.OF_PATTERN);
    }
}
