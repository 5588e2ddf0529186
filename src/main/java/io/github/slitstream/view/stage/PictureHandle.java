package io.github.slitstream.view.stage;

import io.github.slitstream.effect.Handle;
import io.github.slitstream.param.Values;
import io.github.slitstream.view.control.NumberScale;
import io.github.slitstream.view.control.StepRun;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * A point on a picture, to be pulled by mouse or arrow keys: with Shift ten times finer, and a double click brings it
 * back. It keeps within its parent where the point itself lies outside.
 */
final class PictureHandle extends Region {
    private final Handle point;
    private final Puller puller;
    private final NumberScale<Double> acrossScale;
    private final NumberScale<Double> downScale;
    private final StepRun steps;
    private Bounds picture = new BoundingBox(0, 0, 0, 0);
    private Point2D shown = Point2D.ZERO;
    /** Where a drag has come to, though the point may not follow there. */
    private Point2D pulled = Point2D.ZERO;
    private Point2D mouse = Point2D.ZERO;

    /** Who moves points; between begin and end, everything is one step for undo. */
    interface Puller {
        void begin();

        void pull(Handle point, double x, double y);

        void end();
    }

    PictureHandle(Handle point, Puller puller) {
        this.point = point;
        this.puller = puller;
        this.acrossScale = new NumberScale<>(point.x());
        this.downScale = new NumberScale<>(point.y());
        this.steps = new StepRun(puller::begin, puller::end);
        getStyleClass().add("picture-handle");
        setId("handle-" + point.x().id());
        setFocusTraversable(true);
        setAccessibleHelp("Arrow keys move it, with Shift finer");
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
        setOnMouseClicked(MouseEvent::consume);
        setOnKeyPressed(this::key);
    }

    void show(Values values) {
        shown = new Point2D(values.get(point.x()), values.get(point.y()));
        setAccessibleText(point.name() + ", x " + values.text(point.x()) + ", y " + values.text(point.y()));
    }

    /** Goes where the point is, but not beyond {@code room}, on a picture that lies there. */
    void place(Bounds onPicture, double roomWidth, double roomHeight) {
        picture = onPicture;
        Point2D centre = centre();
        double width = prefWidth(-1);
        double height = prefHeight(-1);
        resizeRelocate(Math.rint(Math.clamp(centre.getX() - width / 2, 0, Math.max(0, roomWidth - width))),
                Math.rint(Math.clamp(centre.getY() - height / 2, 0, Math.max(0, roomHeight - height))), width, height);
    }

    /** Where the point itself lies in the parent. */
    Point2D centre() {
        return new Point2D(picture.getMinX() + shown.getX() * picture.getWidth(),
                picture.getMinY() + shown.getY() * picture.getHeight());
    }

    private void press(MouseEvent event) {
        event.consume();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        requestFocus();
        steps.stop();
        puller.begin();
        if (event.getClickCount() == 2) {
            puller.pull(point, point.x().defaultValue(), point.y().defaultValue());
        }
        pulled = shown;
        mouse = new Point2D(event.getSceneX(), event.getSceneY());
    }

    private void drag(MouseEvent event) {
        event.consume();
        if (event.getButton() != MouseButton.PRIMARY || picture.getWidth() == 0) {
            return;
        }
        Point2D now = new Point2D(event.getSceneX(), event.getSceneY());
        Point2D way = now.subtract(mouse).multiply(event.isShiftDown() ? NumberScale.FINE : 1);
        mouse = now;
        pulled = pulled.add(way.getX() / picture.getWidth(), way.getY() / picture.getHeight());
        pull(pulled, event.isShiftDown());
    }

    private void release(MouseEvent event) {
        event.consume();
        if (event.getButton() == MouseButton.PRIMARY) {
            puller.end();
        }
    }

    private void key(KeyEvent event) {
        if (event.isAltDown() || event.isShortcutDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> step(-1, 0, event);
            case RIGHT -> step(1, 0, event);
            case UP -> step(0, -1, event);
            case DOWN -> step(0, 1, event);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(int across, int down, KeyEvent event) {
        steps.step();
        puller.pull(point, acrossScale.stepped(shown.getX(), across, event.isShiftDown()),
                downScale.stepped(shown.getY(), down, event.isShiftDown()));
    }

    private void pull(Point2D to, boolean fine) {
        puller.pull(point, acrossScale.rounded(to.getX(), fine), downScale.rounded(to.getY(), fine));
    }
}
