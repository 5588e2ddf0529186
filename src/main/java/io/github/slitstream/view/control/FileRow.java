package io.github.slitstream.view.control;

import atlantafx.base.theme.Styles;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.param.FileName;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One of the built-in names from a list, a file from a chooser, or an address that is typed where something plays. */
final class FileRow extends ParameterRow<String> {
    private static final Pattern FILE_NAME = Pattern.compile(".*[/\\\\](.+)");

    private final FileName declaration;
    private final ComboBox<String> box = new ComboBox<>();
    private final TextField address = new TextField();

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
        HBox.setHgrow(box, Priority.ALWAYS);
        if (declaration.use() == FileName.Use.PLAYED) {
            buildAddress();
            line(box, browse(files), link());
            getChildren().add(1, address);
        } else {
            line(box, browse(files));
        }
    }

    private void buildAddress() {
        address.setPromptText("camera:, a URL or frames/%05d.png, then Enter");
        address.setAccessibleText("Address for " + declaration.label());
        address.getStyleClass().addAll(Styles.SMALL, "address");
        address.setOnAction(entered -> take());
        address.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                key.consume();
                showAddress(false);
            }
        });
        showAddress(false);
    }

    private void take() {
        try {
            String entered = declaration.parse(address.getText());
            showAddress(false);
            hand(entered);
        } catch (BadValue e) {
            showError(e.getMessage());
        }
    }

    private void showAddress(boolean isOpen) {
        address.setVisible(isOpen);
        address.setManaged(isOpen);
        showError("");
        if (isOpen) {
            String value = shown();
            address.setText(value == null || declaration.builtIn().contains(value) ? "" : value);
            address.requestFocus();
            address.selectAll();
        }
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

    private Button link() {
        Button button = button(Feather.LINK, "Type an address",
                "Type a URL, a camera's name, or numbered pictures");
        button.setOnAction(pressed -> showAddress(!address.isVisible()));
        return button;
    }

    private Button button(Feather icon, String name, String hint) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll(Styles.SMALL, Styles.BUTTON_ICON);
        button.setAccessibleText(name + " for " + declaration.label());
        Hint.on(button, hint);
        return button;
    }

    private Button browse(FileDialogs files) {
        Button button = button(Feather.FOLDER, "Choose a file", "Choose a file");
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
