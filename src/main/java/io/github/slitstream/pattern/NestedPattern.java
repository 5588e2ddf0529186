package io.github.slitstream.pattern;

import io.github.slitstream.param.Choice;
import io.github.slitstream.param.Named;
import io.github.slitstream.param.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pattern as a part of another, with its parameters under the path of that part. They are made when somebody asks for
 * them: of parts within parts there are more than anybody will ever choose.
 */
final class NestedPattern implements Named {
    private final String path;
    private final Pattern pattern;
    private volatile @Nullable Parts parts;

    /** @param byOwnId its parameters as the outermost pattern has them, by the id that the pattern itself gives them */
    private record Parts(List<Parameter<?>> parameters, Map<String, Parameter<?>> byOwnId) {}

    /** @param path from the outermost pattern, with dots between its parts */
    NestedPattern(String path, Pattern pattern) {
        this.path = path;
        this.pattern = pattern;
    }

    private Parts parts() {
        Parts made = parts;
        if (made == null) {
            List<Parameter<?>> parameters = pattern.parameters().stream()
                    .<Parameter<?>>map(own -> own.within(path)).toList();
            Map<String, Parameter<?>> byOwnId = new HashMap<>();
            know(pattern.parameters(), parameters, byOwnId);
            made = new Parts(parameters, byOwnId);
            parts = made;
        }
        return made;
    }

    /** Parts of it know their own parameters themselves. */
    private static void know(List<Parameter<?>> own, List<Parameter<?>> outer, Map<String, Parameter<?>> byOwnId) {
        for (int i = 0; i < own.size(); i++) {
            byOwnId.put(own.get(i).id(), outer.get(i));
            if (own.get(i) instanceof Choice<?> ofOwn && outer.get(i) instanceof Choice<?> ofOuter) {
                for (int k = 0; k < ofOwn.options().size(); k++) {
                    if (!(ofOwn.options().get(k) instanceof NestedPattern)) {
                        know(ofOwn.options().get(k).parameters(), ofOuter.options().get(k).parameters(), byOwnId);
                    }
                }
            }
        }
    }

    @Override
    public String id() {
        return pattern.id();
    }

    @Override
    public String label() {
        return pattern.label();
    }

    @Override
    public String doc() {
        return pattern.doc();
    }

    @Override
    public List<Parameter<?>> parameters() {
        return parts().parameters();
    }

    @Override
    public String prefix() {
        return path + ".";
    }

    @Override
    public NestedPattern within(String outerPath) {
        return new NestedPattern(outerPath + "." + path, pattern);
    }

    Pattern pattern() {
        return pattern;
    }

    /** From the outermost pattern, with dots between its parts. */
    String path() {
        return path;
    }

    /** Its parameters as the outermost pattern has them, by the id that the pattern itself gives them. */
    Map<String, Parameter<?>> byOwnId() {
        return parts().byOwnId();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NestedPattern that && path.equals(that.path) && pattern.equals(that.pattern);
    }

    @Override
    public int hashCode() {
        return path.hashCode() * 31 + pattern.hashCode();
    }
}
