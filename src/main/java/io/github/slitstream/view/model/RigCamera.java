package io.github.slitstream.view.model;

import io.github.slitstream.engine.Preview;
import io.github.slitstream.engine.intake.SourceState;
import io.github.slitstream.engine.outlet.PictureExchange;
import io.github.slitstream.frame.SourceOpener;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.rig.Camera;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A camera of a rig whose picture plays, where it has one, until this is closed. */
final class RigCamera implements AutoCloseable {
    private final int number;
    private final Camera camera;
    private final @Nullable Preview preview;
    private @Nullable SourceState state;
    private RigPicture picture;

    private RigCamera(int number, Camera camera, @Nullable Preview preview) {
        this.number = number;
        this.camera = camera;
        this.preview = preview;
        this.state = preview == null ? null : preview.state();
        this.picture = RigPicture.of(number, camera, state);
    }

    /** @param number of the camera in the rig */
    static RigCamera open(int number, Camera camera, SourceOpener sources) {
        String address = camera.picture().address();
        return new RigCamera(number, camera,
                address.isEmpty() ? null : new Preview(sources, SourceRequest.of(address)));
    }

    int number() {
        return number;
    }

    Camera camera() {
        return camera;
    }

    RigPicture picture() {
        return picture;
    }

    /** Where the newest frame is to be had, once there is one. */
    Optional<PictureExchange> frames() {
        return Optional.ofNullable(preview).map(Preview::pictures);
    }

    /** Looks how the source is doing, and whether that changed. */
    boolean tick() {
        SourceState now = preview == null ? null : preview.state();
        if (now == null || now.equals(state)) {
            return false;
        }
        state = now;
        picture = RigPicture.of(number, camera, now);
        return true;
    }

    @Override
    public void close() {
        if (preview != null) {
            preview.close();
        }
    }
}
