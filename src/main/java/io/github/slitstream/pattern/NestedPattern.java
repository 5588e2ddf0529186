package io.github.slitstream.pattern;

import io.github.slitstream.param.Choice;
import io.github.slitstream.param.Named;
import io.github.slitstream.param.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A pattern as a part of another, with its parameters under the path of that part. */
final class NestedPattern implements Named {
    private final String path;
    private final Pattern pattern;
    private final List<Parameter<?>> parameters;
    private final Map<String, Parameter<?>> byOwnId = new HashMap<>();

    /** @param path from the outermost pattern, with dots between its parts */
    NestedPattern(String path, Pattern pattern) {
        this.path = path;
        this.pattern = pattern;
        this.parameters = pattern.parameters().stream().<Parameter<?>>map(own -> own.within(path)).toList();
        know(pattern.parameters(), parameters);
    }

    /** Parts of it know their own parameters themselves. */
    private void know(List<Parameter<?>> own, List<Parameter<?>> outer) {
        for (int i = 0; i < own.size(); i++) {
            byOwnId.put(own.get(i).id(), outer.get(i));
            if (own.get(i) instanceof Choice<?> ofOwn && outer.get(i) instanceof Choice<?> ofOuter) {
                for (int k = 0; k < ofOwn.options().size(); k++) {
                    if (!(ofOwn.options().get(k) instanceof NestedPattern)) {
                        know(ofOwn.options().get(k).parameters(), ofOuter.options().get(k).parameters());
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
        return parameters;
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
        return byOwnId;
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
