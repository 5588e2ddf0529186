package io.github.slitstream.view.stage;

import io.github.slitstream.effect.HomographyWarp;
import io.github.slitstream.effect.HomographyParameters;
import io.github.slitstream.effect.HomographyParameters.Corner;
import io.github.slitstream.param.Values;
import io.github.slitstream.preset.Slot;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.view.model.PresetModel;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;

/**
 * The corners of a homography over the picture, and the edges between them. What the preset refuses leaves the corners
 * where they were.
 */
final class CornerHandles extends Pane {
    private final PresetModel model;
    private final ReadOnlyObjectProperty<Bounds> picture;
    private final List<CornerHandle> handles;
    private final Polygon shade = edges("corner-shade");
    private final Polygon line = edges("corner-line");
    private Optional<String> effect = Optional.empty();

    /** @param picture where the picture lies in a view of the same size as this */
    CornerHandles(PresetModel model, ReadOnlyObjectProperty<Bounds> picture) {
        this.model = model;
        this.picture = picture;
        this.handles = HomographyParameters.CORNERS.stream().map(corner -> new CornerHandle(corner, new OfPreset()))
                .toList();
        setId("corners");
        setPickOnBounds(false);
        Rectangle room = new Rectangle();
        room.widthProperty().bind(widthProperty());
        room.heightProperty().bind(heightProperty());
        setClip(room);
        getChildren().addAll(shade, line);
        getChildren().addAll(handles);
        picture.addListener((property, before, now) -> requestLayout());
        model.listen(this::follow);
    }

    /** Shows the corners of an effect of the preset, if it is a homography at work, otherwise nothing. */
    void show(Optional<String> slot) {
        if (!slot.equals(effect)) {
            effect = slot;
            follow(model.preset());
        }
    }

    private void follow(Preset preset) {
        Optional<Values> values = preset.chain().stream().filter(this::isPinned).map(Slot::values)
                .findFirst();
        setVisible(values.isPresent());
        values.ifPresent(present -> handles.forEach(handle -> handle.show(present)));
        requestLayout();
    }

    private boolean isPinned(Slot slot) {
        return effect.isPresent() && slot.id().equals(effect.get()) && slot.enabled()
                && slot.type().equals(HomographyWarp.TYPE);
    }

    @Override
    protected void layoutChildren() {
        shade.getPoints().clear();
        for (CornerHandle handle : handles) {
            handle.place(picture.get(), getWidth(), getHeight());
            Point2D centre = handle.centre();
            shade.getPoints().addAll(centre.getX(), centre.getY());
        }
        line.getPoints().setAll(shade.getPoints());
    }

    private static Polygon edges(String style) {
        Polygon edges = new Polygon();
        edges.getStyleClass().add(style);
        edges.setMouseTransparent(true);
        edges.setManaged(false);
        return edges;
    }

    private final class OfPreset implements CornerHandle.Puller {
        @Override
        public void begin() {
            model.beginGesture();
        }

        @Override
        public void pull(Corner corner, double x, double y) {
            effect.ifPresent(slot -> model.set(slot, values -> values.with(corner.x(), x).with(corner.y(), y)));
        }

        @Override
        public void end() {
            model.endGesture();
        }
    }
}
