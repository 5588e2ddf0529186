package io.github.slitstream.view.stage;

import atlantafx.base.controls.CaptionMenuItem;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.PresetStore;
import io.github.slitstream.preset.PresetStore.Entry;
import io.github.slitstream.view.control.Hint;
import io.github.slitstream.view.model.Command;
import io.github.slitstream.view.model.PresetModel;
import io.github.slitstream.view.model.Notice;
import java.io.IOException;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The presets there are, and keeping the current one. */
final class PresetMenu extends MenuButton {
    private static final double MAX_WIDTH = 260;

    private static final double ABOUT_WIDTH = 340;
    private static final double STILL_WIDTH = 112;

    private final PresetModel model;
    private final PresetStore store;
    private final PromptBar prompt;
    private final Consumer<Notice> notices;
    private final Runnable openFile;
    private String warnedOf = "";

    PresetMenu(PresetModel model, PresetStore store, PromptBar prompt, Consumer<Notice> notices, Runnable openFile) {
        super("Preset", new FontIcon(Feather.APERTURE));
        this.model = model;
        this.store = store;
        this.prompt = prompt;
        this.notices = notices;
        this.openFile = openFile;
        setId("preset-menu");
        setMaxWidth(MAX_WIDTH);
        Hint.on(this, "Presets: open one, keep the current one");
        setMnemonicParsing(false);
        getItems().add(new CaptionMenuItem("Presets"));
        setOnShowing(opening -> fill());
        model.listen(this::show);
    }

    /** Plays the preset in a file. */
    void open(Path file) {
        try {
            model.open(store.load(file.toAbsolutePath().toString()).namedAfter(file));
        } catch (IOException | BadValue e) {
            notices.accept(Notice.failure(String.valueOf(e.getMessage())));
        }
    }

    /** Asks for a name and keeps the current preset under it. */
    void save() {
        warnedOf = "";
        prompt.ask("Save this preset as", model.preset().name(), "Save", this::saveAs);
    }

    private void show(Preset preset) {
        boolean modified = model.isModified();
        setText(preset.name() + (modified ? " •" : ""));
        setAccessibleText("Preset: " + preset.name() + (modified ? ", changed" : ""));
    }

    private void fill() {
        List<MenuItem> items = new ArrayList<>();
        List<Entry> entries = entries();
        addGroup(items, "Your presets", entries.stream().filter(Entry::own).toList());
        addShipped(items, entries.stream().filter(entry -> !entry.own()).toList());
        if (!entries.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        items.add(item("Save this preset…   " + Command.SAVE.keys(), Feather.SAVE, this::save));
        items.add(item("Open a preset file…", Feather.FOLDER, openFile));
        MenuItem blank = item("Start from nothing", Feather.SQUARE, () -> model.open(Preset.empty("Untitled")));
        items.add(blank);
        getItems().setAll(items);
    }

    private List<Entry> entries() {
        try {
            return store.list();
        } catch (IOException e) {
            notices.accept(Notice.failure(String.valueOf(e.getMessage())));
            return List.of();
        }
    }

    private void addGroup(List<MenuItem> items, String title, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        items.add(new CaptionMenuItem(title));
        entries.forEach(entry -> items.add(item(entry)));
    }

    /** In a menu for each group, which together would be higher than the screen. */
    private void addShipped(List<MenuItem> items, List<Entry> entries) {
        items.add(new CaptionMenuItem("Shipped presets"));
        Map<String, Menu> groups = new LinkedHashMap<>();
        for (Entry entry : entries) {
            String group = entry.tags().isEmpty() ? "other" : entry.tags().getFirst();
            groups.computeIfAbsent(group, PresetMenu::group).getItems().add(item(entry));
        }
        items.addAll(groups.values());
    }

    private static Menu group(String tag) {
        Menu group = new Menu("", new Label(tag.substring(0, 1).toUpperCase(Locale.ROOT) + tag.substring(1)));
        group.setId("presets-" + tag);
        return group;
    }

    private MenuItem item(Entry entry) {
        Label name = new Label(entry.name());
        name.getStyleClass().add("effect-name");
        Label id = new Label(entry.id());
        id.getStyleClass().add("effect-doc");
        HBox title = new HBox(name, id);
        title.getStyleClass().add("preset-title");
        String words = entry.error().orElse(entry.about());
        Label about = new Label(words);
        about.getStyleClass().add(entry.error().isPresent() ? "entry-error" : "effect-doc");
        about.setWrapText(true);
        about.setPrefWidth(ABOUT_WIDTH);
        about.setMinHeight(Region.USE_PREF_SIZE);
        VBox lines = words.isEmpty() ? new VBox(title) : new VBox(title, about);
        MenuItem item = new MenuItem("", store.still(entry).<Node>map(still -> beside(still, lines)).orElse(lines));
        item.setId("preset-" + entry.id());
        item.setOnAction(chosen -> open(entry));
        return item;
    }

    private static HBox beside(URL still, VBox lines) {
        Image picture = new Image(still.toString(), 2 * STILL_WIDTH, 0, true, true, true);
        ImageView view = new ImageView(picture);
        view.setFitWidth(STILL_WIDTH);
        view.setPreserveRatio(true);
        HBox row = new HBox(view, lines);
        row.getStyleClass().add("preset-entry");
        return row;
    }

    private void open(Entry entry) {
        try {
            model.open(store.load(entry));
        } catch (IOException | BadValue e) {
            notices.accept(Notice.failure(String.valueOf(e.getMessage())));
        }
    }

    private String saveAs(String name) {
        if (name.isEmpty()) {
            return "Give it a name.";
        }
        Preset named = model.preset().keptAs(name);
        try {
            if (name.equals(warnedOf)) {
                store.replace(named);
            } else {
                store.save(named);
            }
        } catch (FileAlreadyExistsException e) {
            warnedOf = name;
            prompt.rename("Replace");
            return "There is a preset of that name, whose place it would take: press Replace, or change the name.";
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
        model.savedAs(named);
        notices.accept(Notice.done("Preset saved as " + name, ""));
        return "";
    }

    private static MenuItem item(String text, Feather icon, Runnable action) {
        // A text beside a graphic would stand right of the widest graphic of the menu.
        MenuItem item = new MenuItem("", new Label(text, new FontIcon(icon)));
        item.setOnAction(chosen -> action.run());
        return item;
    }
}
