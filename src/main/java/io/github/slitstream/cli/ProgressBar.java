package io.github.slitstream.cli;

import io.github.slitstream.engine.OfflineRender;
import io.github.slitstream.frame.SourceInfo;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Frames, rate and time left, in one line that is written over again and again. One thread. */
final class ProgressBar implements OfflineRender.Progress, AutoCloseable {
    private static final int CELLS = 30;
    private static final long REDRAW_NANOS = 100_000_000;
    private static final String CLEAR_REST = "\u001b[K";

    private final PrintWriter err;
    private final LongSupplier clock;
    private final long start;
    private long drawn;
    private boolean visible;

    /** @param clock in nanoseconds */
    ProgressBar(PrintWriter err, LongSupplier clock) {
        this.err = err;
        this.clock = clock;
        this.start = clock.getAsLong();
        this.drawn = start;
    }

    @Override
    public void rendered(long frames, long total) {
        long now = clock.getAsLong();
        if (now - drawn < REDRAW_NANOS && frames != total) {
            return;
        }
        drawn = now;
        visible = true;
        err.print("\r" + line(frames, total, (now - start) / 1e9) + CLEAR_REST);
        err.flush();
    }

    /** Leaves the line as it stands. */
    @Override
    public void close() {
        if (visible) {
            err.println();
        }
    }

    private static String line(long frames, long total, double seconds) {
        double rate = seconds > 0 ? frames / seconds : 0;
        if (total == SourceInfo.UNKNOWN) {
            return String.format(Locale.ROOT, "%d frames · %.1f/s", frames, rate);
        }
        int full = (int) Math.min(CELLS, CELLS * frames / total);
        return String.format(Locale.ROOT, "▕%s%s▏ %d of %d frames · %.1f/s · %s left", "█".repeat(full),
                " ".repeat(CELLS - full), frames, total, rate, left(total - frames, rate));
    }

    private static String left(long frames, double rate) {
        if (rate == 0) {
            return "?";
        }
        Duration left = Duration.ofSeconds((long) Math.ceil(Math.max(0, frames) / rate));
        return left.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", left.toHours(), left.toMinutesPart(), left.toSecondsPart())
                : String.format(Locale.ROOT, "%02d:%02d", left.toMinutesPart(), left.toSecondsPart());
    }
}
