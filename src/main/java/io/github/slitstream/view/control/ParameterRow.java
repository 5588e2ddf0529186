package io.github.slitstream.view.control;

import io.github.slitstream.param.Parameter;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The control of one parameter: its label, what tunes it, and a line that says what was wrong with the last entry.
 *
 * @param <T> what a value of the parameter is in Java
 */
public abstract class ParameterRow<T> extends VBox {
    private final Parameter<T> parameter;
    private final Tuning tuning;
    private final Label error = new Label();
    private @Nullable T shown;

    ParameterRow(Parameter<T> parameter, Tuning tuning) {
        this.parameter = parameter;
        this.tuning = tuning;
        getStyleClass().add("parameter-row");
        setId(parameter.id());
        error.getStyleClass().add("entry-error");
        error.setWrapText(true);
        showError("");
    }

    /** Shows a value without handing it on. */
    public final void show(T value) {
        boolean isNew = !value.equals(shown);
        shown = value;
        display(value, isNew);
    }

    /** @param isNew whether another value was shown before, so that an entry begun for that one is void */
    abstract void display(T value, boolean isNew);

    final @Nullable T shown() {
        return shown;
    }

    /** Hands on what was tuned unless that is what is shown. */
    final void hand(T value) {
        if (!value.equals(shown)) {
            tuning.set(parameter, value);
        }
    }

    public final Parameter<T> parameter() {
        return parameter;
    }

    /** Lays out label and controls in one line; the first of them is the one that screen readers name. */
    final void line(Node... controls) {
        Label label = new Label(parameter.label());
        label.getStyleClass().add("parameter-label");
        label.setLabelFor(controls[0]);
        HBox line = new HBox(label);
        line.getChildren().addAll(controls);
        line.getStyleClass().add("parameter-line");
        line.setAlignment(Pos.CENTER_LEFT);
        Hint.on(line, parameter.doc() + " In files and commands: " + parameter.id());
        getChildren().setAll(line, error);
    }

    /** Gives a control the parameter's name and sentence. */
    final void describe(Control control) {
        control.setAccessibleText(accessibleName());
        control.setAccessibleHelp(parameter.doc());
        if (control.getAccessibleRole() == AccessibleRole.NODE) {
            control.setAccessibleRole(AccessibleRole.SLIDER);
        }
    }

    final String accessibleName() {
        String unit = parameter.unit();
        return unit.isEmpty() ? parameter.label() : parameter.label() + " in " + unit;
    }

    final void showError(String message) {
        error.setText(message);
        error.setVisible(!message.isEmpty());
        error.setManaged(!message.isEmpty());
    }
}
