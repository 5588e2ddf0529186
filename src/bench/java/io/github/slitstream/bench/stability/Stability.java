package io.github.slitstream.bench.stability;

import io.github.slitstream.file.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The spreads of all rows over the starts, and in writing. Times in milliseconds. */
public final class Stability {
    private final List<StartTimes> starts;
    private final List<Spread> spreads;
    private final double limit;

    /**
     * @param starts at least one, each of which timed all rows
     * @param limit how many times its best start a row may take
     */
    public Stability(List<String> rows, List<StartTimes> starts, double limit) {
        this.starts = starts;
        this.spreads = rows.stream().map(row -> Spread.of(row, starts)).toList();
        this.limit = limit;
    }

    /** Whether every row kept to the limit. */
    public boolean holds() {
        return spreads.stream().allMatch(spread -> spread.ratio() <= limit);
    }

    /** A table for the eye: a header, and one line for each row. */
    public List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add("%-48s %10s %10s %10s %10s %12s".formatted("row", "best ms", "median ms", "worst ms", "worst/best",
                "bytes a run"));
        for (Spread spread : spreads) {
            lines.add(String.format(Locale.ROOT, "%-48s %10.4f %10.4f %10.4f %10.2f %12.0f", spread.row(),
                    spread.best(), spread.median(), spread.worst(), spread.ratio(), spread.bytes()));
        }
        return lines;
    }

    /** One line for each start in which rows were above the limit; it names them and the start's seed. */
    public List<String> failures() {
        List<String> lines = new ArrayList<>();
        for (StartTimes start : starts) {
            String rows = spreads.stream().filter(spread -> ratio(start, spread) > limit)
                    .map(spread -> String.format(Locale.ROOT, "%s %.2f", spread.row(), ratio(start, spread)))
                    .collect(Collectors.joining(", "));
            if (!rows.isEmpty()) {
                lines.add(String.format(Locale.ROOT, "above %.2f times the best start, with seed %d: %s", limit,
                        start.seed(), rows));
            }
        }
        return lines;
    }

    private static double ratio(StartTimes start, Spread spread) {
        return start.millis(spread.row()) / spread.best();
    }

    /** A list of objects, one for each row, for scripts. */
    public String json() {
        return Json.list(spreads.stream().map(Stability::json).toList());
    }

    private static String json(Spread spread) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", spread.row());
        members.put("best_ms", spread.best());
        members.put("median_ms", spread.median());
        members.put("worst_ms", spread.worst());
        members.put("ratio", spread.ratio());
        members.put("worst_seed", spread.worstSeed());
        members.put("bytes", spread.bytes());
        return Json.object(members);
    }
}
