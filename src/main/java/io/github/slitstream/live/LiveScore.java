package io.github.slitstream.live;

import io.github.slitstream.file.Json;
import io.github.slitstream.frame.SourceInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was counted while the program played.
 *
 * @param source what played
 * @param firstPictureMillis from the start of Java to the first picture in the window
 * @param firstPictureCpuMillis processor time that was used until then
 * @param seconds that were counted, after the warm-up
 * @param framesIn that the source gave
 * @param shown frames of which a picture reached the window
 * @param dropped frames of which none did, because there was no room in the ring or a newer one overtook it
 * @param recorded pictures that went into the recording
 * @param recordingDropped pictures that found no room on their way there
 * @param latencyMedianMillis from the capture of a frame to its picture in the window
 * @param latencyWorstMillis the 99th percentile of it
 * @param grabMillis median time to get one frame, without waiting for it
 * @param renderMillis median time of the chain for one picture
 * @param cpuShare of all processors, 0 … 1
 * @param captureBytesPerFrame that the capture thread allocated on the heap
 * @param renderBytesPerFrame likewise the render thread
 * @param gcPauses of the garbage collector
 * @param longestGcPauseMillis the longest of them
 * @param encoder what encoded the recording and why; empty without one
 */
public record LiveScore(SourceInfo source, long firstPictureMillis,
        long firstPictureCpuMillis, double seconds, long framesIn, long shown,
        long dropped, long recorded, long recordingDropped, double latencyMedianMillis, double latencyWorstMillis,
        double grabMillis, double renderMillis, double cpuShare, double captureBytesPerFrame,
        double renderBytesPerFrame, long gcPauses, double longestGcPauseMillis, String encoder) {

    /** One number by the name that scripts read, in words for people. */
    private record Entry(String key, double value, String words) {}

    private List<Entry> entries() {
        return List.of(new Entry("first_picture_ms", firstPictureMillis, "first picture after %.0f ms"),
                new Entry("first_picture_cpu_ms", firstPictureCpuMillis, "%.0f ms of processor time until then"),
                new Entry("seconds", seconds, "%.1f s counted"), new Entry("frames_in", framesIn, "frames in %.0f"),
                new Entry("shown", shown, "shown %.0f"), new Entry("dropped", dropped, "dropped %.0f"),
                new Entry("recorded", recorded, "recorded %.0f"),
                new Entry("recording_dropped", recordingDropped, "dropped on the way to the recording %.0f"),
                new Entry("latency_median_ms", latencyMedianMillis, "latency %.1f ms in the median"),
                new Entry("latency_p99_ms", latencyWorstMillis, "99 of 100 within %.1f ms"),
                new Entry("grab_ms", grabMillis, "grab %.2f ms"),
                new Entry("effects_ms", renderMillis, "effects %.2f ms"),
                new Entry("cpu_share", cpuShare, "share of all processors %.2f"),
                new Entry("capture_bytes_per_frame", captureBytesPerFrame, "capture allocates %.1f bytes a frame"),
                new Entry("render_bytes_per_frame", renderBytesPerFrame, "render allocates %.1f bytes a frame"),
                new Entry("gc_pauses", gcPauses, "collector paused %.0f times"),
                new Entry("gc_longest_ms", longestGcPauseMillis, "longest %.2f ms"));
    }

    /** For people, a line for each number. */
    public String text() {
        String what = source.name() + ", " + source.detail()
                + String.format(Locale.ROOT, ", %.2f frames a second", source.framesPerSecond());
        return entries().stream().map(entry -> String.format(Locale.ROOT, entry.words(), entry.value()))
                .collect(Collectors.joining("\n  ", what + "\n  ", encoder.isEmpty() ? "" : "\n  by " + encoder));
    }

    /** For scripts: one object of numbers. */
    public String json() {
        Map<String, Object> members = new LinkedHashMap<>();
        entries().forEach(entry -> members.put(entry.key(), entry.value()));
        return Json.object(members) + "\n";
    }
}
