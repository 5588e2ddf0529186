package io.github.slitstream.view.stage;

import io.github.slitstream.view.control.Hint;
import io.github.slitstream.view.model.StatusText;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The honest numbers at the lower edge. */
final class StatusStrip extends HBox {
    private static final PseudoClass ALARMING = PseudoClass.getPseudoClass("alarming");

    StatusStrip() {
        getStyleClass().add("status");
        setAlignment(Pos.CENTER_LEFT);
    }

    void show(List<StatusText.Part> parts) {
        while (getChildren().size() > parts.size()) {
            getChildren().removeLast();
        }
        while (getChildren().size() < parts.size()) {
            getChildren().add(label());
        }
        for (int i = 0; i < parts.size(); i++) {
            show((Label) getChildren().get(i), parts.get(i), i == parts.size() - 1);
        }
    }

    private static Label label() {
        Label label = new Label();
        Hint.on(label, "");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static void show(Label label, StatusText.Part part, boolean last) {
        label.setText(part.text());
        label.setAccessibleHelp(part.doc());
        label.pseudoClassStateChanged(ALARMING, part.alarming());
        // Where it gets tight, the last one gives way; its tooltip has it whole.
        label.setMinWidth(last ? 0 : USE_PREF_SIZE);
        HBox.setHgrow(label, last ? Priority.SOMETIMES : Priority.NEVER);
    }
}
