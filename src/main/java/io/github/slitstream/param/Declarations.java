package io.github.slitstream.param;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Everything that can be tuned together: the parameters that always have a say, and behind each choice those that its
 * options bring. Every id has one place, which the options that bring it share.
 */
final class Declarations {
    private final List<Parameter<?>> always;
    private final List<String> ids;
    private final Map<String, Integer> places;
    /** By place: more than one where several options bring the id. */
    private final List<List<Parameter<?>>> declared;
    /** How many choices must be set before what an id means is known. */
    private final Map<String, Integer> levels;

    private Declarations(List<? extends Parameter<?>> always, Map<String, List<Parameter<?>>> byId,
            Map<String, Integer> levels) {
        this.always = List.copyOf(always);
        this.ids = List.copyOf(byId.keySet());
        this.places = IntStream.range(0, ids.size()).boxed()
                .collect(Collectors.toUnmodifiableMap(ids::get, place -> place));
        this.levels = Map.copyOf(levels);
        this.declared = byId.values().stream().map(List::copyOf).toList();
    }

    /**
     * @throws IllegalArgumentException naming the id that two parameters have, or that options bring as things of
     *     different kinds
     */
    static Declarations of(List<? extends Parameter<?>> always) {
        Map<String, List<Parameter<?>>> byId = new LinkedHashMap<>();
        Map<String, Integer> levels = new HashMap<>();
        for (Parameter<?> parameter : always) {
            add(byId, parameter.id(), List.of(parameter));
            if (parameter instanceof Choice<?> choice) {
                Map<String, List<Parameter<?>>> brought = new LinkedHashMap<>();
                bring(choice, 1, brought, levels);
                brought.forEach((id, declarations) -> add(byId, id, declarations));
            }
        }
        return new Declarations(always, byId, levels);
    }

    private static void add(Map<String, List<Parameter<?>>> byId, String id, List<Parameter<?>> declarations) {
        if (byId.put(id, declarations) != null) {
            throw new IllegalArgumentException("two parameters are called " + id);
        }
    }

    /** Collects what the options of a choice bring, and what the choices among that bring. */
    private static void bring(Choice<?> choice, int level, Map<String, List<Parameter<?>>> byId,
            Map<String, Integer> levels) {
        for (Named option : choice.options()) {
            refuseTwins(option.parameters());
            for (Parameter<?> own : option.parameters()) {
                List<Parameter<?>> sameId = byId.computeIfAbsent(own.id(), id -> new ArrayList<>());
                if (!sameId.isEmpty() && !sameId.getFirst().getClass().equals(own.getClass())) {
                    throw new IllegalArgumentException(own.id() + " of " + choice.id() + "=" + option.id()
                            + " is not of the same kind as in the options before");
                }
                if (!sameId.contains(own)) {
                    sameId.add(own);
                }
                levels.putIfAbsent(own.id(), level);
                if (own instanceof Choice<?> nested) {
                    bring(nested, level + 1, byId, levels);
                }
            }
        }
    }

    private static void refuseTwins(List<Parameter<?>> parameters) {
        Set<String> ids = new HashSet<>();
        for (Parameter<?> parameter : parameters) {
            if (!ids.add(parameter.id())) {
                throw new IllegalArgumentException("two parameters are called " + parameter.id());
            }
        }
    }

    List<Parameter<?>> always() {
        return always;
    }

    /** By place. */
    List<String> ids() {
        return ids;
    }

    /** 0 for what always has a say, 1 for what the options of such a choice bring, and so on. */
    int level(String id) {
        return levels.getOrDefault(id, 0);
    }

    boolean has(String id) {
        return places.containsKey(id);
    }

    /** @throws IllegalArgumentException if nothing has that id */
    int place(String id) {
        Integer place = places.get(id);
        if (place == null) {
            throw new IllegalArgumentException("parameter " + id + " is not declared here");
        }
        return place;
    }

    /** What an id stands for first. */
    Parameter<?> first(int place) {
        return declared.get(place).getFirst();
    }

    /**
     * Reads a value for an option that is not chosen, as the first takes it that can.
     *
     * @throws BadValue if none can
     */
    Object parse(int place, String text) {
        List<Parameter<?>> candidates = declared.get(place);
        for (Parameter<?> candidate : candidates.subList(0, candidates.size() - 1)) {
            try {
                return candidate.parse(text);
            } catch (BadValue e) {
                // the next may have a wider range
            }
        }
        return candidates.getLast().parse(text);
    }
}
