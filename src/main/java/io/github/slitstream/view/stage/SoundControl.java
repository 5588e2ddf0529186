package io.github.slitstream.view.stage;

import atlantafx.base.theme.Styles;
import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.outlet.Speaker;
import io.github.slitstream.view.control.FileDialogs;
import io.github.slitstream.view.control.Hint;
import io.github.slitstream.view.model.PresetModel;
import io.github.slitstream.view.model.SessionModel;
import javafx.geometry.Pos;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Volume, mute and delay of the source's sound, and how loud it is; not there while the source has none. */
final class SoundControl extends HBox {
    /** The meter is empty at so many decibels. */
    private static final double SILENCE_DECIBELS = -60;
    private static final double WIDTH = 84;

    private final Player player;
    private final ToggleButton mute = new ToggleButton("", new FontIcon(Feather.VOLUME_2));
    private final Slider volume = new Slider(0, 1, 1);
    private final ProgressBar level = new ProgressBar(0);

    SoundControl(Player player, PresetModel model, SessionModel session, FileDialogs files) {
        this.player = player;
        Speaker speaker = player.outlets().speaker();
        speaker.setVolume(session.session().volume());
        speaker.setMuted(session.session().muted());
        mute.setId("mute");
        mute.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        mute.setAccessibleText("Mute sound");
        Hint.on(mute, "Mute sound");
        mute.setSelected(speaker.isMuted());
        mute.setOnAction(pressed -> {
            speaker.setMuted(mute.isSelected());
            session.change(current -> current.withSound(current.volume(), mute.isSelected()));
            showMuted();
        });
        showMuted();
        volume.setId("volume");
        volume.setAccessibleText("Volume");
        volume.setValue(speaker.volume());
        volume.setBlockIncrement(0.05);
        volume.valueProperty().addListener((property, before, now) -> {
            speaker.setVolume(now.doubleValue());
            session.change(current -> current.withSound(now.doubleValue(), current.muted()));
        });
        Hint.on(volume, "Volume");
        level.setId("sound-level");
        level.getStyleClass().add("sound-level");
        level.setAccessibleText("Level of the sound");
        volume.setPrefWidth(WIDTH);
        level.setPrefWidth(WIDTH);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(mute, new VBox(volume, level), new SoundDelayMenu(model, files));
        tick();
    }

    private void showMuted() {
        mute.setGraphic(new FontIcon(mute.isSelected() ? Feather.VOLUME_X : Feather.VOLUME_2));
    }

    /** Shows what is heard now. Called a few times a second. */
    void tick() {
        boolean hasSound = player.sound() != null;
        setVisible(hasSound);
        setManaged(hasSound);
        if (hasSound) {
            level.setProgress(share(player.outlets().speaker().level()));
        }
    }

    /** Of the meter, which is even in decibels. */
    private static double share(double peak) {
        return Math.clamp(1 - 20 * Math.log10(Math.max(peak, 1e-9)) / SILENCE_DECIBELS, 0, 1);
    }
}
