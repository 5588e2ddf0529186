package io.github.slitstream.view.rig;

import io.github.slitstream.frame.PixelShape;
import io.github.slitstream.rig.PictureLine;
import io.github.slitstream.rig.PicturePoint;
import io.github.slitstream.view.model.Letterbox;
import io.github.slitstream.view.model.RigModel;
import io.github.slitstream.view.model.RigModel.Side;
import io.github.slitstream.view.picture.ExchangeView;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/**
 * A picture of the rig with what is marked in it: a cross-hair, a line, a ring. Dark edges keep them apart from any
 * picture.
 */
final class RigPictureView extends Region {
    private static final double ARM = 9;
    private static final double RING = 7;

    private final RigModel model;
    private final Side side;
    private final Rectangle field = new Rectangle();
    private final ExchangeView image = new ExchangeView();
    private final Group marks = new Group();

    RigPictureView(RigModel model, Side side) {
        this.model = model;
        this.side = side;
        getStyleClass().add("rig-picture");
        setId("rig-picture-" + name());
        setMinSize(0, 0);
        setPrefSize(0, 0);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        field.getStyleClass().add("rig-field");
        marks.setManaged(false);
        marks.setMouseTransparent(true);
        getChildren().addAll(field, image, marks);
        setOnMousePressed(this::clicked);
        setOnMouseDragged(this::clicked);
        setOnKeyPressed(this::pressed);
    }

    void show() {
        if (model.frames(side).isEmpty()) {
            image.clear();
        }
        setAccessibleText("Picture on the " + name() + ". " + model.words());
        requestLayout();
    }

    void pulse() {
        model.frames(side).ifPresent(image::pulse);
    }

    private void clicked(MouseEvent event) {
        requestFocus();
        event.consume();
        letterbox().ifPresent(box -> model.mark(side, box.toPixel(event.getX(), event.getY())));
    }

    private void pressed(KeyEvent event) {
        double step = event.isShiftDown() ? 10 : 1;
        switch (event.getCode()) {
            case LEFT -> model.move(side, -step, 0);
            case RIGHT -> model.move(side, step, 0);
            case UP -> model.move(side, 0, -step);
            case DOWN -> model.move(side, 0, step);
            default -> {
                return;
            }
        }
        event.consume();
    }

    @Override
    protected void layoutChildren() {
        marks.getChildren().clear();
        letterbox().ifPresent(this::draw);
    }

    private void draw(Letterbox box) {
        image.setFitWidth(box.width());
        image.setFitHeight(box.height());
        image.relocate(box.left(), box.top());
        field.setWidth(box.width());
        field.setHeight(box.height());
        field.setX(box.left());
        field.setY(box.top());
        model.line(side).ifPresent(line -> add(box, line));
        model.epipole(side).map(box::toArea)
                .ifPresent(point -> add(() -> new Circle(point.x(), point.y(), RING), "rig-epipole"));
        model.marked(side).map(box::toArea).ifPresent(point -> {
            add(() -> new Line(point.x() - ARM, point.y(), point.x() + ARM, point.y()), "rig-point");
            add(() -> new Line(point.x(), point.y() - ARM, point.x(), point.y() + ARM), "rig-point");
        });
    }

    private void add(Letterbox box, PictureLine.Segment line) {
        PicturePoint from = box.toArea(line.from());
        PicturePoint to = box.toArea(line.to());
        add(() -> new Line(from.x(), from.y(), to.x(), to.y()), "rig-line");
    }

    private void add(Supplier<Shape> make, String style) {
        Shape edge = make.get();
        edge.getStyleClass().setAll("rig-edge");
        Shape mark = make.get();
        mark.getStyleClass().setAll(style);
        marks.getChildren().addAll(edge, mark);
    }

    private Optional<Letterbox> letterbox() {
        return model.picture(side).map(picture -> Letterbox.of(picture.size(), PixelShape.SQUARE, picture.firstPixel(),
                getWidth(), getHeight()));
    }

    private String name() {
        return side.name().toLowerCase(Locale.ROOT);
    }
}
