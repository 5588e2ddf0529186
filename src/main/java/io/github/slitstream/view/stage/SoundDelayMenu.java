package io.github.slitstream.view.stage;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.preset.SoundSettings;
import io.github.slitstream.view.control.FileDialogs;
import io.github.slitstream.view.control.GestureTuning;
import io.github.slitstream.view.control.Hint;
import io.github.slitstream.view.control.ParameterRow;
import io.github.slitstream.view.control.ParameterRows;
import io.github.slitstream.view.control.Tuning;
import io.github.slitstream.view.model.PresetModel;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How much later than it was captured sound is heard in this preset. */
final class SoundDelayMenu extends MenuButton {
    private static final double WIDTH = 300;

    SoundDelayMenu(PresetModel model, FileDialogs files) {
        super("", new FontIcon(Feather.CLOCK));
        setId("sound-delay");
        getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Tweaks.NO_ARROW);
        setAccessibleText("Sound delay");
        Hint.on(this, "Sound delay");
        Tuning tuning = new SoundTuning(model);
        List<ParameterRow<?>> rows = new ArrayList<>();
        for (Parameter<?> parameter : SoundSettings.ALL) {
            rows.add(ParameterRows.of(parameter, tuning, files));
        }
        VBox body = new VBox();
        body.getChildren().addAll(rows);
        body.getStyleClass().add("card-body");
        body.setPrefWidth(WIDTH);
        getItems().add(new CustomMenuItem(body, false));
        model.listen(preset -> rows.forEach(row -> ParameterRows.show(row, preset.sound())));
    }

    private static final class SoundTuning extends GestureTuning {
        private final PresetModel model;

        SoundTuning(PresetModel model) {
            super(model);
            this.model = model;
        }

        @Override
        public <T> void set(Parameter<T> parameter, T value) {
            model.setSound(parameter, value);
        }
    }
}
