package io.github.slitstream.view.chain;

import io.github.slitstream.view.model.PresetModel;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Moves cards through their list by dragging their headers; a line shows where a card would go. */
final class CardDrag {
    private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");
    private static final double THRESHOLD = 6;

    private final Pane cards;
    private final PresetModel model;
    private final Region marker = new Region();
    private double pressedAt;
    private @Nullable EffectCard moving;

    CardDrag(Pane cards, PresetModel model) {
        this.cards = cards;
        this.model = model;
        marker.getStyleClass().add("drop-marker");
        marker.setManaged(false);
        marker.setVisible(false);
        marker.setMouseTransparent(true);
    }

    /** Shown above the cards, in the same parent. */
    Node marker() {
        return marker;
    }

    void install(EffectCard card) {
        Node handle = card.handle();
        handle.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> pressedAt = event.getSceneY());
        handle.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> drag(card, event));
        handle.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> drop(event));
    }

    private void drag(EffectCard card, MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || cards.getChildren().size() < 2) {
            return;
        }
        if (moving == null && Math.abs(event.getSceneY() - pressedAt) < THRESHOLD) {
            return;
        }
        moving = card;
        card.pseudoClassStateChanged(DRAGGED, true);
        showMarker(gapAt(event));
        event.consume();
    }

    private void drop(MouseEvent event) {
        EffectCard card = moving;
        if (card == null) {
            return;
        }
        moving = null;
        marker.setVisible(false);
        card.pseudoClassStateChanged(DRAGGED, false);
        int from = model.position(card.slot());
        int gap = gapAt(event);
        model.move(card.slot(), gap > from ? gap - 1 : gap);
        event.consume();
    }

    /** Before which card the pointer is; the number of cards if after the last. */
    private int gapAt(MouseEvent event) {
        Point2D point = cards.sceneToLocal(event.getSceneX(), event.getSceneY());
        int gap = 0;
        for (Node card : cards.getChildren()) {
            if (point.getY() > card.getBoundsInParent().getCenterY()) {
                gap++;
            }
        }
        return gap;
    }

    private void showMarker(int gap) {
        boolean afterLast = gap == cards.getChildren().size();
        Bounds next = cards.getChildren().get(afterLast ? gap - 1 : gap).getBoundsInParent();
        double y = cards.getLayoutY() + (afterLast ? next.getMaxY() + 2 : next.getMinY() - 5);
        marker.resizeRelocate(cards.getLayoutX(), y, cards.getWidth(), 3);
        marker.setVisible(true);
    }
}
