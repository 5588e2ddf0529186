package io.github.slitstream.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What of the log reaches standard error: warnings, or everything of Slitstream's for those who want to know. */
final class Logging {
    /** Kept, or the collector would take its level away. */
    private static final Logger SLITSTREAM = Logger.getLogger("io.github.slitstream");

    private Logging() {}

    static void start(boolean verbose) {
        Logger root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        SLITSTREAM.setLevel(verbose ? Level.FINE : Level.WARNING);
        for (Handler handler : root.getHandlers()) {
            handler.setLevel(Level.ALL);
            handler.setFormatter(new Lines());
        }
    }

    /** One line as all others on standard error; what was thrown, which only {@code --verbose} shows, below it. */
    private static final class Lines extends Formatter {
        @Override
        public String format(LogRecord entry) {
            StringWriter text = new StringWriter();
            PrintWriter lines = new PrintWriter(text);
            lines.println("slitstream: " + formatMessage(entry));
            if (entry.getThrown() != null) {
                entry.getThrown().printStackTrace(lines);
            }
            return text.toString();
        }
    }
}
