package io.github.slitstream.view.control;

import static io.github.slitstream.view.JavaFx.doOnFx;
import static io.github.slitstream.view.JavaFx.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.param.Grid;
import io.github.slitstream.param.Matrix;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.view.JavaFx;
import java.util.ArrayList;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The grid of a matrix, cell by cell; whatever is handed on is shown again, as the window does. */
@ExtendWith(JavaFx.class)
@Timeout(60)
class MatrixRowTest {
    private static final Matrix KERNEL = Matrix
            .of("kernel", "Kernel", 1000, Grid.parse("0 -1 0; -1 5 -1; 0 -1 0"), "Weights.").oddUpTo(15);

    /** Every one of them would be a step for undo. */
    private final List<Object> handed = new ArrayList<>();
    private MatrixRow row;
    private Scene scene;

    @BeforeEach
    void makeRow() throws Exception {
        row = onFx(() -> new MatrixRow(KERNEL, new ShowingAgain()));
        scene = onFx(() -> new Scene(row));
        doOnFx(() -> {
            row.show(KERNEL.defaultValue());
        });
    }

    @Test
    void everyCellCanBeTyped() throws Exception {
        for (int cell = 0; cell < 9; cell++) {
            enter(cell, "1." + cell);
        }
        assertEquals(9, handed.size(), "steps for undo");
        assertEquals("1 1.1 1.2; 1.3 1.4 1.5; 1.6 1.7 1.8", handed.getLast().toString());
        enter(4, "1.4");
        assertEquals(9, handed.size(), "what is there already is no step");
    }

    @Test
    void aMatrixPastedIntoACellReplacesAll() throws Exception {
        enter(2, "1 2 3 4 5\t; 0 0 0 0 0; 5 4 3 2 1");
        assertEquals(List.of(Grid.parse("1 2 3 4 5; 0 0 0 0 0; 5 4 3 2 1")), handed);
        assertEquals(15, fields().size());
        assertEquals("3 × 5", String.valueOf(size().getValue()));
    }

    @Test
    void aMistakeIsNamedAndNothingIsHandedOn() throws Exception {
        enter(0, "many");
        assertTrue(error().contains("'many' in row 1, column 1 is not a number"), error());
        enter(1, "2000");
        assertTrue(error().contains("'2000' in row 1, column 2 is too large"), error());
        key(1, KeyCode.ESCAPE);
        assertEquals("-1", fields().get(1).getText());
        assertEquals(List.of(), handed);
    }

    @Test
    void anotherSizeKeepsTheMiddleInOneStep() throws Exception {
        doOnFx(() -> {
            size().getSelectionModel().selectLast();
        });
        assertEquals(List.of(KERNEL.defaultValue().resized(15, 15)), handed);
        assertEquals(225, fields().size());
        assertEquals("5", fields().get(112).getText());
        enter(224, "7");
        assertEquals(7, ((Grid) handed.getLast()).get(14, 14));
    }

    @Test
    void everyCellHasANameForScreenReaders() throws Exception {
        List<String> names = fields().stream().map(Node::getAccessibleText).toList();
        assertEquals("Kernel, row 1, column 1", names.getFirst());
        assertEquals("Kernel, row 2, column 3", names.get(5));
        assertEquals("Size of Kernel", size().getAccessibleText());
    }

    @Test
    void arrowsGoFromCellToCell() throws Exception {
        doOnFx(() -> {
            fields().get(4).requestFocus();
            fields().get(4).end();
        });
        key(4, KeyCode.RIGHT);
        assertEquals(fields().get(5), scene.getFocusOwner());
        key(5, KeyCode.DOWN);
        assertEquals(fields().get(8), scene.getFocusOwner());
        key(8, KeyCode.DOWN);
        assertEquals(fields().get(8), scene.getFocusOwner(), "there is no row below");
        assertEquals(List.of(), handed);
    }

    private void enter(int cell, String text) throws Exception {
        doOnFx(() -> {
            fields().get(cell).setText(text);
            fields().get(cell).fireEvent(new ActionEvent());
        });
    }

    private void key(int cell, KeyCode code) throws Exception {
        doOnFx(() -> {
            fields().get(cell).fireEvent(
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        });
    }

    private List<TextField> fields() {
        MatrixCells cells = (MatrixCells) row.getChildren().get(1);
        return cells.getChildren().stream().map(TextField.class::cast).toList();
    }

    private ComboBox<?> size() {
        Parent line = (Parent) row.getChildren().getFirst();
        return (ComboBox<?>) line.getChildrenUnmodifiable().get(1);
    }

    private String error() {
        return ((Labeled) row.getChildren().getLast()).getText();
    }

    private final class ShowingAgain implements Tuning {
        @Override
        public <T> void set(Parameter<T> parameter, T value) {
            handed.add(value);
            row.show((Grid) value);
        }

        @Override
        public void begin() {}

        @Override
        public void end() {}
    }
}
