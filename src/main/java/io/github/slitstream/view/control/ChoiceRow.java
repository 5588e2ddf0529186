package io.github.slitstream.view.control;

import atlantafx.base.theme.Styles;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.Named;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** One of several things from a list; the wheel goes through them. */
final class ChoiceRow<T extends Named> extends ParameterRow<T> {
    private static final int VISIBLE = 16;

    private final ComboBox<T> box = new ComboBox<>();

    ChoiceRow(Choice<T> choice, Tuning tuning) {
        super(choice, tuning);
        box.getItems().setAll(choice.options());
        box.setConverter(new Labels<>());
        box.setCellFactory(list -> new OptionCell<>());
        box.setVisibleRowCount(VISIBLE);
        box.getStyleClass().add(Styles.SMALL);
        box.setMaxWidth(Double.MAX_VALUE);
        describe(box);
        box.valueProperty().addListener((property, before, value) -> {
            if (value != null) {
                hand(value);
            }
        });
        PointedWheel.on(box, this::wheel);
        line(box);
        HBox.setHgrow(box, Priority.ALWAYS);
    }

    @Override
    void display(T value, boolean isNew) {
        box.setValue(value);
    }

    private void wheel(ScrollEvent event) {
        int next = box.getSelectionModel().getSelectedIndex() - (int) Math.signum(event.getDeltaY());
        box.getSelectionModel().select(Math.clamp(next, 0, box.getItems().size() - 1));
    }

    /** An option that says what it looks like, and how files and commands name it. */
    private static final class OptionCell<T extends Named> extends ListCell<T> {
        OptionCell() {
            Hint.on(this, "");
        }

        @Override
        protected void updateItem(@Nullable T option, boolean empty) {
            super.updateItem(option, empty);
            setText(empty || option == null ? "" : option.label());
            setAccessibleHelp(empty || option == null
                    ? ""
                    : (option.doc() + " In files and commands: " + option.id()).strip());
        }
    }

    private static final class Labels<T extends Named> extends StringConverter<T> {
        @Override
        public String toString(@Nullable T option) {
            return option == null ? "" : option.label();
        }

        @Override
        public @Nullable T fromString(String label) {
            return null;
        }
    }
}
