package io.github.slitstream.file;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;

/**
 * Stops at a YAML text that would become a tree too deep or, by aliases, too large to be walked through. Aliases count
 * as what they stand for.
 */
final class BoundedParser implements Parser {
    /** Values that all aliases together may stand for. */
    static final long MOST_BY_ALIASES = 1_000_000;

    private final Parser parser;
    private final Deque<Collection> open = new ArrayDeque<>();
    private final Map<Anchor, Extent> anchored = new HashMap<>();
    private long byAliases;

    /** How much a node is: values in it, itself included, and collections in one another. */
    private record Extent(long values, int depth) {}

    /** A collection that has begun. */
    private static final class Collection {
        private final Optional<Anchor> anchor;
        private long values = 1;
        private int depth;

        Collection(Optional<Anchor> anchor) {
            this.anchor = anchor;
        }
    }

    /** Thrown through the library. */
    static final class Exceeded extends YamlEngineException {
        private static final long serialVersionUID = 1L;

        private final int line;

        Exceeded(Event event, String reason) {
            super(reason);
            line = 1 + event.getStartMark().map(Mark::getLine).orElse(0);
        }

        int line() {
            return line;
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    BoundedParser(Parser parser) {
        this.parser = parser;
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
        return parser.checkEvent(choice);
    }

    @Override
    public Event peekEvent() {
        return parser.peekEvent();
    }

    @Override
    public boolean hasNext() {
        return parser.hasNext();
    }

    @Override
    public Event next() {
        Event event = parser.next();
        switch (event) {
            case CollectionStartEvent start -> {
                checkDepth(event, open.size() + 1);
                open.push(new Collection(start.getAnchor()));
            }
            case CollectionEndEvent end -> close(open.pop());
            case ScalarEvent scalar -> add(scalar.getAnchor(), new Extent(1, 0));
            case AliasEvent alias -> follow(alias);
            default -> { // documents and comments are no values
            }
        }
        return event;
    }

    private void close(Collection closed) {
        add(closed.anchor, new Extent(closed.values, closed.depth + 1));
    }

    private void follow(AliasEvent alias) {
        Extent extent = anchored.get(alias.getAlias());
        if (extent == null) {
            throw new Exceeded(alias, "'*" + alias.getAlias() + "' stands for nothing that is complete before it");
        }
        checkDepth(alias, open.size() + extent.depth);
        byAliases += extent.values;
        if (byAliases > MOST_BY_ALIASES) {
            throw new Exceeded(alias, "aliases stand for more than " + MOST_BY_ALIASES
                    + " values, which is the most that is allowed");
        }
        add(Optional.empty(), extent);
    }

    private void add(Optional<Anchor> anchor, Extent extent) {
        anchor.ifPresent(name -> anchored.put(name, extent));
        Collection around = open.peek();
        if (around != null) {
            around.values += extent.values;
            around.depth = Math.max(around.depth, extent.depth);
        }
    }

    private static void checkDepth(Event event, int depth) {
        if (depth > Yaml.DEEPEST) {
            throw new Exceeded(event, "lists and maps lie more than " + Yaml.DEEPEST
                    + " deep in one another, which is the most that is allowed");
        }
    }
}
