package io.github.slitstream.view.stage;

import io.github.slitstream.preset.PresetStore;
import io.github.slitstream.view.model.Notice;
import io.github.slitstream.view.model.PresetModel;
import io.github.slitstream.view.model.Tasks;
import io.github.slitstream.view.paint.PaintMode;
import java.util.List;
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

    /**
     * Offers what suits the effects in some slots of the preset, the first that has something, while it is at work.
     * Handles that nobody asked for are there only while the pointer is over the picture, or one of them is in use.
     */
    void show(List<String> slots, boolean asked) {
        boolean inUse = handles.isFocusWithin() || handles.isPressed();
        boolean isPointed = getParent() != null && getParent().isHover();
        handles.show(asked || inUse || isPointed ? slots : List.of());
        paint.offer(slots);
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
