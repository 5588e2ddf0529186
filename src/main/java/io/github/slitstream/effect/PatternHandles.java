package io.github.slitstream.effect;

import io.github.slitstream.param.Values;
import io.github.slitstream.pattern.Centre;
import io.github.slitstream.pattern.Pattern;
import io.github.slitstream.pattern.PatternPart;
import java.util.List;
import java.util.stream.Stream;

/** The middles of a pattern and of its parts, as points on the picture. */
final class PatternHandles {
    private PatternHandles() {}

    /** @param values of a time displacement */
    static List<Handle> of(Values values) {
        Pattern pattern = values.get(TimeDisplacement.PATTERN);
        return Stream.concat(pattern.centre(values).map(centre -> handle("Centre", centre)).stream(),
                ofParts(pattern.parts(values))).toList();
    }

    private static Stream<Handle> ofParts(List<PatternPart> parts) {
        return parts.stream()
                .flatMap(part -> Stream.concat(
                        part.centre().map(centre -> handle("Centre of " + part.path(), centre)).stream(),
                        ofParts(part.parts())));
    }

    private static Handle handle(String name, Centre centre) {
        return new Handle(name, centre.x(), centre.y());
    }
}
