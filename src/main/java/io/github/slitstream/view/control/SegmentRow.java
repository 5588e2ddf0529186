package io.github.slitstream.view.control;

import atlantafx.base.theme.Styles;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.Named;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** One of two or three things, all in sight. */
final class SegmentRow<T extends Named> extends ParameterRow<T> {
    private static final int MOST_OPTIONS = 3;
    private static final int MOST_LETTERS = 24;

    private final ToggleGroup group = new ToggleGroup();

    SegmentRow(Choice<T> choice, Tuning tuning) {
        super(choice, tuning);
        HBox segments = new HBox();
        for (T option : choice.options()) {
            ToggleButton button = new ToggleButton(option.label());
            button.setToggleGroup(group);
            button.setUserData(option);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setAccessibleText(choice.label() + ": " + option.label());
            button.getStyleClass().addAll(Styles.SMALL, place(choice, option));
            button.setOnAction(pressed -> {
                button.setSelected(true);
                hand(option);
            });
            HBox.setHgrow(button, Priority.ALWAYS);
            segments.getChildren().add(button);
        }
        segments.getStyleClass().add("segments");
        HBox.setHgrow(segments, Priority.ALWAYS);
        line(segments);
    }

    /** Whether all options fit beside each other. */
    static boolean fits(Choice<?> choice) {
        int letters = choice.options().stream().mapToInt(option -> option.label().length()).sum();
        return choice.options().size() <= MOST_OPTIONS && letters <= MOST_LETTERS;
    }

    @Override
    void display(T value, boolean isNew) {
        for (Toggle toggle : group.getToggles()) {
            toggle.setSelected(value.equals(toggle.getUserData()));
        }
    }

    private String place(Choice<T> choice, T option) {
        if (option.equals(choice.options().getFirst())) {
            return Styles.LEFT_PILL;
        }
        return option.equals(choice.options().getLast()) ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
    }
}
