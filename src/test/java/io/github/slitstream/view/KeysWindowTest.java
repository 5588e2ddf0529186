package io.github.slitstream.view;

import static io.github.slitstream.view.JavaFx.await;
import static io.github.slitstream.view.JavaFx.doOnFx;
import static io.github.slitstream.view.JavaFx.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.param.Named;
import io.github.slitstream.preset.Preset;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What keys do in the real window, and where they are left to somebody else. */
class KeysWindowTest extends OpenWindow {
    @Test
    void aKeyBeginsTheScanAnew() throws Exception {
        doOnFx(() -> player.play(player.preset().with(Map.of("time-displacement.pattern", "scan",
                "time-displacement.sweep", "0.1", "time-displacement.at-end", "stay"))));
        await("the end of the sweep", () -> frozenFrames() > 25);
        type(KeyCode.T);
        await("another sweep", () -> frozenFrames() < 15);
    }

    /** How far back the middle of the picture looks. */
    private double frozenFrames() {
        return player.monitor("time-displacement").orElseThrow().delayMap().orElseThrow().framesAt(160, 90);
    }

    @Test
    void anEffectIsAddedMovedAndRemovedByKeyboard() throws Exception {
        MenuButton menu = (MenuButton) node("#add-effect");
        MenuItem item = menu.getItems().stream().filter(each -> "add-channel-rotation".equals(each.getId())).findFirst()
                .orElseThrow();
        doOnFx(() -> {
            item.fire();
        });
        await("two effects", () -> chain().equals(List.of("time-displacement", "channel-rotation")));
        await("its card", () -> stage.getScene().lookup("#channel-rotation") != null);
        focus("#channel-rotation");
        type(KeyCode.ALT, KeyCode.UP);
        await("the other order", () -> chain().equals(List.of("channel-rotation", "time-displacement")));
        focus("#channel-rotation");
        type(KeyCode.DELETE);
        await("one effect", () -> chain().equals(List.of("time-displacement")));
    }

    @Test
    void aSnapshotIsKeptAndKeysTypedIntoAFieldStayThere() throws Exception {
        type(KeyCode.S);
        await("the picture", () -> files("pictures").size() == 1);
        Node field = onFx(() -> node("#time-displacement #speed").lookup(".number"));
        doOnFx(() -> {
            field.requestFocus();
        });
        type(KeyCode.S);
        type(KeyCode.SPACE);
        settle();
        assertEquals(1, files("pictures").size());
        assertTrue(!player.isFrozen(), "a space in a field is text");
        type(KeyCode.CONTROL, KeyCode.S);
        await("the question for a name", () -> node("#prompt").isVisible());
    }

    @Test
    void aboutBypassAndFreezeTheKeysTellTheTruth() throws Exception {
        press(KeyCode.B);
        await("the plain picture", player::isBypassed);
        release(KeyCode.B);
        await("the effects again", () -> !player.isBypassed());
        type(KeyCode.SPACE);
        await("stillness", player::isFrozen);
        type(KeyCode.SPACE);
        await("motion", () -> !player.isFrozen());
    }

    private List<String> chain() {
        return player.preset().chain().stream().map(effect -> effect.type().id()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#preset-menu", "#record-menu", "#add-effect", "#time-displacement #formula .menu-button",
        "#time-displacement #pattern .combo-box"})
    void lettersTypedWhileAMenuIsOpenAreNoCommands(String selector) throws Exception {
        doOnFx(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<Named> patterns = (ComboBox<Named>) node("#time-displacement #pattern .combo-box");
            patterns.setValue(patterns.getItems().stream().filter(option -> option.id().equals("formula")).findFirst()
                    .orElseThrow());
        });
        await("the formula", () -> values().contains("pattern=formula")
                && stage.getScene().lookup("#time-displacement #formula .menu-button") != null);
        Preset asItWas = player.preset();
        Node menu = node(selector);
        doOnFx(() -> {
            menu.requestFocus();
            open(menu, true);
        });
        await("the open menu", () -> Window.getWindows().stream().anyMatch(PopupWindow.class::isInstance));
        type(KeyCode.X);
        type(KeyCode.G);
        type(KeyCode.R);
        type(KeyCode.CONTROL, KeyCode.S);
        settle();
        assertFalse(node("#prompt").isVisible(), "it asks for a slice or a name");
        assertTrue(player.preset().rendersAs(asItWas), "time stands still");
        assertEquals("Record", text("#record"), "it records");
        doOnFx(() -> open(menu, false));
        type(KeyCode.X);
        await("the question for a slice", () -> node("#prompt").isVisible());
    }

    private static void open(Node menu, boolean isOpen) {
        Runnable change = switch (menu) {
            case ComboBox<?> box -> isOpen ? box::show : box::hide;
            case MenuButton button -> isOpen ? button::show : button::hide;
            default -> throw new IllegalArgumentException(menu + " is no menu");
        };
        change.run();
    }
}
