package io.github.slitstream.view.control;

import static io.github.slitstream.view.JavaFx.doOnFx;
import static io.github.slitstream.view.JavaFx.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.slitstream.view.JavaFx;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Group;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(JavaFx.class)
@Timeout(60)
class PointedWheelTest {
    private final List<Double> turned = new ArrayList<>();
    private final List<Double> ofPanel = new ArrayList<>();
    private Region control;

    @BeforeEach
    void makeControlInPanel() throws Exception {
        control = onFx(Region::new);
        doOnFx(() -> {
            PointedWheel.on(control, event -> turned.add(event.getDeltaY()));
            new Group(control).addEventHandler(ScrollEvent.SCROLL, event -> ofPanel.add(event.getDeltaY()));
        });
    }

    @Test
    void whatCameUnderARestingPointerLeavesTheWheelToThePanel() throws Exception {
        fire(mouse(MouseEvent.MOUSE_ENTERED));
        fire(wheel(40));
        assertEquals(List.of(), turned);
        assertEquals(List.of(40.0), ofPanel);
    }

    @Test
    void whatWasPointedAtTakesTheWheelUntilThePointerLeaves() throws Exception {
        fire(mouse(MouseEvent.MOUSE_MOVED));
        fire(wheel(40));
        assertEquals(List.of(40.0), turned);
        fire(mouse(MouseEvent.MOUSE_EXITED));
        fire(mouse(MouseEvent.MOUSE_ENTERED));
        fire(wheel(-40));
        assertEquals(List.of(40.0), turned);
        assertEquals(List.of(-40.0), ofPanel);
    }

    private void fire(Event event) throws Exception {
        doOnFx(() -> Event.fireEvent(control, event));
    }

    private static MouseEvent mouse(EventType<MouseEvent> type) {
        return new MouseEvent(type, 1, 1, 1, 1, MouseButton.NONE, 0, false, false, false, false, false, false, false,
                true, false, false, null);
    }

    private static ScrollEvent wheel(double by) {
        return new ScrollEvent(ScrollEvent.SCROLL, 1, 1, 1, 1, false, false, false, false, true, false, 0, by, 0, by,
                ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null);
    }
}
