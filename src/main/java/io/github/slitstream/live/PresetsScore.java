package io.github.slitstream.live;

import io.github.slitstream.file.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether presets play in real time.
 *
 * @param rows one for each, in the order they played
 */
public record PresetsScore(List<Row> rows) {
    /**
     * The share of frames that must be shown: one or two of some fifty are lost on a machine that does other things
     * too.
     */
    private static final double LEAST_SHOWN = 0.95;

    /**
     * One preset.
     *
     * @param framesIn that the source gave
     * @param shown frames of which a picture reached the window
     * @param effectsMillis median time of the chain for one picture
     * @param flow at the end, as the status strip says it; empty where none is wanted
     */
    public record Row(String preset, long framesIn, long shown, double effectsMillis, String flow) {
        private boolean holds() {
            return framesIn > 0 && shown >= LEAST_SHOWN * framesIn;
        }

        private String text() {
            return String.format(Locale.ROOT, "%-32s %10d %6d %11.2f%s", preset, framesIn, shown, effectsMillis,
                    flow.isEmpty() ? "" : "  " + flow);
        }

        private String json() {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("preset", preset);
            members.put("frames_in", framesIn);
            members.put("shown", shown);
            members.put("effects_ms", effectsMillis);
            members.put("flow", flow);
            return Json.object(members);
        }
    }

    /** Whether every preset shows its frames. */
    public boolean holds() {
        return rows.stream().allMatch(Row::holds);
    }

    /** For people: a table, and a line that sums it up. */
    public String text() {
        StringBuilder text = new StringBuilder(
                "%-32s %10s %6s %11s  %s%n".formatted("preset", "frames in", "shown", "effects ms", "flow"));
        rows.forEach(row -> text.append(row.text()).append(System.lineSeparator()));
        long late = rows.stream().filter(row -> !row.holds()).count();
        return text.append(String.format(Locale.ROOT, "%d of %d presets showed less than %.0f of 100 frames", late,
                rows.size(), LEAST_SHOWN * 100)).toString();
    }

    /** For scripts: a list of objects, one for each preset. */
    public String json() {
        return Json.list(rows.stream().map(Row::json).toList());
    }
}
