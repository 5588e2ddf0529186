package io.github.slitstream.view.paint;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;

/** Over the picture while it is painted on: hands strokes on and shows how large the brush is. */
final class PaintLayer extends Pane {
    private final ReadOnlyObjectProperty<Bounds> picture;
    private final Supplier<Optional<Painting>> painting;
    private final Runnable stroked;
    private final Circle brush = new Circle();
    private final Circle shade = new Circle();

    /**
     * @param picture where the picture lies in a view of the same size as this
     * @param painting what is painted on now
     * @param stroked runs after each stroke
     */
    PaintLayer(ReadOnlyObjectProperty<Bounds> picture, Supplier<Optional<Painting>> painting, Runnable stroked) {
        this.picture = picture;
        this.painting = painting;
        this.stroked = stroked;
        setId("paint-layer");
        setAccessibleText("Painting on the picture");
        setCursor(Cursor.CROSSHAIR);
        Rectangle room = new Rectangle();
        room.widthProperty().bind(widthProperty());
        room.heightProperty().bind(heightProperty());
        setClip(room);
        shade.getStyleClass().add("paint-brush-shade");
        brush.getStyleClass().add("paint-brush");
        getChildren().addAll(shade, brush);
        getChildren().forEach(circle -> {
            circle.setMouseTransparent(true);
            circle.setManaged(false);
            circle.setVisible(false);
        });
        setOnMouseMoved(this::showBrush);
        setOnMouseExited(left -> hideBrush());
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
        setOnMouseClicked(MouseEvent::consume);
    }

    private void press(MouseEvent event) {
        event.consume();
        Bounds place = picture.get();
        if (event.getButton() == MouseButton.PRIMARY && place.getWidth() > 0) {
            requestFocus();
            painting.get().ifPresent(open -> open.begin(x(event, place), y(event, place)));
        }
    }

    private void drag(MouseEvent event) {
        event.consume();
        showBrush(event);
        Bounds place = picture.get();
        painting.get().filter(Painting::isDrawing)
                .ifPresent(open -> open.move(x(event, place), y(event, place)));
    }

    private void release(MouseEvent event) {
        event.consume();
        if (event.getButton() == MouseButton.PRIMARY) {
            painting.get().filter(Painting::isDrawing).ifPresent(open -> {
                open.end();
                stroked.run();
            });
        }
    }

    private static double x(MouseEvent event, Bounds place) {
        return (event.getX() - place.getMinX()) / place.getWidth();
    }

    private static double y(MouseEvent event, Bounds place) {
        return (event.getY() - place.getMinY()) / place.getHeight();
    }

    private void showBrush(MouseEvent event) {
        Optional<Painting> open = painting.get().filter(each -> each.tool().hasSize());
        if (open.isEmpty()) {
            hideBrush();
            return;
        }
        double radius = open.get().brush().size() * Math.max(picture.get().getWidth(), picture.get().getHeight()) / 2;
        for (Circle circle : new Circle[]{shade, brush}) {
            circle.setCenterX(event.getX());
            circle.setCenterY(event.getY());
            circle.setRadius(radius);
            circle.setVisible(true);
        }
    }

    private void hideBrush() {
        brush.setVisible(false);
        shade.setVisible(false);
    }
}
