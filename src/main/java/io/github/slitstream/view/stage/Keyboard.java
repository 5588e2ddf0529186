package io.github.slitstream.view.stage;

import atlantafx.base.controls.ToggleSwitch;
import io.github.slitstream.view.model.Command;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/** Turns keys into commands, except where a menu is open, or they are being typed into a field or press a button. */
final class Keyboard {
    /** What a field that is typed into does itself. */
    private static final Set<Command> OF_FIELDS = Set.of(Command.UNDO, Command.REDO);

    private final Map<Command, KeyCombination> combinations = new EnumMap<>(Command.class);
    private final Scene scene;
    private final Consumer<Command> run;
    private final Consumer<Boolean> bypass;
    private final Runnable escape;
    /** What the key that is down types is no text: it was a command, which may have opened a field. */
    private boolean isCommand;

    /**
     * @param run does a command
     * @param bypass hears when its key goes down and up
     * @param escape closes what is open
     */
    Keyboard(Scene scene, Consumer<Command> run, Consumer<Boolean> bypass, Runnable escape) {
        this.scene = scene;
        this.run = run;
        this.bypass = bypass;
        this.escape = escape;
        for (Command command : Command.values()) {
            if (command != Command.SHORTCUTS) {
                combinations.put(command, KeyCombination.valueOf(command.keys().replace("Ctrl", "Shortcut")));
            }
        }
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, this::released);
        scene.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    }

    private void pressed(KeyEvent event) {
        isCommand = false;
        if (isMenuOpen() || (isTyping() && !event.isShortcutDown())) {
            return;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            escape.run();
            return;
        }
        if (event.getCode() == KeyCode.SPACE && pressesFocused()) {
            return;
        }
        if (event.getCode().isArrowKey() && !event.isShortcutDown() && !goesThroughTime()) {
            return;
        }
        for (Map.Entry<Command, KeyCombination> entry : combinations.entrySet()) {
            if (entry.getValue().match(event) && !(isTyping() && OF_FIELDS.contains(entry.getKey()))) {
                event.consume();
                isCommand = true;
                carryOut(entry.getKey());
                return;
            }
        }
    }

    private void carryOut(Command command) {
        if (command == Command.BYPASS) {
            bypass.accept(true);
        } else {
            run.accept(command);
        }
    }

    private void released(KeyEvent event) {
        if (event.getCode() == KeyCode.B) {
            bypass.accept(false);
        }
    }

    /** Where the question mark lies differs from keyboard to keyboard, so it is taken as a character. */
    private void typed(KeyEvent event) {
        if (isCommand) {
            event.consume();
            return;
        }
        if (event.getCharacter().equals(Command.SHORTCUTS.keys()) && !isTyping() && !isMenuOpen()) {
            event.consume();
            run.accept(Command.SHORTCUTS);
        }
    }

    /**
     * Whether a menu, a list or a palette hangs on the window. What it leaves of the keys that are pressed while it is
     * open comes to the window.
     */
    private boolean isMenuOpen() {
        return Window.getWindows().stream().anyMatch(
                window -> window instanceof PopupWindow popup && !(popup instanceof Tooltip) && hangsHere(popup));
    }

    /** A menu within a menu hangs on that. */
    private boolean hangsHere(PopupWindow popup) {
        Window owner = popup.getOwnerWindow();
        return owner instanceof PopupWindow above ? hangsHere(above) : Objects.equals(owner, scene.getWindow());
    }

    private boolean isTyping() {
        return scene.getFocusOwner() instanceof TextInputControl;
    }

    /** Elsewhere arrow keys tune or choose. */
    private boolean goesThroughTime() {
        Node focused = scene.getFocusOwner();
        return focused == null || focused instanceof PictureView || focused instanceof TimeTrack;
    }

    private boolean pressesFocused() {
        Node focused = scene.getFocusOwner();
        return focused instanceof ButtonBase || focused instanceof ComboBoxBase
                || focused instanceof ToggleSwitch;
    }
}
