package io.github.slitstream.view.stage;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import io.github.slitstream.view.control.Hint;
import io.github.slitstream.view.model.Command;
import io.github.slitstream.view.model.PresetModel;
import io.github.slitstream.view.model.RecordingModel;
import io.github.slitstream.view.model.RecordingModel.Phase;
import io.github.slitstream.view.model.RecordingText;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Source, preset and what is done to the whole picture. */
final class TopBar extends HBox {
    private static final PseudoClass RECORDING = PseudoClass.getPseudoClass("recording");

    private final Consumer<Command> run;
    private final SoundControl sound;
    private final RecordMenu recordings;
    private final Button undo;
    private final Button redo;
    private final Button compare;
    private final ToggleButton freeze = new ToggleButton("", new FontIcon(Feather.PAUSE));
    private final Button record;
    /** There while one is made. */
    private final Button photoFinish;
    private final MenuItem theme = new MenuItem();

    /**
     * @param bypass hears when A/B goes down and up
     * @param switchTheme goes from dark to light and back
     */
    TopBar(SourceMenu source, SoundControl sound, PresetMenu presets, RecordMenu recordings, Consumer<Command> run,
            Consumer<Boolean> bypass, Runnable switchTheme) {
        this.run = run;
        this.sound = sound;
        this.recordings = recordings;
        undo = button(Command.UNDO, Feather.CORNER_UP_LEFT, "");
        redo = button(Command.REDO, Feather.CORNER_UP_RIGHT, "");
        compare = new Button("A/B");
        compare.setId("ab");
        describe(compare, Command.BYPASS);
        compare.armedProperty().addListener((property, before, armed) -> bypass.accept(armed));
        freeze.getStyleClass().add(Styles.BUTTON_ICON);
        freeze.setId("freeze");
        describe(freeze, Command.FREEZE);
        freeze.setOnAction(pressed -> run.accept(Command.FREEZE));
        record = button(Command.RECORD, Feather.CIRCLE, "Record");
        record.getStyleClass().add("record");
        photoFinish = button(Command.FINISH_Y_T, Feather.SQUARE, "Photo finish");
        photoFinish.getStyleClass().add("record");
        photoFinish.pseudoClassStateChanged(RECORDING, true);
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        theme.setOnAction(chosen -> switchTheme.run());
        getChildren().addAll(source, sound, presets, separator(), undo, redo, separator(), compare, freeze, spacer,
                photoFinish,
                button(Command.SNAPSHOT, Feather.CAMERA, "Snapshot"), record, recordings,
                button(Command.REPLAY, Feather.ROTATE_CCW, ""), button(Command.FULL_SCREEN, Feather.MAXIMIZE, ""),
                more());
        for (Node child : getChildren()) {
            if (child instanceof ButtonBase button) {
                button.getStyleClass().add(Styles.FLAT);
            }
        }
    }

    /** Called a few times a second. */
    void tick() {
        sound.tick();
    }

    void show(PresetModel model) {
        undo.setDisable(!model.canUndo());
        redo.setDisable(!model.canRedo());
    }

    void showFrozen(boolean frozen) {
        freeze.setSelected(frozen);
    }

    void showDark(boolean dark) {
        theme.setText(dark ? "Light theme" : "Dark theme");
        theme.setGraphic(new FontIcon(dark ? Feather.SUN : Feather.MOON));
    }

    void show(RecordingModel recording) {
        Phase phase = recording.phase();
        record.pseudoClassStateChanged(RECORDING, phase != Phase.IDLE);
        record.setDisable(phase == Phase.FINISHING);
        String text = switch (phase) {
            case IDLE -> "Record";
            case WAITING -> "Waiting…";
            case STARTING -> "Starting…";
            case RECORDING -> RecordingText.button(recording.statuses());
            case FINISHING -> "Finishing…";
        };
        if (!text.equals(record.getText())) {
            record.setText(text);
            record.setGraphic(new FontIcon(phase == Phase.RECORDING ? Feather.SQUARE : Feather.CIRCLE));
        }
        recordings.tick();
        boolean isMade = !recording.photoFinish().isEmpty();
        photoFinish.setVisible(isMade);
        photoFinish.setManaged(isMade);
        if (isMade) {
            photoFinish.setText("Photo finish " + RecordingText.button(recording.photoFinish()));
        }
    }

    private MenuButton more() {
        MenuButton more = new MenuButton("", new FontIcon(Feather.MORE_VERTICAL));
        more.getStyleClass().addAll(Styles.BUTTON_ICON, Tweaks.NO_ARROW);
        more.setId("more");
        more.setAccessibleText("More");
        Hint.on(more, "Slices, photo finish, theme, controls, keys");
        more.getItems().addAll(item(Command.SLICE_X_T, "Slice of rows…", Feather.ALIGN_JUSTIFY),
                item(Command.SLICE_Y_T, "Slice of columns…", Feather.BAR_CHART),
                item(Command.FINISH_X_T, "Photo finish of rows…", Feather.ALIGN_JUSTIFY),
                item(Command.FINISH_Y_T, "Photo finish of columns…", Feather.BAR_CHART), theme,
                item(Command.HIDE, "Hide controls", Feather.EYE_OFF),
                item(Command.SHORTCUTS, "Keys and gestures", Feather.COMMAND));
        return more;
    }

    private MenuItem item(Command command, String text, Feather icon) {
        MenuItem item = new MenuItem(text + "   " + command.keys(), new FontIcon(icon));
        item.setOnAction(chosen -> run.accept(command));
        return item;
    }

    private Button button(Command command, Feather icon, String text) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(command.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        button.setMinWidth(USE_PREF_SIZE);
        if (text.isEmpty()) {
            button.getStyleClass().add(Styles.BUTTON_ICON);
        }
        describe(button, command);
        button.setOnAction(pressed -> run.accept(command));
        return button;
    }

    private static void describe(ButtonBase button, Command command) {
        Hint.on(button, command.tip());
        button.setAccessibleText(command.doc());
    }

    private static Separator separator() {
        return new Separator(Orientation.VERTICAL);
    }
}
