package io.github.slitstream.view.chain;

import static io.github.slitstream.view.JavaFx.doOnFx;
import static io.github.slitstream.view.JavaFx.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.slitstream.effect.HomographyWarp;
import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.preset.Slot;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.view.JavaFx;
import io.github.slitstream.view.model.PresetModel;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which effect is selected: the one whose corners, for example, are shown on the picture. */
@ExtendWith(JavaFx.class)
@Timeout(60)
class ChainPanelTest {
    private final Slot time = Slot.of(TimeDisplacement.TYPE);
    private final Slot warp = Slot.of(HomographyWarp.TYPE);

    @Test
    void theCardThatHadTheFocusLastIsSelectedWhileItIsUnfolded() throws Exception {
        Preset start = Preset.empty("Test").plus(time).plus(warp);
        PresetModel model = new PresetModel(start, start, preset -> {}, reason -> {});
        ChainPanel panel = onFx(() -> new ChainPanel(model, (owner, title, extensions) -> Optional.empty()));
        TextField elsewhere = onFx(TextField::new);
        Stage stage = onFx(Stage::new);
        doOnFx(() -> {
            stage.setScene(new Scene(new HBox(elsewhere, panel), 600, 600));
            stage.show();
            panel.lookup("#homography").requestFocus();
        });
        assertEquals(Optional.of(warp.id()), onFx(panel::selected));
        doOnFx(() -> {
            elsewhere.requestFocus();
        });
        assertEquals(Optional.of(warp.id()), onFx(panel::selected), "it stays while the picture is played with");
        doOnFx(() -> {
            panel.lookup("#time-displacement").requestFocus();
        });
        assertEquals(Optional.of(time.id()), onFx(panel::selected));
        doOnFx(() -> {
            panel.lookup("#homography").requestFocus();
            ((Button) panel.lookup("#homography").lookup(".fold")).fire();
        });
        assertEquals(Optional.empty(), onFx(panel::selected), "folded");
        doOnFx(() -> {
            ((Button) panel.lookup("#homography").lookup(".fold")).fire();
            model.remove(warp.id());
        });
        assertNotEquals(Optional.of(warp.id()), onFx(panel::selected), "removed");
        doOnFx(() -> {
            stage.close();
        });
    }
}
