package io.github.slitstream.view.stage;

import static io.github.slitstream.view.JavaFx.doOnFx;
import static io.github.slitstream.view.JavaFx.onFx;

import io.github.slitstream.effect.EffectType;
import io.github.slitstream.effect.Effects;
import io.github.slitstream.effect.Footprint;
import io.github.slitstream.effect.Handle;
import io.github.slitstream.kernel.Quadrangle;
import io.github.slitstream.param.Real;
import io.github.slitstream.param.Values;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.Slot;
import io.github.slitstream.view.JavaFx;
import io.github.slitstream.view.model.PresetModel;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.EventType;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Handles over a picture of 400×200 with margins above and below, and hands for tests to pull them. */
@ExtendWith(JavaFx.class)
@Timeout(60)
abstract class ShownHandles {
    static final Quadrangle UNMOVED = new Quadrangle(0, 0, 1, 0, 1, 1, 0, 1);
    static final Bounds PICTURE = new BoundingBox(100, 150, 400, 200);
    static final EffectType HOMOGRAPHY = Effects.byId("homography");

    static final Real SPOT_X = Real.of("spot-x", "Spot x", 0, 1, 0.5, "Where the spot lies.").decimals(2);
    static final Real SPOT_Y = Real.of("spot-y", "Spot y", 0, 1, 0.5, "Where the spot lies.").decimals(2);
    /** Declared here alone, and not in the catalog. */
    static final EffectType SPOTLIGHT = new EffectType("spotlight", "Spotlight", "Has one handle.", 1,
            Footprint.POINT, Values.defaults(List.of(SPOT_X, SPOT_Y)), values -> parameter -> true, values -> {},
            (size, kernels) -> {
                throw new UnsupportedOperationException("nothing is rendered here");
            }).offering(offers -> offers.withHandles(List.of(new Handle("Spot", SPOT_X, SPOT_Y))));

    final Slot spotlight = Slot.of(SPOTLIGHT);
    final Slot effect = Slot.of(HOMOGRAPHY);
    final List<String> refusals = new ArrayList<>();
    final SimpleObjectProperty<Bounds> place = new SimpleObjectProperty<>(PICTURE);
    PresetModel model;
    PictureHandles handles;
    Stage stage;
    Robot robot;

    @BeforeEach
    void show() throws Exception {
        Preset start = Preset.empty("Test").plus(effect).plus(spotlight);
        model = new PresetModel(start, start, Preset::check, refusals::add);
        handles = onFx(() -> new PictureHandles(model, place));
        stage = onFx(() -> new Stage(StageStyle.UNDECORATED));
        robot = onFx(Robot::new);
        doOnFx(() -> {
            Scene scene = new Scene(handles, 600, 500);
            Theme.apply(true);
            Theme.dress(scene);
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            handles.show(List.of(effect.id()));
        });
    }

    @AfterEach
    void close() throws Exception {
        doOnFx(() -> {
            stage.close();
        });
    }

    Quadrangle quadrangle() {
        return new Quadrangle(number("top-left-x"), number("top-left-y"), number("top-right-x"),
                number("top-right-y"), number("bottom-right-x"), number("bottom-right-y"), number("bottom-left-x"),
                number("bottom-left-y"));
    }

    double number(String id) {
        Values values = model.preset().slot(effect.id()).values();
        return values.get((Real) values.parameter(id));
    }

    Node handle(String corner) {
        return handles.lookup("#handle-" + corner + "-x");
    }

    /** In the window, whose upper left is that of the screen. */
    Point2D middle(String corner) throws Exception {
        settle();
        return onFx(() -> {
            Bounds bounds = handle(corner).getBoundsInParent();
            return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
    }

    void drag(String corner, double right, double down, int moves) throws Exception {
        drag(corner, right, down, moves, false);
    }

    /** By events: the robot of the headless platform loses sight of what it drags. */
    void drag(String corner, double right, double down, int moves, boolean shift) throws Exception {
        Point2D from = middle(corner);
        fire(corner, MouseEvent.MOUSE_PRESSED, from, 1, shift);
        for (int move = 1; move <= moves; move++) {
            fire(corner, MouseEvent.MOUSE_DRAGGED, from.add(right * move / moves, down * move / moves), 1, shift);
        }
        fire(corner, MouseEvent.MOUSE_RELEASED, from.add(right, down), 1, shift);
    }

    void fire(String corner, EventType<MouseEvent> type, Point2D at, int clicks, boolean shift)
            throws Exception {
        doOnFx(() -> {
            handle(corner).fireEvent(new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(),
                    MouseButton.PRIMARY, clicks, shift, false, false, false, true, false, false, false, false, true,
                    null));
        });
    }

    void focus(String corner) throws Exception {
        doOnFx(() -> {
            handle(corner).requestFocus();
        });
    }

    void type(KeyCode key) throws Exception {
        JavaFx.type(robot, key);
    }

    void press(KeyCode key) throws Exception {
        doOnFx(() -> {
            robot.keyPress(key);
        });
    }

    void release(KeyCode key) throws Exception {
        doOnFx(() -> {
            robot.keyRelease(key);
        });
    }

    void undo() throws Exception {
        doOnFx(() -> {
            model.undo();
        });
    }

    void settle() throws Exception {
        for (int i = 0; i < 3; i++) {
            doOnFx(() -> {
                stage.getScene().getRoot().applyCss();
                stage.getScene().getRoot().layout();
            });
        }
    }
}
