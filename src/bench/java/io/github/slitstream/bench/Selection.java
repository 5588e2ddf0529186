package io.github.slitstream.bench;

import io.github.slitstream.param.BadValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Picks rows by name. */
public final class Selection {
    private Selection() {}

    /**
     * The rows that any of the names means, in the order of the catalog: the one that is called so, or else all that
     * begin so, or that match it with {@code *} for anything and {@code ?} for one letter. No names mean all rows.
     *
     * @throws BadValue if a name means none
     */
    public static List<Row> of(List<Row> rows, List<String> names) {
        if (names.isEmpty()) {
            return rows;
        }
        Set<Row> chosen = new LinkedHashSet<>();
        for (String name : names) {
            List<Row> meant = meant(rows, name);
            if (meant.isEmpty()) {
                throw BadValue.unknown("row", name, rows.stream().map(Row::name).toList(), kinds(rows));
            }
            chosen.addAll(meant);
        }
        return rows.stream().filter(chosen::contains).toList();
    }

    private static List<Row> meant(List<Row> rows, String name) {
        List<Row> called = rows.stream().filter(row -> row.name().equals(name)).toList();
        if (!called.isEmpty()) {
            return called;
        }
        Pattern glob = glob(name);
        return rows.stream().filter(row -> row.name().startsWith(name) || glob.matcher(row.name()).matches()).toList();
    }

    private static Pattern glob(String name) {
        return Pattern.compile("\\Q" + name.replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q") + "\\E");
    }

    private static List<String> kinds(List<Row> rows) {
        return rows.stream().map(row -> row.name().replaceFirst("/.*", "")).distinct().toList();
    }
}
