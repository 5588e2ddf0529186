package io.github.slitstream.view.stage;

import io.github.slitstream.view.model.Session;
import io.github.slitstream.view.model.SessionModel;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Where the window stands, and where it stood last. */
final class WindowBounds {
    /** So much of a window's upper edge must lie on some screen that it can be seen and grasped. */
    private static final double GRASP_WIDTH = 120;
    private static final double GRASP_HEIGHT = 40;
    private static final double MIN_WIDTH = 960;
    private static final double MIN_HEIGHT = 560;

    private WindowBounds() {}

    static void restore(Stage stage, Session last) {
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(last.width(), Math.max(screen.getWidth(), stage.getMinWidth())));
        stage.setHeight(Math.min(last.height(), Math.max(screen.getHeight(), stage.getMinHeight())));
        if (Screen.getScreens().stream().anyMatch(each -> isGraspable(last, each.getVisualBounds()))) {
            stage.setX(last.x());
            stage.setY(last.y());
        }
        stage.setMaximized(last.maximized());
    }

    /** Whether a window that stands where one stood last can be grasped on this screen; nowhere it cannot. */
    static boolean isGraspable(Session last, Rectangle2D screen) {
        double width = Math.min(last.x() + last.width(), screen.getMaxX()) - Math.max(last.x(), screen.getMinX());
        double height = Math.min(last.y() + last.height(), screen.getMaxY()) - last.y();
        return width >= GRASP_WIDTH && height >= GRASP_HEIGHT && last.y() >= screen.getMinY();
    }

    /** Takes note of the place unless the window fills the screen. */
    static void note(Stage stage, SessionModel session) {
        if (stage.isFullScreen() || stage.isIconified()) {
            return;
        }
        Session current = session.session();
        if (current.maximized() != stage.isMaximized()) {
            session.change(before -> before.withMaximized(stage.isMaximized()));
        }
        boolean moved = current.x() != stage.getX() || current.y() != stage.getY()
                || current.width() != stage.getWidth() || current.height() != stage.getHeight();
        if (moved && !stage.isMaximized()) {
            session.change(before -> before.withBounds(stage.getX(), stage.getY(), stage.getWidth(),
                    stage.getHeight()));
        }
    }
}
