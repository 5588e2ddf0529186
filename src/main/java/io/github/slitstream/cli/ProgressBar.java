package io.github.slitstream.cli;

import io.github.slitstream.frame.SourceInfo;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** How much is done, at which rate, and the time left, in one line that is written over again and again. One thread. */
final class ProgressBar implements AutoCloseable {
    private static final int CELLS = 30;
    private static final long REDRAW_NANOS = 100_000_000;
    private static final String CLEAR_REST = "\u001b[K";

    private final PrintWriter err;
    private final String unit;
    private final LongSupplier clock;
    private final long start;
    private long drawn;
    private boolean visible;

    /**
     * @param unit what is counted, such as {@code frames}
     * @param clock in nanoseconds
     */
    ProgressBar(PrintWriter err, String unit, LongSupplier clock) {
        this.err = err;
        this.unit = unit;
        this.clock = clock;
        this.start = clock.getAsLong();
        this.drawn = start;
    }

    /** @param total {@link SourceInfo#UNKNOWN} if nobody knows */
    void done(long count, long total) {
        long now = clock.getAsLong();
        if (now - drawn < REDRAW_NANOS && count != total) {
            return;
        }
        drawn = now;
        visible = true;
        err.print("\r" + line(count, total, (now - start) / 1e9) + CLEAR_REST);
        err.flush();
    }

    /** Leaves the line as it stands. */
    @Override
    public void close() {
        if (visible) {
            err.println();
        }
    }

    private String line(long count, long total, double seconds) {
        double rate = seconds > 0 ? count / seconds : 0;
        if (total == SourceInfo.UNKNOWN) {
            return String.format(Locale.ROOT, "%d %s · %.1f/s", count, unit, rate);
        }
        int full = (int) Math.min(CELLS, CELLS * count / total);
        return String.format(Locale.ROOT, "▕%s%s▏ %d of %d %s · %.1f/s · %s left", "█".repeat(full),
                " ".repeat(CELLS - full), count, total, unit, rate, left(total - count, rate));
    }

    private static String left(long count, double rate) {
        if (rate == 0) {
            return "?";
        }
        Duration left = Duration.ofSeconds((long) Math.ceil(Math.max(0, count) / rate));
        return left.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", left.toHours(), left.toMinutesPart(), left.toSecondsPart())
                : String.format(Locale.ROOT, "%02d:%02d", left.toMinutesPart(), left.toSecondsPart());
    }
}
