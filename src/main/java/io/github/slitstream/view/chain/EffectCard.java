package io.github.slitstream.view.chain;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import io.github.slitstream.effect.DelayMask;
import io.github.slitstream.effect.EffectMonitor;
import io.github.slitstream.effect.EffectType;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Values;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.Slot;
import io.github.slitstream.view.control.ColourSwatch;
import io.github.slitstream.view.control.FileDialogs;
import io.github.slitstream.view.control.GestureTuning;
import io.github.slitstream.view.control.Hint;
import io.github.slitstream.view.control.ParameterRow;
import io.github.slitstream.view.control.ParameterRows;
import io.github.slitstream.view.control.Tuning;
import io.github.slitstream.view.model.PresetModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One effect of the chain: a header that moves, switches and folds it, and a row for every parameter that has a say.
 */
final class EffectCard extends VBox {
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    private static final KeyCombination UP = new KeyCodeCombination(KeyCode.UP, KeyCombination.ALT_DOWN);
    private static final KeyCombination DOWN = new KeyCodeCombination(KeyCode.DOWN, KeyCombination.ALT_DOWN);

    private final String slot;
    private final EffectType type;
    private final PresetModel model;
    private final Map<Parameter<?>, ParameterRow<?>> rows = new HashMap<>();
    private final Map<Parameter<?>, Optional<ColourSwatch>> swatches = new HashMap<>();
    private final VBox controls = new VBox();
    private final Tuning tuning;
    private final FileDialogs files;
    private final HBox header = new HBox();
    private final ToggleSwitch power = new ToggleSwitch();
    private final Button fold = new Button();
    private final VBox body = new VBox();
    private final @Nullable DelayControls delays;
    private final PartTree parts = new PartTree(this::showRows);
    private final Label note = new Label();
    private Values values;
    private Predicate<Parameter<?>> relevant = parameter -> true;
    private boolean showing;
    private boolean maskMissesMap;

    EffectCard(Slot effect, PresetModel model, FileDialogs files) {
        this.slot = effect.id();
        this.type = effect.type();
        this.values = effect.values();
        this.model = model;
        this.tuning = new CardTuning();
        this.files = files;
        this.delays = type.offers().delays().map(legend -> new DelayControls(legend, type.offers().ahead(), this::row))
                .orElse(null);
        getStyleClass().add("card");
        setId(effect.type().id());
        setAccessibleRole(AccessibleRole.TITLED_PANE);
        setAccessibleText(effect.type().label() + ", effect of the chain");
        setAccessibleHelp("Alt and up or down moves it, Delete removes it");
        setFocusTraversable(true);
        buildHeader(effect);
        note.getStyleClass().add("card-note");
        note.setWrapText(true);
        if (delays == null) {
            body.getChildren().addAll(controls, note);
        } else { // so many rows that a note below them would lie out of sight
            body.getChildren().addAll(delays.map(), note, parts, controls);
        }
        tell(Optional.empty());
        body.getStyleClass().add("card-body");
        getChildren().addAll(header, body);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(MouseEvent.MOUSE_PRESSED, pressed -> requestFocus());
    }

    /** Id of the slot that it shows. */
    String slot() {
        return slot;
    }

    boolean shows(Slot other) {
        return other.id().equals(slot) && other.type().equals(type);
    }

    boolean isFolded() {
        return !body.isVisible();
    }

    /** Where it is dragged by. */
    Node handle() {
        return header;
    }

    void show(Slot effect, Preset preset) {
        showing = true;
        power.setSelected(effect.enabled());
        showing = false;
        pseudoClassStateChanged(OFF, !effect.enabled());
        if (delays != null) {
            delays.follow(preset, effect.values());
        }
        boolean hasMap = preset.hasDelayMapBefore(slot);
        boolean isMasked = type.isMaskable() && effect.values().get(DelayMask.MASK) != DelayMask.OFF;
        maskMissesMap = isMasked && !hasMap;
        values = effect.values();
        relevant = type.relevance().under(values)
                .and(parameter -> hasMap || isMasked || !parameter.equals(DelayMask.MASK));
        parts.show(values);
        showRows();
    }

    private void showRows() {
        List<Node> wanted = new ArrayList<>();
        for (Parameter<?> parameter : values.parameters()) {
            if (relevant.test(parameter) && parts.shows(parameter)) {
                swatch(parameter).ifPresent(wanted::add);
                ParameterRow<?> row = row(parameter);
                ParameterRows.show(row, values);
                wanted.add(row);
            }
        }
        arrange(wanted);
    }

    private ParameterRow<?> row(Parameter<?> parameter) {
        return rows.computeIfAbsent(parameter, declared -> ParameterRows.of(declared, tuning, files));
    }

    /** The colour that begins with a parameter. */
    private Optional<ColourSwatch> swatch(Parameter<?> parameter) {
        Optional<ColourSwatch> swatch = swatches.computeIfAbsent(parameter,
                first -> ColourSwatch.of(first, values.parameters(), tuning));
        swatch.ifPresent(shown -> shown.show(values));
        return swatch;
    }

    /** Rows that stay are not touched, so that the one with the focus keeps it. */
    private void arrange(List<Node> wanted) {
        List<Node> shown = controls.getChildren();
        shown.removeIf(row -> !wanted.contains(row));
        for (int i = 0; i < wanted.size(); i++) {
            Node row = wanted.get(i);
            if (shown.indexOf(row) != i) {
                shown.remove(row);
                shown.add(i, row);
            }
        }
    }

    /**
     * Shows what there is to watch of the effect.
     *
     * @param monitor empty while it is not at work
     * @param framesPerSecond of what comes in, or 0 if unknown
     */
    void watch(Optional<EffectMonitor> monitor, double framesPerSecond) {
        if (delays != null) {
            delays.map().show(monitor.flatMap(EffectMonitor::delayMap), framesPerSecond);
        }
        parts.tick();
        tell(monitor.flatMap(EffectMonitor::note)
                .or(() -> maskMissesMap ? Optional.of(DelayMask.NO_MAP) : Optional.empty()));
    }

    private void tell(Optional<String> words) {
        note.setText(words.orElse(""));
        note.pseudoClassStateChanged(WARNING, delays != null || maskMissesMap);
        note.setVisible(words.isPresent());
        note.setManaged(words.isPresent());
    }

    private void buildHeader(Slot effect) {
        String name = effect.type().label();
        FontIcon grip = new FontIcon(Feather.MENU);
        grip.getStyleClass().add("grip");
        Label title = new Label(name);
        title.getStyleClass().add("card-title");
        title.setMaxWidth(Double.MAX_VALUE);
        Hint.on(title, effect.type().doc() + " In files and commands: " + slot);
        HBox.setHgrow(title, Priority.ALWAYS);
        fold.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Styles.SMALL, "fold");
        Hint.on(fold, "");
        fold.setOnAction(pressed -> setFolded(body.isVisible()));
        setFolded(false);
        power.setAccessibleText(name + " on");
        Hint.on(power, "Switch this effect on or off");
        power.selectedProperty().addListener((property, before, on) -> {
            if (!showing) {
                model.setEnabled(slot, on);
            }
        });
        header.getStyleClass().add("card-header");
        header.setAlignment(Pos.CENTER_LEFT);
        header.getChildren().addAll(grip, title, power, fold, menu(name));
    }

    private MenuButton menu(String name) {
        MenuButton menu = new MenuButton("", new FontIcon(Feather.MORE_VERTICAL));
        menu.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Styles.SMALL, Tweaks.NO_ARROW);
        menu.setAccessibleText("More for " + name);
        Hint.on(menu, "Move, copy, reset or remove");
        menu.getItems().addAll(item("Move up", Feather.ARROW_UP, UP, () -> move(-1)),
                item("Move down", Feather.ARROW_DOWN, DOWN, () -> move(1)),
                item("Duplicate", Feather.COPY, null, () -> model.duplicate(slot)),
                item("Reset values", Feather.ROTATE_CCW, null, () -> model.reset(slot)), new SeparatorMenuItem(),
                item("Remove", Feather.TRASH_2, new KeyCodeCombination(KeyCode.DELETE), () -> model.remove(slot)));
        return menu;
    }

    private static MenuItem item(String text, Feather icon, @Nullable KeyCombination shownKey, Runnable action) {
        MenuItem item = new MenuItem(text, new FontIcon(icon));
        // Only shown: the card itself listens, so that the key means the card that has the focus.
        String keys = shownKey == null ? "" : "   " + shownKey.getDisplayText();
        item.setText(text + keys);
        item.setOnAction(chosen -> action.run());
        return item;
    }

    private void setFolded(boolean folded) {
        body.setVisible(!folded);
        body.setManaged(!folded);
        fold.setGraphic(new FontIcon(folded ? Feather.CHEVRON_DOWN : Feather.CHEVRON_UP));
        fold.setAccessibleText(folded ? "Unfold" : "Fold");
        fold.setAccessibleHelp(folded ? "Show the controls" : "Fold the controls away");
    }

    private void move(int by) {
        model.move(slot, model.position(slot) + by);
        requestFocus();
    }

    private void key(KeyEvent event) {
        if (UP.match(event)) {
            move(-1);
        } else if (DOWN.match(event)) {
            move(1);
        } else if (isFocused() && event.getCode() == KeyCode.DELETE) {
            model.remove(slot);
        } else {
            return;
        }
        event.consume();
    }

    /** What a row hands on while it goes, as a field does that loses the focus, is void. */
    private final class CardTuning extends GestureTuning {
        CardTuning() {
            super(model);
        }

        @Override
        public <T> void set(Parameter<T> parameter, T value) {
            if (controls.getChildren().contains(rows.get(parameter))) {
                model.set(slot, parameter, value);
            }
        }
    }
}
