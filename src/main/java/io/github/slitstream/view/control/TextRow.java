package io.github.slitstream.view.control;

import atlantafx.base.theme.Styles;
import io.github.slitstream.param.Syntax.Completion;
import io.github.slitstream.param.Syntax.Flaw;
import io.github.slitstream.param.Text;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A field for a text, a menu of its examples, and what a word may become that is being typed. What is typed is handed
 * on as soon as it is right; until then the last right one stays, and below the field stands what is wrong, under its
 * place.
 */
final class TextRow extends ParameterRow<String> {
    private static final int LINES = 3;
    /** How much of the text is shown on each side of a flaw. */
    private static final int AROUND = 16;

    private final Text declaration;
    private final Tuning tuning;
    private final TextArea area = new TextArea();
    private final Label place = new Label();
    private final CompletionStrip completions = new CompletionStrip(this::complete);
    private boolean showing;

    TextRow(Text declaration, Tuning tuning) {
        super(declaration, tuning);
        this.declaration = declaration;
        this.tuning = tuning;
        buildArea();
        place.getStyleClass().addAll("flaw-place");
        point(null);
        Region space = new Region();
        line(examples(), space);
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().add(1, area);
        getChildren().add(2, completions);
        getChildren().add(3, place);
    }

    @Override
    void display(String value, boolean isNew) {
        if (isNew && !isWritten(value)) {
            put(value);
        }
    }

    /** Whether that is what the field says already, perhaps with other blanks around it. */
    private boolean isWritten(String value) {
        return declaration.syntax().flaw(area.getText()).isEmpty() && declaration.parse(area.getText()).equals(value);
    }

    private void put(String value) {
        showing = true;
        area.setText(value);
        showing = false;
        mark(null);
    }

    private void buildArea() {
        area.setWrapText(true);
        area.setPrefRowCount(LINES);
        area.getStyleClass().addAll(Styles.SMALL, "formula");
        describe(area);
        area.textProperty().addListener((property, before, typed) -> {
            if (!showing) {
                take(typed);
            }
        });
        area.caretPositionProperty().addListener((property, before, at) -> suggest());
        area.focusedProperty().addListener((property, before, focused) -> {
            if (focused) {
                tuning.begin();
            } else {
                completions.show(List.of());
                tuning.end();
            }
        });
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void take(String typed) {
        Flaw flaw = declaration.syntax().flaw(typed).orElse(null);
        mark(flaw);
        if (flaw == null) {
            hand(declaration.parse(typed));
        }
    }

    private void suggest() {
        int at = Math.min(area.getCaretPosition(), area.getLength());
        completions.show(showing ? List.of() : declaration.syntax().completions(area.getText(), at));
    }

    private void complete(Completion completion) {
        area.replaceText(completion.from(), area.getCaretPosition(), completion.text());
        area.requestFocus();
    }

    /**
     * Escape brings back the last text that was right. Tab completes a name that was begun; otherwise it leaves the
     * field, as everywhere else.
     */
    private void key(KeyEvent event) {
        String right = shown();
        if (event.getCode() == KeyCode.ESCAPE && right != null
                && declaration.syntax().flaw(area.getText()).isPresent()) {
            put(right);
            event.consume();
        } else if (event.getCode() == KeyCode.TAB && isPlain(event) && completions.first().isPresent()) {
            complete(completions.first().get());
            event.consume();
        } else if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            event.consume();
            area.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, event.isShiftDown(), true, false,
                    false));
        }
    }

    private static boolean isPlain(KeyEvent event) {
        return !event.isControlDown() && !event.isShiftDown();
    }

    private void mark(@Nullable Flaw flaw) {
        showError(flaw == null ? "" : "Column " + flaw.column() + ": " + flaw.reason());
        point(flaw);
    }

    /** Shows what is around a flaw, and an arrow below it. */
    private void point(@Nullable Flaw flaw) {
        place.setVisible(flaw != null);
        place.setManaged(flaw != null);
        if (flaw == null) {
            place.setText("");
            return;
        }
        String text = area.getText().replaceAll("\\R", " ");
        int at = Math.min(flaw.column() - 1, text.length());
        int from = Math.max(0, at - AROUND);
        place.setText(text.substring(from, Math.min(text.length(), at + AROUND)) + "\n" + " ".repeat(at - from) + "▲");
    }

    private Node examples() {
        MenuButton menu = new MenuButton("Examples");
        menu.getStyleClass().add(Styles.SMALL);
        menu.setAccessibleText("Examples for " + declaration.label());
        Hint.on(menu, "Begin with one of these");
        for (Text.Example example : declaration.examples()) {
            MenuItem item = new MenuItem(example.label());
            item.setOnAction(chosen -> {
                put(example.text());
                hand(example.text());
            });
            menu.getItems().add(item);
        }
        return menu;
    }
}
