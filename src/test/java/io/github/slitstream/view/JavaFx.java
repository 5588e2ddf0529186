package io.github.slitstream.view;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Starts JavaFX once for all tests of a run, and does their work on its thread. */
public final class JavaFx implements BeforeAllCallback {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** What is done for its effect. */
    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
        } catch (IllegalStateException alreadyStarted) {
            started.countDown();
        }
        started.await();
        Platform.setImplicitExit(false);
    }

    /** Works something out on the JavaFX thread and waits for it. */
    public static <T> T onFx(Callable<T> work) throws InterruptedException {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new AssertionError("on the JavaFX thread", e.getCause());
        }
    }

    /** Does something on the JavaFX thread and waits for it. */
    public static void doOnFx(Action action) throws InterruptedException {
        onFx(() -> {
            action.run();
            return true;
        });
    }

    /** Asks on the JavaFX thread until it is so. */
    public static void await(String what, Callable<Boolean> condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!onFx(condition)) {
            assertTrue(System.nanoTime() < end, "waited in vain for " + what);
            Thread.sleep(10);
        }
    }

    /** Presses keys one after the other, each a pulse for itself, and lets go of the last one first. */
    public static void type(Robot robot, KeyCode... keys) throws InterruptedException {
        for (KeyCode key : keys) {
            doOnFx(() -> robot.keyPress(key));
        }
        for (KeyCode key : List.of(keys).reversed()) {
            doOnFx(() -> robot.keyRelease(key));
        }
    }
}
