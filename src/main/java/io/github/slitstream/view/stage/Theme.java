package io.github.slitstream.view.stage;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;

/** Dark and light; our own style sheet uses the colours of whichever is on. */
final class Theme {
    private Theme() {}

    static void dress(Scene scene) {
        URL sheet = Objects.requireNonNull(Theme.class.getResource("/io/github/slitstream/view/window.css"),
                "window.css is part of the program");
        scene.getStylesheets().add(sheet.toExternalForm());
    }

    static void apply(boolean dark) {
        Application.setUserAgentStylesheet(dark
                ? new PrimerDark().getUserAgentStylesheet()
                : new PrimerLight().getUserAgentStylesheet());
    }
}
