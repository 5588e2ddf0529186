package io.github.slitstream.param;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that can be tuned together: the parameters that always have a say, and behind each choice those that its
 * options bring. Options that lie within one another are so many that they are never listed as a whole: an id is looked
 * for along its path.
 */
final class Declarations {
    private static final char DOT = '.';
    /** More names than this help nobody in one line. */
    private static final int MOST_LISTED = 16;

    private final List<Parameter<?>> always;

    private Declarations(List<? extends Parameter<?>> always) {
        this.always = List.copyOf(always);
    }

    /**
     * What an id stands for.
     *
     * @param level 0 for what always has a say, 1 for what the options of such a choice bring, and so on: how many
     *     choices must be set before what it means is known
     * @param declared more than one where several options bring the id, none if nothing has it
     */
    record Found(int level, List<Parameter<?>> declared) {}

    /**
     * @throws IllegalArgumentException naming the id that two parameters have, or that options bring as things of
     *     different kinds
     */
    static Declarations of(List<? extends Parameter<?>> always) {
        Set<String> ids = new HashSet<>();
        for (Parameter<?> parameter : always) {
            Map<String, Parameter<?>> brought = new LinkedHashMap<>();
            if (parameter instanceof Choice<?> choice) {
                check(choice, brought);
            }
            refuseTwins(List.of(parameter), ids);
            refuseTwins(brought.values(), ids);
        }
        return new Declarations(always);
    }

    /** Parts of parts are declared as parts are, so that it is enough to look at these. */
    private static void check(Choice<?> choice, Map<String, Parameter<?>> byId) {
        for (Named option : choice.options()) {
            refuseTwins(option.parameters(), new HashSet<>());
            for (Parameter<?> own : option.parameters()) {
                Parameter<?> before = byId.putIfAbsent(own.id(), own);
                if (before != null && !before.getClass().equals(own.getClass())) {
                    throw new IllegalArgumentException(own.id() + " of " + choice.id() + "=" + option.id()
                            + " is not of the same kind as in the options before");
                }
                if (own instanceof Choice<?> nested && own.id().indexOf(DOT) == own.id().lastIndexOf(DOT)) {
                    check(nested, byId);
                }
            }
        }
    }

    private static void refuseTwins(Iterable<Parameter<?>> parameters, Set<String> ids) {
        for (Parameter<?> parameter : parameters) {
            if (!ids.add(parameter.id())) {
                throw new IllegalArgumentException("two parameters are called " + parameter.id());
            }
        }
    }

    List<Parameter<?>> always() {
        return always;
    }

    boolean has(String id) {
        return !find(id).declared().isEmpty();
    }

    Found find(String id) {
        Search search = search(id);
        return new Found(search.level, List.copyOf(search.found));
    }

    /** A look for one id, and for those that stand where it would. */
    private static final class Search {
        private final String id;
        private final String path;
        private final Set<Parameter<?>> found = new LinkedHashSet<>();
        private final Set<String> beside = new LinkedHashSet<>();
        private int level;
        /** Why its path leads no further; empty where it does. */
        private String end = "";

        Search(String id) {
            this.id = id;
            this.path = path(id);
        }

        void through(List<Parameter<?>> parameters, int depth) {
            for (Parameter<?> parameter : parameters) {
                if (isBeside(parameter)) {
                    beside.add(parameter.id());
                }
                if (parameter.id().equals(id)) {
                    level = found.isEmpty() ? depth : level;
                    found.add(parameter);
                }
                if (parameter instanceof Choice<?> choice) {
                    end = choice.missing().filter(left -> isBeyond(choice)).map(Choice.Missing::reason).orElse(end);
                    choice.options().stream().filter(option -> id.startsWith(option.prefix()))
                            .forEach(option -> through(option.parameters(), depth + 1));
                }
            }
        }

        private boolean isBeside(Parameter<?> parameter) {
            return path(parameter.id()).equals(path);
        }

        private boolean isBeyond(Parameter<?> parameter) {
            return path.startsWith(path(parameter.id())) && !isBeside(parameter);
        }

        private static String path(String id) {
            return id.substring(0, 1 + id.lastIndexOf(DOT));
        }
    }

    /**
     * Reads a value for an option that is not chosen, as the first takes it that can.
     *
     * @param candidates at least one
     * @throws BadValue if none can
     */
    static Object parse(List<Parameter<?>> candidates, String text) {
        for (Parameter<?> candidate : candidates.subList(0, candidates.size() - 1)) {
            try {
                return candidate.parse(text);
            } catch (BadValue e) {
                // the next may have a wider range
            }
        }
        return candidates.getLast().parse(text);
    }

    /**
     * Says of an id that nothing has which was probably meant, and what there is as long as that is short.
     *
     * @param kind what was looked for, such as {@code parameter}
     * @param more what else it might have been
     */
    BadValue unknown(String kind, String id, List<String> more) {
        Search search = search(id);
        if (search.beside.isEmpty() && !search.end.isEmpty()) {
            return new BadValue("no " + kind + " is called '" + id + "': " + search.end);
        }
        List<String> names = new ArrayList<>(more);
        names.addAll(beside(search));
        return names.size() > MOST_LISTED
                ? BadValue.unknown(kind, id, names, "'slitstream effects' and 'slitstream patterns' list them")
                : BadValue.unknown(kind, id, names);
    }

    /** Those that stand where an id would; where its path leads nowhere, those without a path. */
    private Set<String> beside(Search search) {
        return search.beside.isEmpty() && search.id.indexOf(DOT) >= 0
                ? beside(search(search.id.substring(1 + search.id.lastIndexOf(DOT))))
                : search.beside;
    }

    private Search search(String id) {
        Search search = new Search(id);
        search.through(always, 0);
        return search;
    }
}
