package io.github.slitstream.view.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.slitstream.view.model.Session;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowBoundsTest {
    private static final Rectangle2D SCREEN = new Rectangle2D(0, 30, 1920, 1050);

    @ParameterizedTest
    @CsvSource({"100,100,true", "0,30,true", "1919,100,false", "1800,100,true", "1801,100,false", "100,1079,false",
        "100,1040,true", "-1160,100,true", "-1161,100,false", "100,29,false", "-5000,100,false", "NaN,100,false",
        "100,NaN,false"})
    void aWindowThatCannotBeGraspedIsNotPutWhereItWas(double x, double y, boolean graspable) {
        assertEquals(graspable, WindowBounds.isGraspable(Session.FIRST.withBounds(x, y, 1280, 720), SCREEN));
    }
}
