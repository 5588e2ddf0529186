package io.github.slitstream.view.rig;

import io.github.slitstream.view.model.RigModel;
import io.github.slitstream.view.model.RigModel.Side;
import io.github.slitstream.view.model.RigPicture;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A camera to choose, and its picture. */
final class RigSide extends VBox {
    private final RigModel model;
    private final Side side;
    private final ComboBox<Integer> camera = new ComboBox<>();
    private final RigPictureView picture;
    private final Label word = new Label();
    private List<String> names = List.of();

    RigSide(RigModel model, Side side) {
        this.model = model;
        this.side = side;
        String name = side.name().toLowerCase(Locale.ROOT);
        picture = new RigPictureView(model, side);
        getStyleClass().add("rig-side");
        setMinSize(0, 0);
        setPrefWidth(0);
        camera.setId("rig-camera-" + name);
        camera.setMaxWidth(Double.MAX_VALUE);
        camera.setAccessibleText("Camera on the " + name);
        camera.setCellFactory(list -> new NameCell());
        camera.setButtonCell(new NameCell());
        camera.setOnAction(chosen -> choose(camera.getValue()));
        word.setId("rig-word-" + name);
        word.getStyleClass().add("rig-word");
        word.setWrapText(true);
        word.setMinHeight(USE_PREF_SIZE);
        VBox.setVgrow(picture, Priority.ALWAYS);
        getChildren().addAll(camera, picture, word);
    }

    void focus() {
        picture.requestFocus();
    }

    void show() {
        List<String> cameras = model.cameras();
        if (!cameras.equals(names)) {
            names = cameras;
            camera.getItems().setAll(IntStream.range(0, names.size()).boxed().toList());
        }
        model.picture(side).ifPresent(shown -> camera.setValue(shown.camera()));
        word.setText(model.picture(side).map(RigPicture::word).orElse(""));
        picture.show();
    }

    void pulse() {
        picture.pulse();
    }

    private void choose(@Nullable Integer number) {
        if (number != null) {
            model.choose(side, number);
        }
    }

    /** A camera by its name. */
    private final class NameCell extends ListCell<Integer> {
        @Override
        protected void updateItem(Integer number, boolean empty) {
            super.updateItem(number, empty);
            setText(empty || number == null ? "" : text(number));
        }

        private String text(int number) {
            String name = names.get(number);
            return name.equals(Integer.toString(number)) ? "Camera " + name : name;
        }
    }
}
