package io.github.slitstream.view.control;

import atlantafx.base.theme.Styles;
import io.github.slitstream.param.Syntax.Completion;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;

/** What a word that is being typed may become, side by side below its field; gone while there is nothing. */
final class CompletionStrip extends FlowPane {
    private static final int MOST = 8;

    private final Consumer<Completion> choose;
    private List<Completion> shown = List.of();

    CompletionStrip(Consumer<Completion> choose) {
        this.choose = choose;
        getStyleClass().add("completions");
        setAccessibleText("What the name may become");
        show(List.of());
    }

    void show(List<Completion> completions) {
        shown = completions;
        getChildren().setAll(completions.stream().limit(MOST).map(this::button).toList());
        setVisible(!completions.isEmpty());
        setManaged(!completions.isEmpty());
    }

    /** The one that Tab takes. */
    Optional<Completion> first() {
        return shown.stream().findFirst();
    }

    private Button button(Completion completion) {
        Button button = new Button(completion.text());
        button.getStyleClass().addAll(Styles.SMALL, "completion");
        button.setFocusTraversable(false);
        Hint.on(button, completion.equals(shown.getFirst()) ? "Take it (Tab)" : "Take it");
        button.setOnAction(pressed -> choose.accept(completion));
        return button;
    }
}
