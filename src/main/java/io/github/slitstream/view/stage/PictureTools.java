package io.github.slitstream.view.stage;

import io.github.slitstream.preset.PresetStore;
import io.github.slitstream.view.model.Notice;
import io.github.slitstream.view.model.PresetModel;
import io.github.slitstream.view.model.Tasks;
import io.github.slitstream.view.paint.PaintMode;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** Over the picture: what changes there the effect whose card is chosen, by handles and by painting. */
final class PictureTools extends StackPane {
    private final PresetModel model;
    private final PictureHandles handles;
    private final PaintMode paint;

    PictureTools(PresetModel model, PresetStore presets, Tasks writing, Consumer<Notice> say, PictureView picture) {
        this.model = model;
        handles = new PictureHandles(model, picture.place());
        paint = new PaintMode(model, presets, writing, say, picture.place(), picture::sourceSize);
        setPickOnBounds(false);
        setMinSize(0, 0);
        getChildren().addAll(handles, paint.layer());
    }

    /** What belongs under the picture. */
    Node controls() {
        return paint.controls();
    }

    /** Offers what suits the effect in a slot of the preset, while it is at work; otherwise nothing. */
    void show(Optional<String> slot) {
        handles.show(slot);
        paint.offer(slot);
    }

    /** Takes the last stroke back while somebody paints, otherwise the last change of the preset. */
    void undo() {
        if (!paint.undo()) {
            model.undo();
        }
    }

    void redo() {
        if (!paint.redo()) {
            model.redo();
        }
    }

    boolean isPainting() {
        return paint.isOn();
    }

    void endPainting() {
        paint.end();
    }
}
