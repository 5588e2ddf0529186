package io.github.slitstream.view.stage;

import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.intake.SourceState;
import io.github.slitstream.engine.outlet.PictureExchange;
import io.github.slitstream.engine.statistics.Statistics;
import io.github.slitstream.fault.Fault;
import io.github.slitstream.fault.Threads;
import io.github.slitstream.fault.Work;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.view.WindowPorts;
import io.github.slitstream.view.chain.ChainPanel;
import io.github.slitstream.view.model.CarriedPresets;
import io.github.slitstream.view.model.Command;
import io.github.slitstream.view.model.PresetModel;
import io.github.slitstream.view.model.Notice;
import io.github.slitstream.view.model.Notices;
import io.github.slitstream.view.model.RigModel;
import io.github.slitstream.view.model.Session;
import io.github.slitstream.view.model.SessionModel;
import io.github.slitstream.view.model.SessionStore;
import io.github.slitstream.view.model.Snapshots;
import io.github.slitstream.view.model.SourceModel;
import io.github.slitstream.view.model.StatusText;
import io.github.slitstream.view.model.Tasks;
import io.github.slitstream.view.model.TimeLineModel;
import io.github.slitstream.view.rig.RigPanel;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** The window: puts its parts together, does what the keys and buttons ask for, and keeps everything up to date. */
public final class SlitstreamWindow {
    private final Stage stage;
    private final Player player;
    private final Executor foreground = Platform::runLater;
    private final Background background = new Background(this::sayFault);
    private final SessionModel session;
    private final PresetModel presetModel;
    private final SourceModel source;
    private final Notices notices;
    private final RecordControls recordings;
    private final Snapshots snapshots;
    private final PictureView picture;
    private final PictureTools tools;
    private final Banner banner;
    private final EmptyState empty;
    private final RigPanel rig;
    private final ShortcutSheet sheet;
    private final PromptBar prompt;
    private final SlicePrompt slices;
    private final SourceMenu sourceMenu;
    private final PresetMenu presetMenu;
    private final TopBar topBar;
    private final VBox top;
    private final ChainPanel panel;
    private final TimeLine timeLine;
    private final StatusStrip status = new StatusStrip();
    private final Scene scene;
    private final FileDrop drop;
    private final OpenDialogs dialogs;
    private final ScreenMode mode;
    private final PulseTimer timer = new PulseTimer(this::pulse, this::tick, this::showNumbers);

    private double rate;
    private Runnable closed = () -> {};

    /** Builds the window without showing it, and starts to play. JavaFX thread. */
    public SlitstreamWindow(Stage stage, WindowPorts ports) {
        this.stage = stage;
        this.player = ports.player();
        SessionStore store = new SessionStore(ports.settings());
        session = new SessionModel(store, background.writing(),
                failure -> foreground.execute(() -> say(Notice.warning(failure))));
        Tasks writing = new Tasks(background.writing(), foreground);
        Tasks looking = new Tasks(background.looking(), foreground);
        // Before the first control, which would have JavaFX read a style sheet of its own.
        Theme.apply(session.session().dark());
        dialogs = new OpenDialogs(stage, ports.files());
        banner = new Banner(this::dismissBanner);
        notices = new Notices(banner::show);
        presetModel = OpenedPreset.of(ports, store, reason -> say(Notice.warning(reason)));
        source = new SourceModel(player, ports.sources(), session, looking, this::say);
        // The first picture is made while the rest of the window is.
        player.onNotice(text -> foreground.execute(() -> refused(text)));
        source.start(ports.source());
        snapshots = new Snapshots(ports.sinks(), ports.outputs(), writing, this::say);

        picture = new PictureView(player);
        tools = new PictureTools(presetModel, ports.presets(), writing, this::say, picture);
        empty = new EmptyState(() -> source.open(SourceRequest.DEMO), this::openFile);
        rig = new RigPanel(changed -> new RigModel(ports.sources(), looking, this::say, changed),
                picture::requestFocus);
        sheet = new ShortcutSheet();
        prompt = new PromptBar(picture::requestFocus);
        recordings = new RecordControls(ports, session, source, prompt, writing, looking, this::say,
                this::showRecording);
        slices = new SlicePrompt(prompt, player, snapshots, recordings.model());
        sourceMenu = new SourceMenu(source, this::openFile, () -> dialogs.folder(source),
                () -> OpenDialogs.url(prompt, source), () -> dialogs.rig(rig));
        presetMenu = new PresetMenu(presetModel, ports.presets(), prompt, this::say, this::openPreset);
        topBar = new TopBar(sourceMenu, new SoundControl(player, presetModel, session, ports.files()), presetMenu,
                recordings.menu(), this::run, player::setBypassed, this::switchTheme);
        timeLine = new TimeLine(new TimeLineModel(player), this::run);
        top = new VBox(topBar, prompt);
        panel = new ChainPanel(presetModel, ports.files());
        StackPane under = new StackPane(new VBox(tools.controls(), timeLine));
        mode = new ScreenMode(stage, session, picture, List.of(top, panel, under, status), this::say);
        scene = scene(under);
        CarriedPresets carried = new CarriedPresets(ports.presets(), presetModel, source, looking, this::say);
        drop = new FileDrop(presetMenu::open, carried::open, source::open);
        drop.install(scene);
        new Keyboard(scene, this::run, player::setBypassed, this::escape);
        presetModel.listen(preset -> topBar.show(presetModel));
    }

    /** Sets what runs once the window is closed and everything is kept. */
    public void onClosed(Runnable action) {
        closed = action;
    }

    /** Shows the window as it was last. */
    public void open() {
        Session last = session.session();
        topBar.showDark(last.dark());
        stage.setTitle("Slitstream");
        stage.setScene(scene);
        WindowBounds.restore(stage, last);
        stage.focusedProperty().addListener((property, before, focused) -> player.setBypassed(false));
        stage.setOnHidden(hidden -> close());
        mode.install();
        recordings.recover();
        empty.show(player.source(), false);
        panel.waitForSource();
        stage.show();
        picture.requestFocus();
        timer.start();
    }

    private Scene scene(Node underPicture) {
        StackPane centre = new StackPane(picture, tools, empty, rig, banner, sheet);
        centre.getStyleClass().add("ground");
        centre.setMinSize(0, 0);
        StackPane.setAlignment(banner, Pos.TOP_CENTER);
        picture.setOnMouseClicked(event -> {
            picture.requestFocus();
            if (event.getClickCount() == 2) {
                run(Command.FULL_SCREEN);
            }
        });
        BorderPane middle = new BorderPane(centre, null, null, underPicture, null);
        BorderPane root = new BorderPane(middle, top, panel, status, null);
        root.getStyleClass().add("window");
        Scene made = new Scene(root, session.session().width(), session.session().height());
        Theme.dress(made);
        // A button that was clicked must not keep the space bar, which freezes.
        made.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> {
            if (made.getFocusOwner() instanceof ButtonBase) {
                picture.requestFocus();
            }
        });
        return made;
    }

    private void run(Command command) {
        switch (command) {
            case FREEZE -> {
                player.setFrozen(!player.isFrozen());
                topBar.showFrozen(player.isFrozen());
            }
            case BYPASS -> player.setBypassed(true);
            case TRIGGER -> {
                if (!player.trigger()) {
                    say(Notice.news("No scan is at work to begin anew: choose the pattern Scan"));
                }
            }
            case SNAPSHOT -> snapshots.take(picture.shown(), StatusText.pixels(player.source()), presetModel.preset());
            case SLICE_X_T, SLICE_Y_T, FINISH_X_T, FINISH_Y_T -> slices.run(command);
            case STOP_TIME, CATCH_UP, SLOWER, FASTER -> TimeKeys.play(command, presetModel);
            case RECORD -> recordings.model().toggle();
            case REPLAY -> recordings.replay().save();
            case FULL_SCREEN -> mode.toggleFullScreen();
            case HIDE -> mode.toggleControls();
            case SHORTCUTS -> sheet.toggle();
            case PAUSE, BACK, FORWARD, FRAME_BACK, FRAME_FORWARD, LOOP_BEGIN, LOOP_END, LOOP_CLEAR ->
                timeLine.run(command, this::say);
            case UNDO -> tools.undo();
            case REDO -> tools.redo();
            case OPEN -> openFile();
            case SAVE -> presetMenu.save();
            case ADD -> panel.showAddMenu();
        }
    }

    private void escape() {
        if (sheet.isVisible()) {
            sheet.toggle();
        } else if (rig.isVisible()) {
            rig.close();
        } else if (tools.isPainting()) {
            tools.endPainting();
        } else if (mode.isFullScreen()) {
            mode.toggleFullScreen();
        } else {
            picture.requestFocus();
        }
    }

    private void switchTheme() {
        session.change(current -> current.withDark(!current.dark()));
        Theme.apply(session.session().dark());
        topBar.showDark(session.session().dark());
    }

    private void openFile() {
        dialogs.file(drop::open);
    }

    private void openPreset() {
        dialogs.preset(presetMenu::open);
    }

    private void refused(String text) {
        source.refused();
        say(Notice.warning(text));
    }

    /** Any thread: a fault that nobody was prepared for. */
    public void sayFault(String fault) {
        foreground.execute(() -> say(Notice.failure(fault)));
    }

    private void say(Notice notice) {
        notices.say(notice, System.nanoTime());
    }

    private void dismissBanner() {
        notices.dismiss();
        picture.requestFocus();
    }

    private void showRecording() {
        topBar.show(recordings.model());
    }

    private void pulse() {
        picture.pulse();
        rig.pulse();
    }

    private void tick() {
        long now = System.nanoTime();
        SourceState state = player.source();
        source.tick(state);
        sourceMenu.tick();
        topBar.tick();
        timeLine.tick();
        notices.tick(state, now);
        recordings.tick();
        showRecording();
        PictureExchange pictures = player.outlets().shown();
        empty.show(state, pictures != null && picture.shown() != null);
        panel.tick(picture.sourceSize(), rate, player.views(), player::monitor);
        tools.show(panel.isVisible() && pictures != null && !player.isBypassed() ? panel.meant() : List.of(),
                panel.selected().isPresent());
        WindowBounds.note(stage, session);
        session.tick(presetModel.preset(), now);
    }

    private void showNumbers() {
        Statistics numbers = player.statistics();
        if (numbers.capturedPerSecond() > 1) {
            rate = numbers.capturedPerSecond();
        }
        status.show(StatusText.of(numbers, player.source(), presetModel.preset(), picture.sourceSize(),
                Kernels.get().description()));
    }

    private void close() {
        List<Work> ends = List.of(timer::stop, tools::endPainting, source::noteLeft, rig::close, recordings::finish,
                () -> session.keepNow(presetModel.preset()), background::close);
        ends.stream().map(Fault::in).filter(Objects::nonNull).forEach(Threads::log);
        closed.run();
    }
}
