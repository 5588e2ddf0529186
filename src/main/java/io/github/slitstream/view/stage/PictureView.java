package io.github.slitstream.view.stage;

import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.outlet.PictureExchange;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.PixelShape;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.view.model.Letterbox;
import io.github.slitstream.view.model.StatusText;
import io.github.slitstream.view.picture.ExchangeView;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The picture, as large as fits without changing its proportions, on a dark ground. */
public final class PictureView extends Region {
    private static final System.Logger LOG = System.getLogger(PictureView.class.getName());

    private final Player player;
    private final ExchangeView view = new ExchangeView();
    private @Nullable PictureExchange exchange;
    private PixelShape pixels = PixelShape.SQUARE;
    private @Nullable Frame shown;

    public PictureView(Player player) {
        this.player = player;
        getStyleClass().add("picture");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("Picture");
        setFocusTraversable(true);
        view.setMouseTransparent(true);
        getChildren().add(view);
    }

    /** Puts the newest picture on the screen. Called on every pulse of JavaFX. */
    void pulse() {
        PictureExchange now = player.outlets().shown();
        if (now == null) {
            return;
        }
        PixelShape shape = StatusText.pixels(player.source());
        if (!now.equals(exchange) || !shape.equals(pixels)) {
            exchange = now;
            pixels = shape;
            requestLayout();
        }
        Frame newest = view.pulse(now);
        if (newest == null) {
            return;
        }
        if (shown == null) {
            LOG.log(Level.DEBUG, () -> "first picture " + (System.currentTimeMillis()
                    - ManagementFactory.getRuntimeMXBean().getStartTime()) + " ms after Java started");
        }
        shown = newest;
        player.pictureShown(newest);
    }

    /** The picture on the screen; it stays unchanged until the next pulse but one. Null before the first. */
    @Nullable
    Frame shown() {
        return shown;
    }

    /** Size of the frames that come in, null before the first picture. */
    @Nullable
    FrameSize sourceSize() {
        return player.outlets().shown() == null
                ? null
                : StatusText.info(player.source()).map(SourceInfo::size).orElse(null);
    }

    /** Where in this view the picture lies, which leaves a margin on two sides unless the proportions are the same. */
    ReadOnlyObjectProperty<Bounds> place() {
        return view.boundsInParentProperty();
    }

    @Override
    protected void layoutChildren() {
        PictureExchange now = exchange;
        if (now == null) {
            return;
        }
        Letterbox box = Letterbox.of(now.size(), pixels, 0, getWidth(), getHeight());
        double width = Math.rint(box.width());
        double height = Math.rint(box.height());
        view.setFitWidth(width);
        view.setFitHeight(height);
        view.relocate(Math.rint((getWidth() - width) / 2), Math.rint((getHeight() - height) / 2));
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 640;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 360;
    }
}
