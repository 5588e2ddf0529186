package io.github.slitstream.view.chain;

import io.github.slitstream.effect.DelayUnit;
import io.github.slitstream.pattern.DelayMap;
import io.github.slitstream.view.model.DelayPicture;
import io.github.slitstream.view.model.StatusText;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The delay map at work, live, and the delay under the pointer. */
final class DelayMapView extends HBox {
    private static final double HEIGHT = 112;
    private static final double MAX_WIDTH = 200;

    private final ImageView view = new ImageView();
    private final Label off = new Label("off");
    private final Label seconds = new Label();
    private final Label frames = new Label();
    private final Label where = new Label();
    private final Label now = new Label();
    private final Label oldest = new Label();
    private boolean alongCameras;
    private @Nullable DelayPicture picture;
    private @Nullable WritableImage image;
    private int[] row = new int[0];
    private @Nullable MouseEvent pointer;

    DelayMapView() {
        getStyleClass().add("delay-map");
        StackPane frame = new StackPane(view, off);
        frame.getStyleClass().add("delay-picture");
        frame.setMinSize(MAX_WIDTH, HEIGHT);
        frame.setMaxHeight(HEIGHT);
        view.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        view.setAccessibleText("Delay map: how far back each part of the picture looks");
        view.setOnMouseMoved(event -> pointer = event);
        view.setOnMouseDragged(event -> pointer = event);
        view.setOnMouseExited(event -> pointer = null);
        getChildren().addAll(frame, readout());
    }

    private VBox readout() {
        seconds.getStyleClass().add("delay-seconds");
        frames.getStyleClass().add("delay-frames");
        where.getStyleClass().add("delay-where");
        Region spacer = new Region();
        VBox.setVgrow(spacer, Priority.ALWAYS);
        Region ramp = new Region();
        ramp.getStyleClass().add("delay-ramp");
        ramp.setStyle("-fx-background-color: " + TimeColours.gradient());
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox ends = new HBox(now, between, oldest);
        ends.getStyleClass().add("delay-ends");
        VBox readout = new VBox(where, seconds, frames, spacer, ramp, ends);
        readout.setAlignment(Pos.TOP_LEFT);
        readout.getStyleClass().add("delay-readout");
        HBox.setHgrow(readout, Priority.ALWAYS);
        return readout;
    }

    /** What delays count. */
    void count(DelayUnit unit) {
        alongCameras = unit == DelayUnit.CAMERAS;
    }

    /** @param framesPerSecond of what comes in, or 0 if unknown */
    void show(Optional<DelayMap> map, double framesPerSecond) {
        off.setVisible(map.isEmpty());
        view.setOpacity(map.isEmpty() ? 0.3 : 1);
        map.ifPresent(this::draw);
        DelayPicture drawn = picture;
        if (drawn != null) {
            tell(drawn, framesPerSecond);
        }
    }

    private void draw(DelayMap map) {
        double ratio = (double) map.size().width() / map.size().height();
        double shownWidth = Math.max(1, Math.min(MAX_WIDTH, Math.rint(HEIGHT * ratio)));
        double shownHeight = Math.max(1, Math.min(HEIGHT, Math.rint(shownWidth / ratio)));
        double scale = pixelsPerPoint();
        int width = (int) Math.rint(shownWidth * scale);
        int height = (int) Math.rint(shownHeight * scale);
        DelayPicture drawn = picture;
        WritableImage target = image;
        if (drawn == null || target == null || drawn.width() != width || drawn.height() != height) {
            drawn = new DelayPicture(width, height);
            target = new WritableImage(width, height);
            row = new int[width];
            picture = drawn;
            image = target;
            view.setImage(target);
            view.setFitWidth(shownWidth);
            view.setFitHeight(shownHeight);
        }
        if (drawn.take(map)) {
            paint(drawn, target);
        }
    }

    /** Of the screen; above two nobody sees the difference. */
    private double pixelsPerPoint() {
        Scene scene = getScene();
        return scene == null || scene.getWindow() == null ? 1 : Math.clamp(scene.getWindow().getOutputScaleX(), 1, 2);
    }

    private void paint(DelayPicture drawn, WritableImage target) {
        double deepest = drawn.deepest() == 0 ? 1 : drawn.deepest();
        for (int y = 0; y < drawn.height(); y++) {
            for (int x = 0; x < drawn.width(); x++) {
                row[x] = TimeColours.of(drawn.framesAt(x, y) / deepest);
            }
            target.getPixelWriter().setPixels(0, y, drawn.width(), 1, PixelFormat.getIntArgbInstance(), row, 0,
                    drawn.width());
        }
    }

    private void tell(DelayPicture drawn, double framesPerSecond) {
        MouseEvent at = pointer;
        double delay = drawn.deepest();
        if (at != null) {
            int x = Math.clamp((long) (at.getX() * drawn.width() / view.getFitWidth()), 0, drawn.width() - 1);
            int y = Math.clamp((long) (at.getY() * drawn.height() / view.getFitHeight()), 0, drawn.height() - 1);
            delay = drawn.framesAt(x, y);
        }
        where.setText(at == null ? "deepest" : "pointer");
        now.setText(alongCameras ? "first camera" : "now");
        if (alongCameras) {
            seconds.setText("");
            frames.setText("camera " + Math.round(delay));
            oldest.setText("last");
            return;
        }
        boolean isAhead = drawn.deepest() < 0;
        seconds.setText(framesPerSecond > 0 ? StatusText.seconds(Math.abs(delay) / framesPerSecond) : "");
        frames.setText(DelayPicture.inWords(delay));
        oldest.setText(framesPerSecond > 0
                ? (isAhead ? "+" : "−") + StatusText.seconds(Math.abs(drawn.deepest()) / framesPerSecond)
                : isAhead ? "to come" : "past");
    }
}
