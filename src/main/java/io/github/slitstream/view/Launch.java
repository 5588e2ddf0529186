package io.github.slitstream.view;

import io.github.slitstream.fault.Fault;
import io.github.slitstream.fault.FaultReporter;
import io.github.slitstream.view.stage.SlitstreamWindow;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Starts JavaFX and opens the window. */
public final class Launch {
    private Launch() {}

    /**
     * Opens the window and returns when it is closed. May be called once in the life of a program.
     *
     * @throws UnsupportedOperationException if JavaFX finds no display or lacks a library of the platform
     */
    public static void open(WindowPorts ports) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Platform.startup(() -> {
            try {
                SlitstreamWindow window = new SlitstreamWindow(new Stage(), ports);
                window.onClosed(closed::countDown);
                FaultReporter faults = new FaultReporter("a fault in the window", window::sayFault);
                Thread.currentThread()
                        .setUncaughtExceptionHandler((thread, thrown) -> faults.report(Fault.caught(thrown)));
                window.open();
            } catch (RuntimeException | Error e) {
                failure.set(e);
                closed.countDown();
            }
        });
        closed.await();
        Platform.exit();
        Throwable reason = failure.get();
        if (reason != null) {
            throw new IllegalStateException("the window could not be built", reason);
        }
    }

    /** Closes the window, as if somebody had clicked its cross. Any thread. */
    public static void close() {
        Platform.runLater(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    }
}
