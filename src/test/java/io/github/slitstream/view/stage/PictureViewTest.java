package io.github.slitstream.view.stage;

import static io.github.slitstream.view.JavaFx.await;
import static io.github.slitstream.view.JavaFx.doOnFx;
import static io.github.slitstream.view.JavaFx.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.media.MediaSources;
import io.github.slitstream.media.OpenCvResizer;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.view.JavaFx;
import java.nio.file.Path;
import java.util.Objects;
import javafx.geometry.BoundingBox;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(JavaFx.class)
@Timeout(60)
class PictureViewTest {
    /** 180×144 pixels of 64:45 are 16:9, and 640×360 in a view of 640×480. */
    @Test
    void aPictureIsStretchedToTheShapeOfItsPixels() throws Exception {
        Path video = Path.of(Objects.requireNonNull(PictureViewTest.class.getResource("/video/sar.mp4")).toURI());
        try (Player player = new Player(new MediaSources(), OpenCvResizer::new, Kernels.get(), new Workers(1),
                Preset.empty("Test"))) {
            PictureView picture = onFx(() -> new PictureView(player));
            Stage stage = onFx(() -> new Stage(StageStyle.UNDECORATED));
            doOnFx(() -> {
                stage.setScene(new Scene(picture, 640, 480));
                stage.show();
            });
            player.open(SourceRequest.of(video.toString()));
            await("a picture", () -> {
                picture.pulse();
                picture.layout();
                return picture.shown() != null;
            });
            assertEquals(new BoundingBox(0, 60, 640, 360), onFx(() -> picture.place().get()));
            doOnFx(stage::close);
        }
    }
}
