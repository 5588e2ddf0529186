package io.github.slitstream.view.stage;

import atlantafx.base.controls.RingProgressIndicator;
import atlantafx.base.theme.Styles;
import io.github.slitstream.engine.intake.SourceState;
import io.github.slitstream.view.model.SourceNames;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands in the place of the picture before there is one. */
final class EmptyState extends VBox {
    private final RingProgressIndicator busy = new RingProgressIndicator();
    private final FontIcon icon = new FontIcon(Feather.FILM);
    private final Label title = new Label();
    private final Label hint = new Label("Drop a video or a picture here, or pick a source.");
    private final HBox actions;

    EmptyState(Runnable playDemo, Runnable openFile) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        setMaxSize(560, USE_PREF_SIZE);
        title.getStyleClass().add("empty-title");
        hint.getStyleClass().add("empty-hint");
        hint.setWrapText(true);
        hint.setTextAlignment(TextAlignment.CENTER);
        Button demo = new Button("Play the demo", new FontIcon(Feather.PLAY));
        demo.getStyleClass().add(Styles.ACCENT);
        demo.setOnAction(pressed -> playDemo.run());
        Button file = new Button("Open a file…", new FontIcon(Feather.FOLDER));
        file.setOnAction(pressed -> openFile.run());
        actions = new HBox(demo, file);
        actions.getStyleClass().add("empty-actions");
        actions.setAlignment(Pos.CENTER);
        getChildren().addAll(busy, icon, title, hint, actions);
        setVisible(false);
    }

    void show(SourceState state, boolean hasPicture) {
        setVisible(!hasPicture);
        if (hasPicture) {
            return;
        }
        boolean refused = state instanceof SourceState.Refused;
        busy.setVisible(!refused);
        busy.setManaged(!refused);
        icon.setVisible(refused);
        icon.setManaged(refused);
        actions.setVisible(refused);
        actions.setManaged(refused);
        switch (state) {
            case SourceState.Refused(String address, String reason) -> {
                title.setText("Nothing to show yet");
                hint.setText(reason);
            }
            case SourceState.Opening(String address) -> {
                title.setText(address.isEmpty() ? "Starting…" : "Opening " + SourceNames.of(address) + "…");
                hint.setText("You can also drop a video or a picture here.");
            }
            default -> {
                title.setText("Waiting for the first picture…");
                hint.setText("You can also drop a video or a picture here.");
            }
        }
    }
}
