package io.github.slitstream.live;

import io.github.slitstream.file.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The first seconds of the program.
 *
 * @param firstPictureMillis from the start of Java to the first picture in the window, from which on is counted
 */
public record SecondsScore(long firstPictureMillis, List<Second> seconds) {
    /**
     * One of them.
     *
     * @param framesIn that the source gave
     * @param shown frames of which a picture reached the window
     * @param flow at its end, as the status strip says it; empty where none is wanted
     */
    public record Second(long framesIn, long shown, String flow) {}

    /** For people, a line for each second. */
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add("first picture after " + firstPictureMillis + " ms");
        for (int i = 0; i < seconds.size(); i++) {
            Second second = seconds.get(i);
            lines.add(String.format(Locale.ROOT, "second %d: frames in %d, shown %d%s", i + 1, second.framesIn(),
                    second.shown(), second.flow().isEmpty() ? "" : ", " + second.flow()));
        }
        return String.join("\n", lines);
    }

    /** For scripts: a list of objects, one for each second. */
    public String json() {
        return Json.list(seconds.stream().map(SecondsScore::json).toList());
    }

    private static String json(Second second) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("frames_in", second.framesIn());
        members.put("shown", second.shown());
        members.put("flow", second.flow());
        return Json.object(members);
    }
}
