package io.github.slitstream.view.control;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;

/** A field for a number, with its unit behind it; beside a long number there is no room for that. */
final class NumberField extends CustomTextField {
    /** That fit, of number and unit. */
    private static final int MOST_LETTERS = 13;

    private final Label unit = new Label();

    NumberField(String unitText) {
        getStyleClass().addAll(Styles.SMALL, "number");
        unit.getStyleClass().add("unit");
        setUnit(unitText);
        textProperty().addListener((property, before, text) -> arrange());
    }

    void setUnit(String text) {
        unit.setText(text);
        arrange();
    }

    private void arrange() {
        setRight(getText().length() + unit.getText().length() > MOST_LETTERS ? null : unit);
    }

    void mark(boolean isWrong) {
        pseudoClassStateChanged(Styles.STATE_DANGER, isWrong);
    }
}
