package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.ParameterValues;

/** The numbers of a pattern around a middle, with places in halves of the longer side. */
abstract class CentredField implements Field {
    private final CentredPlaces places;

    CentredField(FrameSize size) {
        this.places = CentredPlaces.square(size);
    }

    final CentredPlaces places() {
        return places;
    }

    @Override
    public void take(ParameterValues values) {
        places.take(values);
    }
}
