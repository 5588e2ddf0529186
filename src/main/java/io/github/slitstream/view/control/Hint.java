package io.github.slitstream.view.control;

import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/** A few words on a control, for screen readers and for a pointer that rests on it. */
public final class Hint {
    private static final Duration DELAY = Duration.millis(600);
    private static final double WIDEST = 320;

    private Hint() {}

    /** Gives a node its words; others may follow as its accessible help. */
    public static void on(Node node, String words) {
        node.setAccessibleHelp(words);
        // A tooltip is a window: a start that makes all of them shows its picture a tenth of a second later.
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, new EventHandler<>() {
            @Override
            public void handle(MouseEvent entered) {
                node.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
                Tooltip.install(node, tooltip(node));
            }
        });
    }

    private static Tooltip tooltip(Node node) {
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(node.accessibleHelpProperty());
        tooltip.setShowDelay(DELAY);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDEST);
        return tooltip;
    }
}
