package io.github.slitstream.view.stage;

import atlantafx.base.controls.CaptionMenuItem;
import io.github.slitstream.frame.SourceOpener.Camera;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.view.control.Hint;
import io.github.slitstream.view.model.Command;
import io.github.slitstream.view.model.Recent;
import io.github.slitstream.view.model.SourceModel;
import io.github.slitstream.view.model.SourceNames;
import io.github.slitstream.view.model.StatusText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where the picture comes from. */
final class SourceMenu extends MenuButton {
    private static final double MAX_WIDTH = 260;

    private final SourceModel source;
    private final Runnable openFile;
    private final Runnable openFolder;
    private final Runnable openUrl;
    private final Runnable openRig;
    private boolean looking;
    private List<Camera> cameras = List.of();
    private List<Camera> microphones = List.of();
    private Set<String> absent = Set.of();

    SourceMenu(SourceModel source, Runnable openFile, Runnable openFolder, Runnable openUrl, Runnable openRig) {
        super("Source", new FontIcon(Feather.VIDEO));
        this.source = source;
        this.openFile = openFile;
        this.openFolder = openFolder;
        this.openUrl = openUrl;
        this.openRig = openRig;
        setId("source-menu");
        setMaxWidth(MAX_WIDTH);
        Hint.on(this, "Where the picture comes from");
        setAccessibleText("Source");
        fill();
        setOnShowing(opening -> {
            looking = true;
            fill();
            source.findAbsent(this::missed);
            source.findCameras(this::found);
            source.findMicrophones(this::heard);
        });
    }

    void tick() {
        if (!getText().equals(source.title())) {
            setText(source.title());
            setAccessibleText("Source: " + source.title());
        }
    }

    private void found(List<Camera> list) {
        cameras = list;
        looking = false;
        if (isShowing()) {
            fill();
        }
    }

    private void heard(List<Camera> list) {
        microphones = list;
        if (isShowing()) {
            fill();
        }
    }

    private void missed(Set<String> gone) {
        absent = gone;
        if (isShowing()) {
            fill();
        }
    }

    private void fill() {
        List<MenuItem> items = new ArrayList<>();
        items.add(new CaptionMenuItem("Cameras"));
        for (Camera camera : cameras) {
            items.add(item(camera.name(), Feather.CAMERA, () -> source.open(camera.address()),
                    source.isPlaying(camera.address())));
        }
        if (cameras.isEmpty()) {
            MenuItem none = new MenuItem(looking ? "Looking for cameras…" : "No camera found",
                    new FontIcon(looking ? Feather.SEARCH : Feather.CAMERA_OFF));
            none.setDisable(true);
            items.add(none);
        }
        items.add(new SeparatorMenuItem());
        items.add(item("Demo", Feather.CLOCK, () -> source.open(SourceRequest.DEMO),
                source.isPlaying(SourceRequest.DEMO)));
        items.add(item("Screen", Feather.MONITOR, () -> source.open(SourceRequest.SCREEN),
                source.isPlaying(SourceRequest.SCREEN)));
        items.add(item("Open file…   " + Command.OPEN.keys(), Feather.FOLDER, openFile, false));
        items.add(item("Open folder…", Feather.LAYERS, openFolder, false));
        items.add(item("Open URL…", Feather.LINK, openUrl, false));
        items.add(item("Rig…", Feather.COLUMNS, openRig, false));
        addRecent(items);
        items.add(new SeparatorMenuItem());
        items.add(soundInputs());
        CheckMenuItem loop = new CheckMenuItem("Loop files");
        loop.setSelected(source.isLooping());
        loop.setOnAction(chosen -> source.setLooping(loop.isSelected()));
        items.add(loop);
        getItems().setAll(items);
    }

    /** What a live source is heard by. */
    private Menu soundInputs() {
        Menu menu = new Menu("Sound input", new FontIcon(Feather.MIC));
        menu.setId("sound-input");
        menu.setDisable(!source.takesMicrophone());
        menu.getItems().add(item("Its own", Feather.VIDEO, () -> source.setMicrophone(""),
                source.microphone().isEmpty()));
        menu.getItems().add(item("The system's microphone", Feather.MIC,
                () -> source.setMicrophone(SourceRequest.MICROPHONE),
                source.microphone().equals(SourceRequest.MICROPHONE)));
        for (Camera microphone : microphones) {
            menu.getItems().add(item(microphone.name(), Feather.MIC,
                    () -> source.setMicrophone(microphone.address()),
                    source.microphone().equals(microphone.address())));
        }
        return menu;
    }

    private void addRecent(List<MenuItem> items) {
        List<Recent> recent = source.recent();
        if (recent.isEmpty()) {
            return;
        }
        items.add(new CaptionMenuItem("Recent"));
        for (Recent each : recent) {
            String address = each.address();
            String left = each.seconds() > 0 ? "   " + StatusText.clock(each.seconds()) : "";
            boolean gone = absent.contains(address);
            MenuItem item = item(SourceNames.of(address), gone ? "   not there" : left, Feather.ROTATE_CCW,
                    () -> source.open(address), source.isPlaying(address));
            item.setDisable(gone);
            items.add(item);
        }
    }

    private static MenuItem item(String text, Feather icon, Runnable action, boolean playing) {
        return item(text, "", icon, action, playing);
    }

    /** @param more stands behind the text, however long that is */
    private static MenuItem item(String text, String more, Feather icon, Runnable action, boolean playing) {
        MenuItem item = new MenuItem(shortened(text) + more, new FontIcon(playing ? Feather.CHECK : icon));
        item.setMnemonicParsing(false);
        item.setOnAction(chosen -> action.run());
        return item;
    }

    /** Long names keep their end, where files differ. */
    private static String shortened(String text) {
        int most = 48;
        return text.length() <= most ? text : text.substring(0, 16) + "…" + text.substring(text.length() - 31);
    }
}
