package io.github.slitstream.view.control;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Hands the wheel to a control that somebody pointed at. A control that came under a resting pointer because its panel
 * scrolls leaves the wheel to the panel.
 */
final class PointedWheel {
    private boolean isPointedAt;

    private PointedWheel() {}

    /** @param turned takes what the wheel did on the control */
    static void on(Node control, Consumer<ScrollEvent> turned) {
        PointedWheel wheel = new PointedWheel();
        control.addEventFilter(MouseEvent.MOUSE_MOVED, moved -> wheel.isPointedAt = true);
        control.addEventHandler(MouseEvent.MOUSE_EXITED, left -> wheel.isPointedAt = false);
        control.addEventHandler(ScrollEvent.SCROLL, event -> wheel.turn(event, turned));
    }

    private void turn(ScrollEvent event, Consumer<ScrollEvent> turned) {
        if (isPointedAt) {
            turned.accept(event);
            event.consume();
        }
    }
}
