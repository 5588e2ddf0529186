package io.github.slitstream.view.stage;

import atlantafx.base.theme.Styles;
import io.github.slitstream.view.control.Hint;
import io.github.slitstream.view.model.Command;
import io.github.slitstream.view.model.Notice;
import io.github.slitstream.view.model.TimeLineModel;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Under the picture of a file: pause, the file's length as a line, where it is, and the end of a loop. */
final class TimeLine extends HBox {
    private final TimeLineModel model;
    private final Button pause;
    private final TimeTrack track;
    private final Label clock = new Label();
    private final Button clear;
    private boolean showsPaused;

    /** @param run does a command */
    TimeLine(TimeLineModel model, Consumer<Command> run) {
        this.model = model;
        this.track = new TimeTrack(model);
        getStyleClass().add("time-line");
        setId("time-line");
        setAlignment(Pos.CENTER_LEFT);
        pause = button(Command.PAUSE, Feather.PAUSE, run);
        clear = button(Command.LOOP_CLEAR, Feather.X, run);
        Hint.on(track, "Click or drag to go there; drag the ends to repeat a part");
        HBox.setHgrow(track, Priority.ALWAYS);
        clock.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(pause, track, clear, clock);
        setVisible(false);
        setManaged(false);
    }

    /** Does what a key or a button asks of a file. */
    void run(Command command, Consumer<Notice> say) {
        if (!model.isThere()) {
            say.accept(Notice.news("That is for files: what plays now has no time line"));
            return;
        }
        switch (command) {
            case PAUSE -> model.togglePause();
            case BACK -> model.skip(-1);
            case FORWARD -> model.skip(1);
            case FRAME_BACK -> model.step(-1);
            case FRAME_FORWARD -> model.step(1);
            case LOOP_BEGIN -> model.setLoopBegin(model.position());
            case LOOP_END -> model.setLoopEnd(model.position());
            case LOOP_CLEAR -> model.clearLoop();
            default -> throw new IllegalArgumentException(command + " is not for files");
        }
        tick();
    }

    private static Button button(Command command, Feather icon, Consumer<Command> run) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Styles.SMALL);
        button.setId(command.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        button.setAccessibleText(command.doc());
        Hint.on(button, command.tip());
        button.setOnAction(pressed -> run.accept(command));
        return button;
    }

    /** Shows where the file is, or nothing where there is no file. Called several times a second. */
    void tick() {
        boolean there = model.isThere();
        if (there != isVisible()) {
            setVisible(there);
            setManaged(there);
        }
        if (!there) {
            return;
        }
        if (model.isPaused() != showsPaused) {
            showsPaused = model.isPaused();
            pause.setGraphic(new FontIcon(showsPaused ? Feather.PLAY : Feather.PAUSE));
            pause.setAccessibleText(showsPaused ? "Play on" : Command.PAUSE.doc());
        }
        clear.setVisible(model.isLoopSet()); // it keeps its place, so that the line does not jump
        clock.setText(model.clock());
        track.show();
    }
}
