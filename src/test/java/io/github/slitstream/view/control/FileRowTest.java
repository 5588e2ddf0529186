package io.github.slitstream.view.control;

import static io.github.slitstream.view.JavaFx.doOnFx;
import static io.github.slitstream.view.JavaFx.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.param.FileName;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.view.JavaFx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files that are chosen, and addresses that are typed; whatever is handed on is shown again, as the window does. */
@ExtendWith(JavaFx.class)
@Timeout(60)
class FileRowTest {
    private static final FileName STILL = new FileName("still", "Still", "A picture.", List.of("dusk"), List.of("png"),
            "dusk");

    private final List<Object> handed = new ArrayList<>();
    private FileRow row;

    @BeforeEach
    void showWhatPlays() throws Exception {
        show(STILL.played());
    }

    @Test
    void whatPlaysMayBeAnAddressThatIsTyped() throws Exception {
        TextField address = (TextField) row.lookup(".address");
        assertFalse(address.isVisible(), "it is asked for first");
        press("Type an address for Still");
        assertTrue(address.isVisible());
        enter(address, " camera:0 ");
        assertEquals(List.of("camera:0"), handed);
        assertFalse(address.isVisible(), "it is in the list now");
        press("Type an address for Still");
        assertEquals("camera:0", address.getText());
        enter(address, "");
        assertEquals(List.of("camera:0"), handed);
        assertTrue(((Label) row.lookup(".entry-error")).getText().contains("a URL, camera:NAME or one of dusk"));
    }

    @Test
    void whatIsReadIsAFile() throws Exception {
        show(STILL);
        assertNull(row.lookup(".address"));
        press("Choose a file for Still");
        assertEquals(List.of(Path.of("chosen.png").toString()), handed);
    }

    private void show(FileName declaration) throws Exception {
        row = onFx(() -> new FileRow(declaration, new ShowingAgain(),
                (owner, title, extensions) -> Optional.of(Path.of("chosen.png"))));
        doOnFx(() -> {
            new Scene(row).getRoot().applyCss();
            row.show("dusk");
        });
    }

    private void press(String name) throws Exception {
        Node button = row.lookupAll(".button").stream().filter(each -> name.equals(each.getAccessibleText()))
                .findFirst().orElseThrow();
        doOnFx(() -> ((Button) button).fire());
    }

    private static void enter(TextField field, String text) throws Exception {
        doOnFx(() -> {
            field.setText(text);
            field.fireEvent(new ActionEvent());
        });
    }

    private final class ShowingAgain implements Tuning {
        @Override
        public <T> void set(Parameter<T> parameter, T value) {
            handed.add(value);
            row.show((String) value);
        }

        @Override
        public void begin() {}

        @Override
        public void end() {}
    }
}
