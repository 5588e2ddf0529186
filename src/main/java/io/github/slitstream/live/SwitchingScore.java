package io.github.slitstream.live;

import io.github.slitstream.file.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How steady the effects were while scenes took turns.
 *
 * @param rows one for each scene that played, the worst first
 * @param kernelFailures vector kernels that were found to be compiled badly
 */
public record SwitchingScore(List<Row> rows, int kernelFailures) {
    /** How many times their steady value the effects may take for longer than {@link #LONGEST_SECONDS}. */
    private static final double LIMIT = 2;
    private static final double LONGEST_SECONDS = 1;

    /**
     * One scene.
     *
     * @param steadyMillis of the effects, in its best visit
     * @param slowSeconds how long at a time they took more than twice that, at most
     * @param bytesPerFrame on the heap once a visit was half over, in the worst visit but the first, in which what the
     *     scene needs may still be compiled
     */
    public record Row(String scene, int visits, double steadyMillis, double slowSeconds, double bytesPerFrame) {
        private static Row of(String scene, List<LiveVisit> visits) {
            double steady = visits.stream().mapToDouble(LiveVisit::steadyMillis).min().orElseThrow();
            int slow = visits.stream().mapToInt(visit -> visit.longestAbove(LIMIT * steady)).max().orElseThrow();
            return new Row(scene, visits.size(), steady, slow * LiveSwitching.WINDOW_SECONDS,
                    visits.stream().skip(1).mapToDouble(LiveVisit::bytesPerFrame).max().orElse(0));
        }

        private boolean holds() {
            return slowSeconds <= LONGEST_SECONDS && Double.isFinite(steadyMillis);
        }
    }

    static SwitchingScore of(List<LiveVisit> visits, int kernelFailures) {
        Map<String, List<LiveVisit>> byScene = visits.stream()
                .collect(Collectors.groupingBy(LiveVisit::scene, TreeMap::new, Collectors.toList()));
        List<Row> rows = new ArrayList<>();
        byScene.forEach((scene, ofScene) -> rows.add(Row.of(scene, ofScene)));
        rows.sort(Comparator.comparingDouble(Row::slowSeconds).reversed());
        return new SwitchingScore(List.copyOf(rows), kernelFailures);
    }

    /** Whether no scene was slow for too long. */
    public boolean holds() {
        return rows.stream().allMatch(Row::holds);
    }

    /** For people: a table, and a line that sums it up. */
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add("%-72s %6s %10s %8s %14s".formatted("scene", "visits", "steady ms", "slow s", "bytes a frame"));
        for (Row row : rows) {
            lines.add(String.format(Locale.ROOT, "%-72s %6d %10.2f %8.2f %14.1f", row.scene(), row.visits(),
                    row.steadyMillis(), row.slowSeconds(), row.bytesPerFrame()));
        }
        long slow = rows.stream().filter(row -> !row.holds()).count();
        lines.add(String.format(Locale.ROOT,
                "%d of %d scenes took more than %.0f times their steady value for more than %.0f s;"
                        + " kernels compiled anew %d",
                slow, rows.size(), LIMIT, LONGEST_SECONDS, kernelFailures));
        return String.join("\n", lines);
    }

    /** For scripts: a list of objects, one for each scene. */
    public String json() {
        return Json.list(rows.stream().map(SwitchingScore::json).toList());
    }

    private static String json(Row row) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("scene", row.scene());
        members.put("visits", (double) row.visits());
        members.put("steady_ms", row.steadyMillis());
        members.put("slow_seconds", row.slowSeconds());
        members.put("bytes_per_frame", row.bytesPerFrame());
        return Json.object(members);
    }
}
