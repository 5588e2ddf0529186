package io.github.slitstream.view.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.slitstream.effect.PerspectiveWarp;
import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.preset.Slot;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.view.model.LookModel;
import java.util.Optional;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which effect is selected: the one whose corners, for example, are shown on the picture. */
@Timeout(60)
class ChainPanelTest {
    private final Slot time = Slot.of(TimeDisplacement.TYPE);
    private final Slot warp = Slot.of(PerspectiveWarp.TYPE);

    @BeforeAll
    static void startJavaFx() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
        } catch (IllegalStateException alreadyStarted) {
            started.countDown();
        }
        started.await();
        Platform.setImplicitExit(false);
    }

    @Test
    void theCardThatHadTheFocusLastIsSelectedWhileItIsUnfolded() throws Exception {
        Preset start = Preset.empty("Test").plus(time).plus(warp);
        LookModel look = new LookModel(start, start, preset -> {}, reason -> {});
        ChainPanel panel = onFx(() -> new ChainPanel(look, (owner, title, extensions) -> Optional.empty()));
        TextField elsewhere = onFx(TextField::new);
        Stage stage = onFx(Stage::new);
        onFx(() -> {
            stage.setScene(new Scene(new HBox(elsewhere, panel), 600, 600));
            stage.show();
            panel.lookup("#homography").requestFocus();
            return true;
        });
        assertEquals(Optional.of(warp.id()), onFx(panel::selected));
        onFx(() -> {
            elsewhere.requestFocus();
            return true;
        });
        assertEquals(Optional.of(warp.id()), onFx(panel::selected), "it stays while the picture is played with");
        onFx(() -> {
            panel.lookup("#time-displacement").requestFocus();
            return true;
        });
        assertEquals(Optional.of(time.id()), onFx(panel::selected));
        onFx(() -> {
            panel.lookup("#homography").requestFocus();
            ((Button) panel.lookup("#homography").lookup(".fold")).fire();
            return true;
        });
        assertEquals(Optional.empty(), onFx(panel::selected), "folded");
        onFx(() -> {
            ((Button) panel.lookup("#homography").lookup(".fold")).fire();
            look.remove(warp.id());
            return true;
        });
        assertNotEquals(Optional.of(warp.id()), onFx(panel::selected), "removed");
        onFx(() -> {
            stage.close();
            return true;
        });
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }
}
