package io.github.slitstream.cli;

import java.util.logging.Handler;
import java.util.logging.Level;
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
        }
    }
}
