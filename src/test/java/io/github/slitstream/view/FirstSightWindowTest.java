package io.github.slitstream.view;

import static io.github.slitstream.view.JavaFx.await;
import static io.github.slitstream.view.JavaFx.doOnFx;
import static io.github.slitstream.view.JavaFx.onFx;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.PixelShape;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.media.MediaSinks;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.PresetYaml;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What somebody sees who has never seen the window. */
class FirstSightWindowTest extends OpenWindow {
    /** Nobody chose a card, and before an audience nothing lies on the picture. */
    @Test
    void whatCanBePulledOnThePictureIsSeenUnderThePointer() throws Exception {
        Preset radial = player.preset().with(Map.of("time-displacement.pattern", "radial"));
        openFile(picture("radial.png", radial));
        pointAt(".status");
        await("the preset", () -> stage.getScene().lookup("#handle-centre-x") == null || !handlesAreSeen());
        pointAt(".picture");
        await("the centre", this::handlesAreSeen);
        pointAt(".status");
        await("the picture alone", () -> !handlesAreSeen());
    }

    private boolean handlesAreSeen() {
        return stage.getScene().lookup("#handle-centre-x") != null && node("#handles").isVisible();
    }

    @Test
    void aPictureThatCarriesAPresetShowsItsName() throws Exception {
        openFile(picture("a.png", player.preset().named("Deep rings", "")));
        await("the name in the preset", () -> text("#preset-menu").equals("Deep rings"));
        openFile(picture("bent.png", player.preset().named(Preset.OF_RENDER, "")));
        await("the name of the picture, since the preset has none", () -> text("#preset-menu").equals("bent"));
        chosen = Optional.of(picture("turned.png", player.preset().named(Preset.OF_RENDER, "")));
        doOnFx(() -> {
            MenuButton menu = (MenuButton) node("#preset-menu");
            menu.show();
            MenuItem open = menu.getItems().stream().filter(item -> item.getGraphic() instanceof Label label
                    && label.getText().equals("Open a preset file…")).findFirst().orElseThrow();
            menu.hide();
            open.fire();
        });
        await("the name of the preset's file", () -> text("#preset-menu").equals("turned"));
        assertFalse(onFx(() -> player.preset().chain().isEmpty()));
    }

    private Path picture(String name, Preset preset) throws IOException {
        Path file = folder.resolve(name);
        FrameSize size = new FrameSize(16, 16);
        SinkRequest request = new SinkRequest(file.toString(), size, PixelShape.SQUARE, 1, null);
        try (Sink sink = new MediaSinks().open(request.carrying(PresetYaml.write(preset)));
                Arena arena = Arena.ofConfined()) {
            sink.write(Frame.allocate(size, arena), 0);
            sink.finish();
        }
        return file;
    }

    private void openFile(Path file) throws Exception {
        chosen = Optional.of(file);
        type(KeyCode.CONTROL, KeyCode.O);
    }
}
