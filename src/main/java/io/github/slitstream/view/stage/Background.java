package io.github.slitstream.view.stage;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The threads for what takes time. Files are written one after another, so that no two choose the same name. */
final class Background implements AutoCloseable {
    private static final long FAREWELL_SECONDS = 20;

    private final ExecutorService writing = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("files").factory());
    private final ExecutorService looking = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("cameras").factory());

    ExecutorService writing() {
        return writing;
    }

    /** For questions to devices, which may hang. */
    ExecutorService looking() {
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
