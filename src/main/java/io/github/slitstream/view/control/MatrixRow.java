package io.github.slitstream.view.control;

import atlantafx.base.theme.Styles;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.param.Grid;
import io.github.slitstream.param.Matrix;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A matrix as a grid of fields; above it its size, where there is more than one, and buttons that copy and paste it as
 * text.
 */
final class MatrixRow extends ParameterRow<Grid> {
    /** The smallest size that is offered for a matrix with a middle. */
    private static final int SMALLEST_ODD = 3;

    private final Matrix declaration;
    private final ComboBox<Size> size = new ComboBox<>();
    private final MatrixCells cells;
    private boolean showing;

    MatrixRow(Matrix declaration, Tuning tuning) {
        super(declaration, tuning);
        this.declaration = declaration;
        this.cells = new MatrixCells(declaration, this::enter);
        Node copy = button(Feather.COPY, "Copy as text", this::copy);
        Node paste = button(Feather.CLIPBOARD, "Paste text: rows apart by ; or line breaks", this::paste);
        buildSize();
        line(size, copy, paste);
        getChildren().add(1, cells);
        HBox.setHgrow(size, Priority.ALWAYS);
    }

    @Override
    void display(Grid value, boolean isNew) {
        if (!isNew) {
            return;
        }
        showing = true;
        Size current = new Size(value.rows(), value.columns());
        if (!size.getItems().contains(current)) {
            size.getItems().add(current);
        }
        size.setValue(current);
        showing = false;
        showError("");
        cells.show(value);
    }

    private void buildSize() {
        int first = declaration.oddSides() ? SMALLEST_ODD : declaration.minSide();
        IntStream.rangeClosed(first, declaration.maxSide()).filter(declaration::isSide)
                .forEach(side -> size.getItems().add(new Size(side, side)));
        size.getStyleClass().add(Styles.SMALL);
        size.setMaxWidth(Double.MAX_VALUE);
        size.setDisable(!declaration.isResizable());
        describe(size);
        size.setAccessibleText("Size of " + declaration.label());
        size.valueProperty().addListener((property, before, chosen) -> resize(chosen));
    }

    private void resize(Size chosen) {
        Grid now = shown();
        if (!showing && now != null) {
            hand(now.resized(chosen.rows, chosen.columns));
        }
    }

    /** Takes over one cell, or a whole matrix where one was pasted into a cell. */
    private boolean enter(int row, int column, String text) {
        Grid now = shown();
        if (now == null) {
            return false;
        }
        try {
            Grid typed = Grid.parse(text);
            boolean isOneNumber = typed.rows() == 1 && typed.columns() == 1;
            hand(declaration.check(isOneNumber ? now.with(row, column, typed.get(0, 0)) : typed));
            showError("");
            return true;
        } catch (BadValue e) {
            showError(e.getMessage());
            return false;
        }
    }

    private void copy() {
        Grid now = shown();
        if (now != null) {
            ClipboardContent content = new ClipboardContent();
            content.putString(declaration.format(now));
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    private void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        try {
            hand(declaration.parse(text == null ? "" : text));
            showError("");
        } catch (BadValue e) {
            showError(e.getMessage());
        }
    }

    private Node button(Feather icon, String words, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll(Styles.SMALL, Styles.BUTTON_ICON);
        button.setAccessibleText(declaration.label() + ": " + words);
        Hint.on(button, words);
        button.setOnAction(pressed -> action.run());
        return button;
    }

    private record Size(int rows, int columns) {
        @Override
        public String toString() {
            return rows + " × " + columns;
        }
    }
}
