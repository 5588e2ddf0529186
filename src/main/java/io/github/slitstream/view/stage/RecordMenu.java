package io.github.slitstream.view.stage;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.outlet.PictureExchange;
import io.github.slitstream.engine.outlet.RecordingStatus;
import io.github.slitstream.frame.SinkOpener;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.view.control.FileDialogs;
import io.github.slitstream.view.control.Hint;
import io.github.slitstream.view.control.ParameterRow;
import io.github.slitstream.view.control.ParameterRows;
import io.github.slitstream.view.control.Tuning;
import io.github.slitstream.view.model.OutputFolders;
import io.github.slitstream.view.model.RecordingModel;
import io.github.slitstream.view.model.RecordingSettings;
import io.github.slitstream.view.model.RecordingText;
import io.github.slitstream.view.model.ReplayModel;
import io.github.slitstream.view.model.SessionModel;
import io.github.slitstream.view.model.StatusText;
import io.github.slitstream.view.model.Tasks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How recordings are made, how those that run go, and what was recorded in this session. */
final class RecordMenu extends MenuButton {
    private static final double WIDTH = 380;
    private static final double USUAL_RATE = 30;
    private static final String BEST = "The best that keeps up";

    private final Player player;
    private final SinkOpener sinks;
    private final SessionModel session;
    private final Tasks looking;
    private final RecordingModel recording;
    private final ReplayModel replay;
    private final List<ParameterRow<?>> rows = new ArrayList<>();
    private final Label description = new Label();
    private final Label expected = new Label();
    private final ComboBox<String> encoder = new ComboBox<>();
    private final Label folder = new Label();
    private final Label running = new Label();
    private final Label keeping = new Label();
    private final Button another = new Button("Record this as well", new FontIcon(Feather.CIRCLE));
    private final OutputFolders folders;
    private boolean isFilling;

    /** What there is for the settings as they are. */
    private record Offer(List<String> encoders, double bytesPerSecond) {}

    /**
     * @param list what was recorded
     * @param looking asks which encoders there are
     */
    RecordMenu(Player player, SinkOpener sinks, SessionModel session, OutputFolders folders, FileDialogs files,
            RecordingModel recording, ReplayModel replay, RecordingList list, Tasks looking) {
        super("", new FontIcon(Feather.CHEVRON_DOWN));
        this.player = player;
        this.sinks = sinks;
        this.session = session;
        this.folders = folders;
        this.recording = recording;
        this.replay = replay;
        this.looking = looking;
        setId("record-menu");
        getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Tweaks.NO_ARROW);
        setAccessibleText("Recordings");
        Hint.on(this, "Format, quality and list of recordings");
        List<ParameterRow<?>> ofRecordings = rows(RecordingSettings.OF_RECORDINGS, files);
        List<ParameterRow<?>> ofReplays = rows(RecordingSettings.OF_REPLAYS, files);
        another.setId("record-another");
        keeping.setId("replay-kept");
        another.setOnAction(pressed -> recording.start());
        VBox body = new Body();
        body.getStyleClass().add("card-body");
        body.setPrefWidth(WIDTH);
        body.getChildren().addAll(ofRecordings.getFirst(), wrapped(description));
        body.getChildren().addAll(ofRecordings.subList(1, ofRecordings.size()));
        body.getChildren().addAll(wrapped(expected), line("Encoder", encoderBox()),
                line("Folder", folderRow(files)), another, wrapped(running), heading("Instant replay (Shift+R)"));
        body.getChildren().addAll(ofReplays);
        body.getChildren().addAll(wrapped(keeping), list);
        getItems().add(new CustomMenuItem(body, false));
        setOnShowing(opening -> refresh());
        tick();
    }

    private List<ParameterRow<?>> rows(List<Parameter<?>> parameters, FileDialogs files) {
        List<ParameterRow<?>> made = new ArrayList<>();
        for (Parameter<?> parameter : parameters) {
            made.add(ParameterRows.of(parameter, new SettingsTuning(), files));
        }
        rows.addAll(made);
        return made;
    }

    /** Shows how the recordings go. Called a few times a second. */
    void tick() {
        List<RecordingStatus> statuses = recording.statuses();
        present(another, !statuses.isEmpty());
        present(running, !statuses.isEmpty());
        running.setText(String.join("\n", statuses.stream().map(RecordingText::line).toList()));
        present(keeping, replay.isKeeping());
        keeping.setText(replay.text());
    }

    private void refresh() {
        RecordingSettings now = session.session().recording();
        for (ParameterRow<?> row : rows) {
            ParameterRows.show(row, now.values());
            present(row, !row.parameter().equals(RecordingSettings.QUALITY) || !now.format().holds().isExact());
        }
        folder.setText(folders.recordingsIn(now.folder()).recordings().toString());
        tell(new Offer(List.of(), 0), now);
        PictureExchange pictures = player.outlets().shown();
        looking.run(() -> offer(now, pictures), offer -> tell(offer, session.session().recording()), unknown -> {
            // the best encoder stays, of a size that nobody knows
        });
        tick();
    }

    private Offer offer(RecordingSettings now, @Nullable PictureExchange pictures) throws IOException {
        double rate = StatusText.info(player.source()).map(SourceInfo::framesPerSecond).orElse(USUAL_RATE);
        double bytes = pictures == null
                ? 0
                : sinks.expectedBytes(now.format(),
                        SinkRequest.silent("", pictures.size(), rate).live(now.encoding()));
        return new Offer(sinks.encoders(now.format()), bytes);
    }

    private void tell(Offer offer, RecordingSettings now) {
        description.setText(now.format().doc());
        expected.setText(RecordingText.perMinute(offer.bytesPerSecond));
        fill(offer.encoders, now);
    }

    private void fill(List<String> names, RecordingSettings now) {
        isFilling = true;
        encoder.getItems().setAll(BEST);
        encoder.getItems().addAll(names);
        encoder.setValue(now.encoder().isEmpty() ? BEST : now.encoder());
        isFilling = false;
    }

    private void change(UnaryOperator<RecordingSettings> change) {
        session.change(current -> current.withRecording(change.apply(current.recording())));
        refresh();
    }

    private Node encoderBox() {
        encoder.setId("record-encoder");
        encoder.getStyleClass().add(Styles.SMALL);
        encoder.setMaxWidth(Double.MAX_VALUE);
        encoder.setOnAction(chosen -> {
            String value = encoder.getValue();
            if (!isFilling && value != null) {
                change(settings -> settings.withEncoder(value.equals(BEST) ? "" : value));
            }
        });
        return encoder;
    }

    private Node folderRow(FileDialogs files) {
        Button choose = new Button("Choose…");
        choose.getStyleClass().add(Styles.SMALL);
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setOnAction(pressed -> files.folder(getScene().getWindow(), "Folder of recordings")
                .ifPresent(chosen -> change(settings -> settings.withFolder(chosen.toString()))));
        folder.setMinWidth(0);
        folder.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(folder, Priority.ALWAYS);
        HBox row = new HBox(8, folder, choose);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static HBox line(String name, Node control) {
        Label label = new Label(name);
        label.setLabelFor(control);
        label.getStyleClass().add("parameter-label");
        HBox.setHgrow(control, Priority.ALWAYS);
        HBox line = new HBox(label, control);
        line.getStyleClass().add("parameter-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Label heading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().addAll(Styles.TEXT_BOLD, "menu-heading");
        return heading;
    }

    private static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().addAll(Styles.TEXT_MUTED, "menu-note");
        return label;
    }

    private static void present(Node node, boolean isThere) {
        node.setVisible(isThere);
        node.setManaged(isThere);
    }

    /** Menus ask for a height without saying how wide they will be, which cuts off text that is wrapped. */
    private static final class Body extends VBox {
        @Override
        protected double computePrefHeight(double width) {
            return super.computePrefHeight(WIDTH);
        }
    }

    private final class SettingsTuning implements Tuning {
        @Override
        public <T> void set(Parameter<T> parameter, T value) {
            change(settings -> settings.with(parameter, value));
        }

        @Override
        public void begin() {
            // nothing here is undone
        }

        @Override
        public void end() {
            // nothing here is undone
        }
    }
}
