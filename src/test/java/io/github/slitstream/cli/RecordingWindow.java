package io.github.slitstream.cli;

import java.util.List;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/** The program, with somebody who presses R as soon as there is a window. */
public final class RecordingWindow {
    private static final int LOOK_MILLIS = 50;

    private RecordingWindow() {}

    /** @param arguments those of the program */
    public static void main(String[] arguments) {
        Thread.ofPlatform().daemon().name("hand").start(RecordingWindow::record);
        Main.main(arguments);
    }

    private static void record() {
        boolean[] pressed = new boolean[1];
        while (!pressed[0]) {
            try {
                Thread.sleep(LOOK_MILLIS);
                Platform.runLater(() -> {
                    List<Window> windows = Window.getWindows();
                    if (!windows.isEmpty() && !pressed[0]) {
                        pressed[0] = true;
                        Event.fireEvent(windows.getFirst().getScene().getRoot(),
                                new KeyEvent(KeyEvent.KEY_PRESSED, "r", "r", KeyCode.R, false, false, false, false));
                    }
                });
            } catch (IllegalStateException notStartedYet) { // then later
            } catch (InterruptedException ended) {
                return;
            }
        }
    }
}
