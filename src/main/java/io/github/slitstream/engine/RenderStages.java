package io.github.slitstream.engine;

import io.github.slitstream.fault.Threads;
import io.github.slitstream.fault.Work;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Stages that work at the same time, each on a thread of its own, one of them the caller's. The first failure ends them
 * all and is the one that counts.
 */
final class RenderStages {
    private final List<Handoff> handoffs;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /** @param handoffs what the stages wait at */
    RenderStages(Handoff... handoffs) {
        this.handoffs = List.of(handoffs);
    }

    /** Starts a stage; it ends by itself, or when a handoff is abandoned. */
    void start(String name, Work stage) {
        Thread thread = Threads.daemon(name, () -> watched(stage), Threads::log, () -> {});
        threads.add(thread);
        thread.start();
    }

    /** Does the caller's stage and returns when all are done; from then on nothing is in use any more. */
    void runLast(Work stage) {
        watched(stage);
        for (Thread thread : threads) {
            join(thread);
        }
    }

    /** @throws IOException what ended the stages, as any other exception and error may be thrown here */
    void rethrow() throws IOException, InterruptedException {
        switch (failure.get()) {
            case null -> {
            }
            case IOException known -> throw known;
            case InterruptedException stopped -> throw stopped;
            case RuntimeException unexpected -> throw unexpected;
            case Error error -> throw error;
            case Throwable other -> throw new IllegalStateException(other);
        }
    }

    private void watched(Work stage) {
        try {
            stage.run();
        } catch (Throwable thrown) { // an error, too, is thrown again by the caller
            fail(thrown);
        }
    }

    private void fail(Throwable thrown) {
        failure.compareAndSet(null, thrown);
        handoffs.forEach(Handoff::abandon);
        threads.forEach(Thread::interrupt);
    }

    /** Whoever stops the caller stops the stages; their end is awaited all the same. */
    private void join(Thread thread) {
        while (true) {
            try {
                thread.join();
                return;
            } catch (InterruptedException stopped) {
                fail(stopped);
            }
        }
    }
}
