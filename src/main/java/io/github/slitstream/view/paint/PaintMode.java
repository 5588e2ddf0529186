package io.github.slitstream.view.paint;

import atlantafx.base.theme.Styles;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.preset.PresetStore;
import io.github.slitstream.view.control.Hint;
import io.github.slitstream.view.model.Notice;
import io.github.slitstream.view.model.PresetModel;
import io.github.slitstream.view.model.Tasks;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Painting on the picture: offered while the card of an effect is chosen that looks at a map which can be painted, and
 * on until it is ended, also in full screen. JavaFX thread.
 */
public final class PaintMode {
    private static final FrameSize ANY_SIZE = new FrameSize(1280, 720);

    private final PaintSession session;
    private final PaintLayer layer;
    private final PaintBar bar;
    private final HBox offer = new HBox();
    private final VBox controls = new VBox();
    private final Supplier<@Nullable FrameSize> source;
    private Optional<String> offered = Optional.empty();

    /**
     * @param picture where the picture lies in a view of the same size as the layer
     * @param source size of what comes in, null as long as it is unknown
     */
    public PaintMode(PresetModel model, PresetStore presets, Tasks writing, Consumer<Notice> say,
            ReadOnlyObjectProperty<Bounds> picture, Supplier<@Nullable FrameSize> source) {
        this.source = source;
        this.session = new PaintSession(model, presets, writing, say, this::show);
        this.layer = new PaintLayer(picture, session::painting, this::stroked);
        this.bar = new PaintBar(this::equip, this::undo, this::redo, this::end);
        Button begin = new Button("Paint on the picture", new FontIcon(Feather.EDIT_2));
        begin.setId("paint-begin");
        begin.getStyleClass().add(Styles.SMALL);
        Hint.on(begin, "Paint where time is now and where it is the past");
        begin.setOnAction(pressed -> begin());
        offer.getChildren().add(begin);
        offer.setAlignment(Pos.CENTER_LEFT);
        offer.getStyleClass().add("paint-bar");
        show();
    }

    /** What lies over the picture. */
    public Node layer() {
        return layer;
    }

    /** What lies under it. */
    public Node controls() {
        return controls;
    }

    /** Offers to paint the map of the effect in the first of some slots that has one. */
    public void offer(List<String> slots) {
        Optional<String> paintable = slots.stream().filter(session::isPaintable).findFirst();
        if (!paintable.equals(offered)) {
            offered = paintable;
            show();
        }
    }

    public boolean isOn() {
        return session.painting().isPresent();
    }

    private void begin() {
        FrameSize size = source.get();
        offered.ifPresent(slot -> session.begin(slot, size == null ? ANY_SIZE : size));
        equip();
    }

    /** Takes the last stroke back; says whether there is painting at all. */
    public boolean undo() {
        session.painting().ifPresent(Painting::undo);
        return stroked();
    }

    /** Paints the stroke again that was taken back last; says whether there is painting at all. */
    public boolean redo() {
        session.painting().ifPresent(Painting::redo);
        return stroked();
    }

    /** Ends painting, if it is on. */
    public void end() {
        session.end();
    }

    private boolean stroked() {
        session.keep();
        equip();
        return isOn();
    }

    private void equip() {
        session.painting().ifPresent(bar::equip);
    }

    private void show() {
        boolean on = isOn();
        layer.setVisible(on);
        List<Node> shown = on ? List.of(bar) : offered.isPresent() ? List.of(offer) : List.of();
        if (!controls.getChildren().equals(shown)) {
            controls.getChildren().setAll(shown);
        }
    }
}
