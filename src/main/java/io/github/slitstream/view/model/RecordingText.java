package io.github.slitstream.view.model;

import io.github.slitstream.engine.outlet.RecordingStatus;
import io.github.slitstream.engine.outlet.Tap;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.OutputFormat;
import io.github.slitstream.frame.Replay;
import java.util.List;
import java.util.Locale;

/** Recordings in words. */
public final class RecordingText {
    private static final double MANY_SECONDS = 24 * 3_600;
    /** From here on what was written says what will be. */
    private static final double SOME_SECONDS = 5;

    private RecordingText() {}

    /** Of all that run: the longest, their bytes, the least room, and what was lost. */
    public static String button(List<RecordingStatus> statuses) {
        double seconds = statuses.stream().mapToDouble(RecordingStatus::seconds).max().orElse(0);
        long bytes = statuses.stream().mapToLong(each -> each.progress().bytes()).sum();
        double left = statuses.stream().mapToDouble(RecordingStatus::secondsLeft).min()
                .orElse(Double.POSITIVE_INFINITY);
        long dropped = statuses.stream().mapToLong(RecordingStatus::dropped).sum();
        String several = statuses.size() > 1 ? statuses.size() + " × " : "";
        return several + StatusText.clock(seconds) + " · " + megabytes(bytes) + left(left)
                + (dropped == 0 ? "" : " · " + dropped + " dropped");
    }

    /** Of one, with what it is written by. */
    public static String line(RecordingStatus status) {
        String name = status.file().map(file -> String.valueOf(file.getFileName())).orElse("recording");
        return name + "\n" + button(List.of(status)) + minute(status)
                + (status.encoder().isEmpty() ? "" : "\n" + status.encoder());
    }

    /** What a minute takes if it goes on as it did until now. */
    private static String minute(RecordingStatus status) {
        return status.seconds() < SOME_SECONDS || status.progress().bytes() == 0
                ? ""
                : " · " + megabytes(Math.round(60 * status.progress().bytes() / status.seconds())) + " a minute";
    }

    /** How much of an instant replay is kept, of what, and what it will be saved as. */
    public static String replay(Tap tap, Replay.Held held, long dropped, OutputFormat format, String encoder) {
        String what = switch (tap) {
            case AFTER_EFFECTS -> "Kept ";
            case BEFORE_EFFECTS -> "Source ";
        };
        return what + StatusText.clock(held.seconds()) + " · " + megabytes(held.bytes())
                + (dropped == 0 ? "" : " · " + dropped + " dropped") + "\nas " + format.label() + ", " + encoder;
    }

    /** How much is kept of pictures of another size. */
    public static String earlierReplay(FrameSize size, Replay.Held held) {
        return "Before, at " + size + ": " + StatusText.clock(held.seconds()) + " · " + megabytes(held.bytes());
    }

    /** What a minute takes. */
    public static String perMinute(double bytesPerSecond) {
        return bytesPerSecond == 0
                ? "Size not known yet"
                : "About " + megabytes(Math.round(60 * bytesPerSecond)) + " a minute";
    }

    private static String megabytes(long bytes) {
        return bytes < 1e9
                ? String.format(Locale.ROOT, "%.0f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }

    private static String left(double seconds) {
        return seconds < MANY_SECONDS ? String.format(Locale.ROOT, " · %.0f min left", seconds / 60) : "";
    }
}
