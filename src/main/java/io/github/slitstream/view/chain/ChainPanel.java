package io.github.slitstream.view.chain;

import atlantafx.base.theme.Styles;
import io.github.slitstream.effect.EffectMonitor;
import io.github.slitstream.effect.EffectType;
import io.github.slitstream.effect.Effects;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.Slot;
import io.github.slitstream.view.control.FileDialogs;
import io.github.slitstream.view.model.PresetModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The panel beside the picture: the ring settings, always in reach, and below them the chain as cards. */
public final class ChainPanel extends VBox {
    private static final double WIDTH = 360;
    /** As from a camera that is asleep: then controls do not wait for a picture any longer. */
    private static final long PATIENCE_NANOS = 1_500_000_000;

    private final PresetModel model;
    private final FileDialogs files;
    private final RingCard ring;
    private final VBox cards = new VBox();
    private final Label empty = new Label("No effects: the picture passes unchanged.");
    private final ScrollPane scroll = new ScrollPane();
    private final MenuButton add;
    private final Map<String, EffectCard> bySlot = new HashMap<>();
    private final CardDrag drag;
    private @Nullable EffectCard entered;
    private long emptiedNanos;

    public ChainPanel(PresetModel model, FileDialogs files) {
        this.model = model;
        this.files = files;
        this.ring = new RingCard(model, files);
        this.drag = new CardDrag(cards, model);
        getStyleClass().add("chain-panel");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        cards.getStyleClass().add("cards");
        empty.getStyleClass().add("chain-empty");
        empty.setWrapText(true);
        add = addMenu();
        VBox content = new VBox(empty, cards, add, drag.marker());
        content.getStyleClass().add("chain");
        scroll.setContent(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(ring, scroll);
        model.listen(this::show);
        sceneProperty().addListener((property, before, scene) -> {
            if (scene != null) {
                scene.focusOwnerProperty().addListener((owner, left, focused) -> enter(focused));
            }
        });
    }

    /**
     * Leaves its place empty until the source is known, or some time has passed: to style and lay out all the controls
     * takes longer than everything else before the first picture.
     */
    public void waitForSource() {
        emptiedNanos = System.nanoTime();
        getChildren().clear();
    }

    /**
     * Brings up to date what changes by itself. Called a few times a second.
     *
     * @param source size of the source's frames, or null as long as it is unknown
     * @param framesPerSecond of what comes in, 0 as long as it is unknown
     * @param views how many cameras see each moment
     * @param monitors the effect in a slot, if it is at work
     */
    public void tick(@Nullable FrameSize source, double framesPerSecond, int views,
            Function<String, Optional<EffectMonitor>> monitors) {
        if (getChildren().isEmpty() && (source != null || System.nanoTime() - emptiedNanos > PATIENCE_NANOS)) {
            Platform.runLater(this::fill); // behind the pulse that draws the first picture
        }
        ring.know(source, views, framesPerSecond);
        bySlot.forEach((slot, card) -> card.watch(monitors.apply(slot), framesPerSecond));
    }

    private void fill() {
        if (getChildren().isEmpty()) {
            getChildren().addAll(ring, scroll);
        }
    }

    /** The slot of the effect whose card had the focus last, as long as the card is there and unfolded. */
    public Optional<String> selected() {
        EffectCard card = entered;
        return card != null && cards.getChildren().contains(card) && !card.isFolded()
                ? Optional.of(card.slot())
                : Optional.empty();
    }

    /** The slots that somebody may mean on the picture: the selected one, or, as long as none is, all unfolded ones. */
    public List<String> meant() {
        return selected().map(List::of).orElseGet(() -> model.preset().chain().stream().map(Slot::id)
                .filter(slot -> bySlot.containsKey(slot) && !bySlot.get(slot).isFolded()).toList());
    }

    /** Opens the list of effects that can be added. */
    public void showAddMenu() {
        scroll.setVvalue(1);
        add.requestFocus();
        add.show();
    }

    private void show(Preset preset) {
        List<Node> wanted = new ArrayList<>();
        for (Slot effect : preset.chain()) {
            EffectCard card = bySlot.compute(effect.id(),
                    (slot, existing) -> existing != null && existing.shows(effect) ? existing : card(effect));
            card.show(effect, preset);
            wanted.add(card);
        }
        bySlot.values().retainAll(wanted);
        if (!cards.getChildren().equals(wanted)) {
            Node focused = getScene() == null ? null : getScene().getFocusOwner();
            cards.getChildren().setAll(wanted);
            if (focused != null && focused.getScene() != null) {
                focused.requestFocus();
            }
        }
        empty.setVisible(wanted.isEmpty());
        empty.setManaged(wanted.isEmpty());
    }

    private EffectCard card(Slot effect) {
        EffectCard card = new EffectCard(effect, model, files);
        drag.install(card);
        return card;
    }

    /** Not by {@code focusWithin}, which does not change when the focus moves from one card to another. */
    private void enter(@Nullable Node focused) {
        for (Node node = focused; node != null; node = node.getParent()) {
            if (node instanceof EffectCard card) {
                entered = card;
                return;
            }
        }
    }

    private MenuButton addMenu() {
        MenuButton menu = new MenuButton("Add effect", new FontIcon(Feather.PLUS));
        menu.setId("add-effect");
        menu.getStyleClass().addAll(Styles.SMALL, "add-effect");
        menu.setMaxWidth(Double.MAX_VALUE);
        for (EffectType type : Effects.ALL) {
            menu.getItems().add(item(type));
        }
        return menu;
    }

    private MenuItem item(EffectType type) {
        Label name = new Label(type.label());
        name.getStyleClass().add("effect-name");
        Label doc = new Label(type.doc());
        doc.getStyleClass().add("effect-doc");
        MenuItem item = new MenuItem();
        item.setId("add-" + type.id());
        item.setGraphic(new HBox(name, doc));
        item.setOnAction(chosen -> {
            String slot = model.add(type);
            Platform.runLater(() -> reveal(slot));
        });
        return item;
    }

    /** Scrolls to a card and gives it the focus, once it is laid out. */
    private void reveal(String slot) {
        EffectCard card = bySlot.get(slot);
        if (card == null) {
            return;
        }
        scroll.applyCss();
        scroll.layout();
        Bounds inContent = card.getBoundsInParent();
        double room = scroll.getContent().getLayoutBounds().getHeight() - scroll.getViewportBounds().getHeight();
        scroll.setVvalue(room <= 0 ? 0 : Math.min(1, (cards.getLayoutY() + inContent.getMinY()) / room));
        card.requestFocus();
    }
}
