package io.github.slitstream.view.rig;

import atlantafx.base.theme.Styles;
import io.github.slitstream.view.control.Hint;
import io.github.slitstream.view.model.RigModel;
import io.github.slitstream.view.model.RigModel.Side;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Lies over the picture while a rig is looked at: two of its cameras, and what is known of a point in both. */
public final class RigPanel extends VBox {
    private final RigModel model;
    private final Runnable closed;
    private final Label title = new Label();
    private final Label words = new Label();
    private final Map<Side, RigSide> sides = new EnumMap<>(Side.class);

    /**
     * @param model makes the model, which runs what it is given whenever something changed
     * @param closed runs when the panel goes away
     */
    public RigPanel(Function<Runnable, RigModel> model, Runnable closed) {
        this.model = model.apply(this::show);
        this.closed = closed;
        getStyleClass().add("rig");
        setId("rig");
        setMinSize(0, 0);
        HBox pictures = new HBox();
        pictures.getStyleClass().add("rig-pictures");
        VBox.setVgrow(pictures, Priority.ALWAYS);
        for (Side side : Side.values()) {
            RigSide shown = new RigSide(this.model, side);
            HBox.setHgrow(shown, Priority.ALWAYS);
            sides.put(side, shown);
            pictures.getChildren().add(shown);
        }
        words.setId("rig-words");
        words.getStyleClass().add("rig-words");
        words.setWrapText(true);
        getChildren().addAll(head(), pictures, words);
        setVisible(false);
    }

    /** Shows the first two cameras of a file once they are read. */
    public void open(Path file) {
        model.open(file);
    }

    /** Shows the newest pictures and how their sources are doing. Called on every pulse of JavaFX. */
    public void pulse() {
        if (isVisible()) {
            model.tick();
            sides.values().forEach(RigSide::pulse);
        }
    }

    /** Goes away, with all that plays in it; the picture behind it went on all the time. */
    public void close() {
        setVisible(false);
        model.close();
        sides.values().forEach(RigSide::show);
        closed.run();
    }

    private HBox head() {
        title.getStyleClass().add("sheet-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button shut = new Button("", new FontIcon(Feather.X));
        shut.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Styles.SMALL);
        shut.setId("close-rig");
        shut.setAccessibleText("Close the rig");
        Hint.on(shut, "Close (Esc)");
        shut.setOnAction(pressed -> close());
        HBox head = new HBox(title, shut);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void show() {
        title.setText("Rig " + model.name().orElse(""));
        words.setText(model.words());
        sides.values().forEach(RigSide::show);
        if (!isVisible()) {
            setVisible(true);
            sides.values().iterator().next().focus();
        }
    }
}
