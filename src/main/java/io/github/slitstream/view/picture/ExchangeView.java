package io.github.slitstream.view.picture;

import io.github.slitstream.engine.outlet.PictureExchange;
import io.github.slitstream.frame.Frame;
import java.util.IdentityHashMap;
import javafx.scene.image.ImageView;
import org.jspecify.annotations.Nullable;

/** Shows the newest picture of an exchange. */
public final class ExchangeView extends ImageView {
    private final IdentityHashMap<Frame, Surface> surfaces = new IdentityHashMap<>();
    private @Nullable PictureExchange exchange;

    public ExchangeView() {
        setSmooth(true);
    }

    /**
     * Puts the newest picture on the screen and gives it; null if nothing came since. Called on every pulse of JavaFX.
     */
    public @Nullable Frame pulse(PictureExchange now) {
        if (!now.equals(exchange)) {
            exchange = now;
            surfaces.clear();
        }
        Frame newest = now.take();
        if (newest != null) {
            setImage(surfaces.computeIfAbsent(newest, Surface::new).newest());
        }
        return newest;
    }

    /** Shows nothing, and holds no frame. */
    public void clear() {
        exchange = null;
        surfaces.clear();
        setImage(null);
    }
}
