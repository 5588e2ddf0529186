package io.github.slitstream.view.control;

import static io.github.slitstream.view.JavaFx.doOnFx;
import static io.github.slitstream.view.JavaFx.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Syntax;
import io.github.slitstream.param.Text;
import io.github.slitstream.view.JavaFx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A text that may not hold the letter x; whatever is handed on is shown again, as the window does. */
@ExtendWith(JavaFx.class)
@Timeout(60)
class TextRowTest {
    private static final Syntax NO_X = new Syntax() {
        @Override
        public String allowed() {
            return "anything but x";
        }

        @Override
        public Optional<Flaw> flaw(String text) {
            int at = text.indexOf('x');
            return at < 0 ? Optional.empty() : Optional.of(new Flaw(at + 1, "'x' stands here"));
        }

        @Override
        public List<Completion> completions(String text, int at) {
            return text.substring(0, at).endsWith(" th")
                    ? List.of(new Completion(at - 2, "this"), new Completion(at - 2, "that"))
                    : List.of();
        }
    };
    private static final Text TEXT = new Text("text", "Text", "Words.", NO_X,
            List.of(new Text.Example("first", "First", "one"), new Text.Example("second", "Second", "two")), "one");

    private final List<Object> handed = new ArrayList<>();
    private TextRow row;

    @BeforeEach
    void makeRow() throws Exception {
        row = onFx(() -> new TextRow(TEXT, new ShowingAgain()));
        Scene scene = onFx(() -> new Scene(row));
        doOnFx(() -> {
            scene.getRoot().applyCss();
            row.show("one");
        });
    }

    @Test
    void whatIsRightIsHandedOnWhileTyping() throws Exception {
        type("one ");
        assertEquals(List.of(), handed, "blanks around it change nothing");
        type("one more");
        type("one more\ntime");
        assertEquals(List.of("one more", "one more time"), handed);
        assertEquals("one more\ntime", area().getText(), "what is typed stays as it is typed");
    }

    @Test
    void whatIsWrongIsShownAtItsPlaceAndTheLastRightOneStays() throws Exception {
        type("one more");
        type("one more xray");
        assertEquals(List.of("one more"), handed);
        assertEquals("Column 10: 'x' stands here", error().getText());
        assertEquals("one more xray\n" + " ".repeat(9) + "▲", place().getText());
        assertTrue(place().isVisible());
        type("one more ray");
        assertEquals("one more ray", handed.getLast());
        assertFalse(place().isVisible());
        assertEquals("", error().getText());
    }

    @Test
    void escapeBringsTheLastRightOneBack() throws Exception {
        type("two x");
        doOnFx(() -> area().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false,
                false)));
        assertEquals("one", area().getText());
        assertFalse(place().isVisible());
    }

    @Test
    void examplesTakeThePlaceOfTheText() throws Exception {
        type("wrong x");
        MenuButton menu = (MenuButton) row.lookup(".menu-button");
        doOnFx(() -> menu.getItems().get(1).fire());
        assertEquals("two", area().getText());
        assertEquals(List.of("two"), handed);
        doOnFx(() -> row.show("one"));
        assertEquals("one", area().getText(), "undo shows");
    }

    @Test
    void aWordThatWasBegunIsCompletedByTabOrByAClick() throws Exception {
        doOnFx(() -> {
            area().setText("one ");
            area().end();
            area().insertText(4, "th");
        });
        assertEquals(List.of("this", "that"), offered());
        doOnFx(() -> area().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, false, false, false,
                false)));
        assertEquals("one this", area().getText());
        assertEquals("one this", handed.getLast());
        assertEquals(List.of(), offered());
        doOnFx(() -> area().appendText(" th"));
        doOnFx(() -> ((Button) row.lookupAll(".completion").toArray()[1]).fire());
        assertEquals("one this that", area().getText());
        doOnFx(() -> row.show("two"));
        assertEquals(List.of(), offered(), "what is shown was not typed");
    }

    private List<String> offered() throws Exception {
        return onFx(() -> row.lookupAll(".completion").stream().map(button -> ((Button) button).getText()).toList());
    }

    private void type(String text) throws Exception {
        doOnFx(() -> area().setText(text));
    }

    private TextArea area() {
        return (TextArea) row.lookup(".text-area");
    }

    private Label error() {
        return (Label) row.lookup(".entry-error");
    }

    private Label place() {
        Node place = row.lookup(".flaw-place");
        return (Label) place;
    }

    private final class ShowingAgain implements Tuning {
        @Override
        public <T> void set(Parameter<T> parameter, T value) {
            handed.add(value);
            row.show((String) value);
        }

        @Override
        public void begin() {}

        @Override
        public void end() {}
    }
}
