package io.github.slitstream.view.control;

import atlantafx.base.theme.Styles;
import io.github.slitstream.param.Grid;
import io.github.slitstream.param.Matrix;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a matrix, each in a field of its own. Up and down go to the neighbouring cell, left and right do from
 * the ends of the text; Enter and leaving the cell take it over, Escape brings back what it was.
 */
final class MatrixCells extends GridPane {
    /** Takes over what was typed into a cell. */
    @FunctionalInterface
    interface Entry {
        /** @return whether it was allowed */
        boolean take(int row, int column, String text);
    }

    /** From so many columns on the letters are small. */
    private static final int MANY = 8;
    /** Longer numbers may not fit their cells. */
    private static final int SHORT = 3;
    private static final PseudoClass DENSE = PseudoClass.getPseudoClass("dense");

    private final Matrix declaration;
    private final Entry entry;
    private final List<TextField> fields = new ArrayList<>();
    private @Nullable Grid shown;

    MatrixCells(Matrix declaration, Entry entry) {
        this.declaration = declaration;
        this.entry = entry;
        getStyleClass().add("matrix");
    }

    void show(Grid value) {
        Grid before = shown;
        shown = value;
        if (before == null || before.rows() != value.rows() || before.columns() != value.columns()) {
            build(value.rows(), value.columns());
        }
        for (int i = 0; i < fields.size(); i++) {
            put(fields.get(i), text(i));
        }
    }

    private void build(int rows, int columns) {
        fields.clear();
        getChildren().clear();
        pseudoClassStateChanged(DENSE, columns >= MANY);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                TextField field = field(row, column, columns);
                fields.add(field);
                add(field, column, row);
                GridPane.setHgrow(field, Priority.ALWAYS);
            }
        }
    }

    private TextField field(int row, int column, int columns) {
        int index = row * columns + column;
        TextField field = new TextField();
        field.getStyleClass().addAll(Styles.SMALL, "matrix-cell");
        field.setAccessibleText(declaration.label() + ", row " + (row + 1) + ", column " + (column + 1));
        field.setAccessibleHelp(declaration.doc());
        field.setOnAction(enter -> {
            if (take(field, index)) {
                field.selectAll();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, key -> key(key, field, index, columns));
        field.focusedProperty().addListener((property, before, focused) -> {
            if (!focused && !take(field, index)) {
                put(field, text(index));
            }
        });
        return field;
    }

    private boolean take(TextField field, int index) {
        Grid value = shown;
        boolean isGone = fields.indexOf(field) != index;
        if (value == null || isGone || field.getText().equals(text(index))) {
            return true;
        }
        boolean allowed = entry.take(index / value.columns(), index % value.columns(), field.getText());
        field.pseudoClassStateChanged(Styles.STATE_DANGER, !allowed);
        if (allowed) {
            put(field, text(index));
        }
        return allowed;
    }

    private void key(KeyEvent event, TextField field, int index, int columns) {
        if (event.isAltDown() || event.isShortcutDown() || event.isShiftDown()) {
            return;
        }
        boolean atStart = field.getCaretPosition() == 0;
        boolean atEnd = field.getCaretPosition() == field.getLength();
        switch (event.getCode()) {
            case UP -> focus(index - columns);
            case DOWN -> focus(index + columns);
            case LEFT -> {
                if (!atStart) {
                    return;
                }
                focus(index % columns == 0 ? -1 : index - 1);
            }
            case RIGHT -> {
                if (!atEnd) {
                    return;
                }
                focus(index % columns == columns - 1 ? -1 : index + 1);
            }
            case ESCAPE -> put(field, text(index));
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void focus(int index) {
        if (index >= 0 && index < fields.size()) {
            fields.get(index).requestFocus();
            fields.get(index).selectAll();
        }
    }

    private static void put(TextField field, String text) {
        field.pseudoClassStateChanged(Styles.STATE_DANGER, false);
        field.setTooltip(text.length() > SHORT ? new Tooltip(text) : null);
        if (!field.getText().equals(text)) {
            field.setText(text);
        }
    }

    private String text(int index) {
        Grid value = shown;
        return value == null ? "" : value.text(index / value.columns(), index % value.columns());
    }
}
