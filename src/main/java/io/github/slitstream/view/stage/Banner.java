package io.github.slitstream.view.stage;

import atlantafx.base.theme.Styles;
import io.github.slitstream.view.control.Hint;
import io.github.slitstream.view.model.Notice;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** One line over the picture when something needs a word. */
final class Banner extends HBox {
    private static final double MAX_WIDTH = 760;

    private final FontIcon icon = new FontIcon(Feather.INFO);
    private final Label text = new Label();
    private final Button copy = new Button("Copy path");
    private final Button offer = new Button();
    private final Runnable dismissed;
    private String detail = "";

    Banner(Runnable dismissed) {
        this.dismissed = dismissed;
        getStyleClass().add("banner");
        setId("banner");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(MAX_WIDTH, USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TEXT);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        copy.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setOnAction(pressed -> copyDetail());
        offer.getStyleClass().add(Styles.SMALL);
        offer.setId("offer");
        offer.setMinWidth(USE_PREF_SIZE);
        Button close = new Button("", new FontIcon(Feather.X));
        close.getStyleClass().addAll(Styles.SMALL, Styles.FLAT, Styles.BUTTON_ICON);
        close.setAccessibleText("Dismiss");
        Hint.on(close, "Dismiss");
        close.setOnAction(pressed -> dismissed.run());
        getChildren().addAll(icon, text, offer, copy, close);
        show(Optional.empty());
    }

    void show(Optional<Notice> notice) {
        setVisible(notice.isPresent());
        setManaged(notice.isPresent());
        notice.ifPresent(this::fill);
    }

    private void fill(Notice notice) {
        icon.setIconCode(switch (notice.kind()) {
            case NEWS -> Feather.INFO;
            case DONE -> Feather.CHECK_CIRCLE;
            case WARNING -> Feather.ALERT_TRIANGLE;
            case FAILURE -> Feather.ALERT_OCTAGON;
        });
        for (Notice.Kind kind : Notice.Kind.values()) {
            pseudoClassStateChanged(PseudoClass.getPseudoClass(kind.name().toLowerCase(Locale.ROOT)),
                    kind == notice.kind());
        }
        text.setText(notice.text());
        setAccessibleText(notice.text());
        detail = notice.detail();
        copy.setVisible(!detail.isEmpty());
        copy.setManaged(!detail.isEmpty());
        fill(notice.offer());
    }

    private void fill(Notice.@Nullable Offer offered) {
        offer.setVisible(offered != null);
        offer.setManaged(offered != null);
        if (offered != null) {
            offer.setText(offered.label());
            offer.setOnAction(pressed -> {
                dismissed.run();
                offered.action().run();
            });
        }
    }

    private void copyDetail() {
        ClipboardContent content = new ClipboardContent();
        content.putString(detail);
        Clipboard.getSystemClipboard().setContent(content);
        copy.setText("Copied");
    }
}
