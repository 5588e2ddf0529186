package io.github.slitstream.view.stage;

import io.github.slitstream.fault.Threads;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The threads for what takes time. Files are written one after another, so that no two choose the same name. */
final class Background implements AutoCloseable {
    private static final long FAREWELL_SECONDS = 20;

    private final ExecutorService writing;
    private final ExecutorService looking;

    /** @param failed hears in one line, on any thread, what a task threw */
    Background(Consumer<String> failed) {
        writing = Threads.queue("files", false, failed);
        looking = Threads.queue("cameras", true, failed);
    }

    Executor writing() {
        return writing;
    }

    /** For questions to devices, which may hang. */
    Executor looking() {
        return looking;
    }

    /** Waits until everything is written. */
    @Override
    public void close() {
        looking.shutdownNow();
        writing.shutdown();
        try {
            if (!writing.awaitTermination(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                writing.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
