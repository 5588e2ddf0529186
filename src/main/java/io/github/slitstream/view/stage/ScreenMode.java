package io.github.slitstream.view.stage;

import io.github.slitstream.view.model.Notice;
import io.github.slitstream.view.model.SessionModel;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

/** Full screen or not, with the controls or without: a window keeps its controls, full screen begins without. */
final class ScreenMode {
    private final Stage stage;
    private final SessionModel session;
    private final Node picture;
    private final List<Node> controls;
    private final Consumer<Notice> say;
    private boolean controlsInFullScreen;

    ScreenMode(Stage stage, SessionModel session, Node picture, List<Node> controls, Consumer<Notice> say) {
        this.stage = stage;
        this.session = session;
        this.picture = picture;
        this.controls = List.copyOf(controls);
        this.say = say;
    }

    /** Follows the stage from now on, which never leaves full screen by a key of its own. */
    void install() {
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.fullScreenProperty().addListener((property, before, full) -> show());
        show();
    }

    boolean isFullScreen() {
        return stage.isFullScreen();
    }

    void toggleFullScreen() {
        controlsInFullScreen = false;
        stage.setFullScreen(!stage.isFullScreen());
    }

    void toggleControls() {
        if (stage.isFullScreen()) {
            controlsInFullScreen = !controlsInFullScreen;
        } else {
            session.change(current -> current.withControls(!current.controls()));
        }
        show();
    }

    private void show() {
        boolean visible = stage.isFullScreen() ? controlsInFullScreen : session.session().controls();
        for (Node part : controls) {
            part.setVisible(visible);
            part.setManaged(visible);
        }
        if (!visible) {
            picture.requestFocus();
            say.accept(
                    Notice.news("Press H for the controls" + (stage.isFullScreen() ? ", F to leave full screen" : "")));
        }
    }
}
