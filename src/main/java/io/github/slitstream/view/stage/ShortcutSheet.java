package io.github.slitstream.view.stage;

import atlantafx.base.theme.Styles;
import io.github.slitstream.view.control.Hint;
import io.github.slitstream.view.model.Command;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Every key at a glance. It does not stop the picture nor the keys it explains. */
final class ShortcutSheet extends VBox {
    private static final String[][] CONTROLS = {{"Drag", "Tune; with Shift ten times finer"},
        {"Double click", "Back to the default"}, {"Wheel, arrows", "Step; with Shift finer"},
        {"Type, Enter", "Any legal number"}, {"Alt+↑  Alt+↓", "Move the effect that has the focus"},
        {"Delete", "Remove the effect that has the focus"}, {"Tab", "On to the next control"},
        {"Esc", "Close this sheet or the rig, leave full screen"}};

    private final List<Node> content;

    ShortcutSheet() {
        getStyleClass().add("sheet");
        setId("shortcuts");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        Label title = new Label("Keys and gestures");
        title.getStyleClass().add("sheet-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button shut = new Button("", new FontIcon(Feather.X));
        shut.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Styles.SMALL);
        shut.setAccessibleText("Close");
        Hint.on(shut, "Close (Esc)");
        shut.setOnAction(pressed -> toggle());
        HBox head = new HBox(title, shut);
        head.setAlignment(Pos.CENTER_LEFT);
        GridPane keys = grid();
        GridPane gestures = grid();
        for (Command command : Command.values()) {
            row(Command.FOR_TIME.contains(command) ? gestures : keys, command.keys(), command.doc());
        }
        for (String[] gesture : CONTROLS) {
            row(gestures, gesture[0], gesture[1]);
        }
        HBox columns = new HBox(keys, gestures);
        columns.getStyleClass().add("sheet-columns");
        content = List.of(head, columns);
        setVisible(false);
    }

    /** Shows or hides it. */
    void toggle() {
        getChildren().setAll(content); // not before: JavaFX styles what is invisible too, at the start
        setVisible(!isVisible());
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("sheet-grid");
        return grid;
    }

    private static void row(GridPane grid, String keys, String doc) {
        Label cap = new Label(keys);
        cap.getStyleClass().add("key-cap");
        cap.setMinWidth(USE_PREF_SIZE);
        Label words = new Label(doc);
        words.setMinWidth(USE_PREF_SIZE);
        grid.addRow(grid.getRowCount(), cap, words);
    }
}
