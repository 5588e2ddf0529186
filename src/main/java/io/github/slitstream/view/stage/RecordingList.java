package io.github.slitstream.view.stage;

import atlantafx.base.theme.Styles;
import io.github.slitstream.view.control.Hint;
import io.github.slitstream.view.model.KeptRecording;
import io.github.slitstream.view.model.KeptRecordings;
import io.github.slitstream.view.model.Thumbnail;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.jspecify.annotations.Nullable;

/** What was recorded in this session, with what can be done with it. */
final class RecordingList extends ScrollPane {
    private static final double HIGHEST = 240;
    private static final double ROW_HEIGHT = 48;

    private final KeptRecordings recordings;
    private final Consumer<Path> play;
    private final PromptBar prompt;
    private final VBox rows = new VBox(4);

    /**
     * @param play opens a file
     * @param prompt asks for a new name
     */
    RecordingList(KeptRecordings recordings, Consumer<Path> play, PromptBar prompt) {
        this.recordings = recordings;
        this.play = play;
        this.prompt = prompt;
        setId("recordings");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMaxHeight(HIGHEST);
        setContent(rows);
        recordings.onChange(this::fill);
        fill();
    }

    private void fill() {
        rows.getChildren().setAll(recordings.list().stream().map(this::row).toList());
        setMinViewportHeight(Math.min(HIGHEST, rows.getChildren().size() * ROW_HEIGHT));
        setVisible(!rows.getChildren().isEmpty());
        setManaged(!rows.getChildren().isEmpty());
    }

    private Node row(KeptRecording recording) {
        Label name = new Label(recording.name());
        name.setMinWidth(0);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS); // names begin alike
        Hint.on(name, recording.file().toString());
        Label detail = new Label(recording.detail());
        detail.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        VBox words = new VBox(name, detail);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(4, picture(recording.thumbnail()), words,
                button(Feather.PLAY, "Play", () -> play.accept(recording.file())),
                button(Feather.FOLDER, "Show in its folder", () -> recordings.show(recording)),
                button(Feather.EDIT_2, "Rename", () -> rename(recording)),
                button(Feather.TRASH_2, "Move to the bin", () -> recordings.moveToBin(recording)));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Node picture(@Nullable Thumbnail thumbnail) {
        if (thumbnail == null) {
            Region empty = new Region();
            empty.setMinSize(64, 36);
            return empty;
        }
        int width = thumbnail.size().width();
        int height = thumbnail.size().height();
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), thumbnail.pixels(), 0,
                width);
        return new ImageView(image);
    }

    private static Button button(Feather icon, String text, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(text);
        Hint.on(button, text);
        button.setOnAction(pressed -> action.run());
        return button;
    }

    private void rename(KeptRecording recording) {
        prompt.ask("Rename recording", recording.name(), "Rename", text -> {
            return text.isEmpty() ? "Type a name." : recordings.rename(recording, text);
        });
    }
}
