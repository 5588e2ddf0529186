package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A pattern within another, as some values have it, for those who show what a pattern is made of.
 *
 * @param path under which its parameters stand, from the outermost pattern, without the last dot
 * @param name what people call it there, such as {@code A}
 * @param centre its middle, as the outermost pattern has it, if that can be moved
 * @param parts what it is made of itself
 * @param field makes its numbers of a size, as they go into the pattern around it; throws
 *     {@link io.github.slitstream.param.BadValue} if a file it names cannot be used
 */
public record PatternPart(String path, String name, Pattern pattern, Optional<Centre> centre, List<PatternPart> parts,
        Function<FrameSize, Field> field) {
    public PatternPart {
        parts = List.copyOf(parts);
    }
}
