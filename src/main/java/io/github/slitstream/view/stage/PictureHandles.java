package io.github.slitstream.view.stage;

import io.github.slitstream.effect.Handle;
import io.github.slitstream.effect.Offers;
import io.github.slitstream.param.Values;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.Slot;
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
 * The handles that an effect offers over the picture, and the outline that they make. What the preset model refuses
 * leaves them where they were.
 */
final class PictureHandles extends Pane {
    private final PresetModel model;
    private final ReadOnlyObjectProperty<Bounds> picture;
    private final Polygon shade = outline("handle-shade");
    private final Polygon line = outline("handle-line");
    private List<Handle> offered = List.of();
    private List<PictureHandle> handles = List.of();
    /** So many of them, from the first on, make the outline. */
    private int outlined;
    private List<String> slots = List.of();
    private Optional<String> selected = Optional.empty();

    /** @param picture where the picture lies in a view of the same size as this */
    PictureHandles(PresetModel model, ReadOnlyObjectProperty<Bounds> picture) {
        this.model = model;
        this.picture = picture;
        setId("handles");
        setPickOnBounds(false);
        Rectangle room = new Rectangle();
        room.widthProperty().bind(widthProperty());
        room.heightProperty().bind(heightProperty());
        setClip(room);
        picture.addListener((property, before, now) -> requestLayout());
        model.listen(this::follow);
    }

    /**
     * Shows what the effect in one of some slots of the preset offers, the first that is at work and has something;
     * otherwise nothing.
     */
    void show(List<String> wanted) {
        if (!wanted.equals(slots)) {
            slots = wanted;
            follow(model.preset());
        }
    }

    private void follow(Preset preset) {
        Optional<Slot> effect = slots.stream().flatMap(
                id -> preset.chain().stream().filter(slot -> slot.id().equals(id) && offersHandles(slot))).findFirst();
        selected = effect.map(Slot::id);
        setVisible(effect.isPresent());
        effect.ifPresent(slot -> show(slot.type().offers(), slot.values()));
        requestLayout();
    }

    private static boolean offersHandles(Slot slot) {
        return slot.enabled() && !slot.type().offers().handles(slot.values()).isEmpty();
    }

    /** Handles that stay are not made anew, so that the one with the focus keeps it. */
    private void show(Offers offers, Values values) {
        List<Handle> wanted = offers.handles(values);
        outlined = offers.handles().size();
        if (!wanted.equals(offered)) {
            offered = wanted;
            handles = wanted.stream().map(point -> new PictureHandle(point, new OfModel())).toList();
            getChildren().setAll(shade, line);
            getChildren().addAll(handles);
        }
        handles.forEach(handle -> handle.show(values));
    }

    @Override
    protected void layoutChildren() {
        shade.getPoints().clear();
        handles.forEach(handle -> handle.place(picture.get(), getWidth(), getHeight()));
        for (PictureHandle handle : handles.subList(0, outlined)) {
            Point2D centre = handle.centre();
            shade.getPoints().addAll(centre.getX(), centre.getY());
        }
        line.getPoints().setAll(shade.getPoints());
    }

    private static Polygon outline(String style) {
        Polygon outline = new Polygon();
        outline.getStyleClass().add(style);
        outline.setMouseTransparent(true);
        outline.setManaged(false);
        return outline;
    }

    private final class OfModel implements PictureHandle.Puller {
        @Override
        public void begin() {
            model.beginGesture();
        }

        @Override
        public void pull(Handle point, double x, double y) {
            selected.ifPresent(slot -> model.set(slot, values -> values.with(point.x(), x).with(point.y(), y)));
        }

        @Override
        public void end() {
            model.endGesture();
        }
    }
}
