package io.github.slitstream.view.control;

import atlantafx.base.theme.Styles;
import io.github.slitstream.param.FileName;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One of the built-in names from a list, or a file from a chooser. */
final class FileRow extends ParameterRow<String> {
    private static final Pattern FILE_NAME = Pattern.compile(".*[/\\\\](.+)");

    private final FileName declaration;
    private final ComboBox<String> box = new ComboBox<>();

    FileRow(FileName declaration, Tuning tuning, FileDialogs files) {
        super(declaration, tuning);
        this.declaration = declaration;
        box.getStyleClass().add(Styles.SMALL);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setMinWidth(0);
        box.setButtonCell(new NameCell());
        box.setCellFactory(list -> new NameCell());
        describe(box);
        box.valueProperty().addListener((property, before, value) -> {
            if (value != null) {
                hand(value);
            }
        });
        line(box, browse(files));
        HBox.setHgrow(box, Priority.ALWAYS);
    }

    @Override
    void display(String value, boolean isNew) {
        List<String> names = new ArrayList<>(declaration.builtIn());
        if (!names.contains(value)) {
            names.add(value);
        }
        if (!names.equals(box.getItems())) {
            box.getItems().setAll(names);
        }
        box.setValue(value);
    }

    private Button browse(FileDialogs files) {
        Button button = new Button("", new FontIcon(Feather.FOLDER));
        button.getStyleClass().addAll(Styles.SMALL, Styles.BUTTON_ICON);
        button.setAccessibleText("Choose a file for " + declaration.label());
        Hint.on(button, "Choose a file");
        button.setOnAction(pressed -> files
                .open(getScene().getWindow(), "Choose a file for " + declaration.label(), declaration.extensions())
                .ifPresent(path -> hand(path.toString())));
        return button;
    }

    /** A path or a URL shows as the name of its file. */
    private static final class NameCell extends ListCell<String> {
        @Override
        protected void updateItem(@Nullable String name, boolean empty) {
            super.updateItem(name, empty);
            setText(empty || name == null ? "" : FILE_NAME.matcher(name).replaceFirst("$1"));
        }
    }
}
