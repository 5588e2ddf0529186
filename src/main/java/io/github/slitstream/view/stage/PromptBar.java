package io.github.slitstream.view.stage;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Asks for one line of text below the top bar, without stopping anything. */
final class PromptBar extends HBox {
    private final Label question = new Label();
    private final TextField field = new TextField();
    private final Button confirm = new Button();
    private final Label complaint = new Label();
    private final List<Node> content;
    private final Runnable closed;
    private Function<String, String> answer = text -> "";

    /** @param closed runs when it goes away */
    PromptBar(Runnable closed) {
        this.closed = closed;
        getStyleClass().add("prompt");
        setId("prompt");
        setAlignment(Pos.CENTER_LEFT);
        question.setLabelFor(field);
        question.setMinWidth(USE_PREF_SIZE);
        field.setPrefWidth(360);
        field.setMaxWidth(480);
        HBox.setHgrow(field, Priority.SOMETIMES);
        field.setOnAction(enter -> answer());
        confirm.setMinWidth(USE_PREF_SIZE);
        confirm.getStyleClass().add(Styles.ACCENT);
        confirm.setOnAction(pressed -> answer());
        Button cancel = new Button("Cancel");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(pressed -> close());
        complaint.getStyleClass().add("entry-error");
        complaint.setWrapText(true);
        HBox.setHgrow(complaint, Priority.ALWAYS);
        content = List.of(question, field, confirm, cancel, complaint);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close();
            }
        });
        setVisible(false);
        setManaged(false);
    }

    /**
     * @param onAnswer takes the text; gives back what is wrong with it in one line, or nothing
     */
    void ask(String newQuestion, String suggestion, String action, Function<String, String> onAnswer) {
        question.setText(newQuestion);
        field.setText(suggestion);
        field.setAccessibleText(newQuestion);
        confirm.setText(action);
        complaint.setText("");
        answer = onAnswer;
        getChildren().setAll(content); // not before: JavaFX styles what is invisible too, at the start
        setVisible(true);
        setManaged(true);
        field.requestFocus();
        field.selectAll();
    }

    /** Changes what the confirming button says, when the same answer means something else the second time. */
    void rename(String action) {
        confirm.setText(action);
    }

    void close() {
        if (isVisible()) {
            setVisible(false);
            setManaged(false);
            closed.run();
        }
    }

    private void answer() {
        String wrong = answer.apply(field.getText().strip());
        complaint.setText(wrong);
        if (wrong.isEmpty()) {
            close();
        }
    }
}
