package io.github.slitstream.view.chain;

import static io.github.slitstream.view.JavaFx.doOnFx;
import static io.github.slitstream.view.JavaFx.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.effect.DelayMask;
import io.github.slitstream.effect.Effects;
import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.param.Named;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.pattern.Pattern;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.Slot;
import io.github.slitstream.view.JavaFx;
import io.github.slitstream.view.model.PresetModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The rows of a card are those of the parameters that have a say, whatever pattern is chosen. */
@ExtendWith(JavaFx.class)
@Timeout(60)
class CardRowsTest {
    private final Slot time = Slot.of(TimeDisplacement.TYPE);
    private final Preset start = Preset.empty("Test").plus(time);
    private final PresetModel model = new PresetModel(start, start, preset -> {}, reason -> {});
    private final List<Throwable> thrown = new ArrayList<>();
    private Stage stage;

    @BeforeEach
    void showTheCard() throws Exception {
        stage = onFx(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> thrown.add(error));
            Stage shown = new Stage();
            shown.setScene(new Scene(new ChainPanel(model, (owner, title, extensions) -> Optional.empty()), 400, 900));
            shown.show();
            return shown;
        });
    }

    @AfterEach
    void closeIt() throws Exception {
        doOnFx(() -> {
            stage.close();
            Thread.currentThread().setUncaughtExceptionHandler(null);
        });
        assertEquals(List.of(), thrown);
    }

    @Test
    void rowsAreThoseOfTheChosenPattern() throws Exception {
        for (Pattern pattern : TimeDisplacement.PATTERN.options()) {
            choose(pattern);
            assertEquals(
                    model.preset().chain().getFirst().values().parameters().stream().map(Parameter::id)
                            .filter(id -> id.indexOf('.') < 0).toList(),
                    onFx(this::rows), pattern.id());
        }
    }

    @Test
    void theChoiceKeepsTheFocusWhenItChangesTheRows() throws Exception {
        Node choice = onFx(() -> {
            Node box = row("pattern").lookup(".combo-box");
            box.requestFocus();
            return box;
        });
        doOnFx(() -> {
            ((ComboBox<?>) choice).getSelectionModel().select(3);
        });
        assertTrue(onFx(choice::isFocused));
        assertTrue(onFx(this::rows).contains("bend"));
    }

    @Test
    void anEntryForAParameterThatHasGoneIsVoid() throws Exception {
        choose(TimeDisplacement.PATTERN.parse("waves"));
        doOnFx(() -> {
            TextField field = (TextField) row("bend").lookup(".text-field");
            field.requestFocus();
            field.setText("2");
            model.undo();
        });
        assertEquals(time.values(), model.preset().chain().getFirst().values());
    }

    /** A mix of three: a pattern, and another mix. */
    @Test
    void aMixIsATreeOfPartsWhoseSettingsAreShownOneByOne() throws Exception {
        assertEquals(List.of(), onFx(this::partLabels));
        choose(TimeDisplacement.PATTERN.parse("mix"));
        doOnFx(() -> {
            press("part-b");
            select("b.pattern", "Mix");
            press("part-b-a");
            select("b.a.pattern", "Checker");
            select("b.a.warp", "Twist");
            press("part-b-b");
            select("b.b.pattern", "Bars");
        });
        assertEquals(List.of("Mix", "A · Radial", "B · Mix", "A · Checker", "B · Bars"), onFx(this::partLabels));
        doOnFx(() -> press("part-b-a"));
        assertEquals(List.of("b.a.pattern", "b.a.count", "b.a.softness", "b.a.warp", "b.a.warp-turns", "b.a.soften",
                "b.a.steps"), onFx(() -> rows("b.a.warp", "time-displacement")));
        assertEquals("twist", model.preset().slot(time.id()).values()
                .text(model.preset().slot(time.id()).values().parameter("b.a.warp")));
        doOnFx(() -> press("part"));
        assertTrue(onFx(this::rows).containsAll(List.of("pattern", "how", "amount", "speed")));
        assertTrue(onFx(() -> numberOfColours("part-b-a")) > 2, "the twisted, blended checker is drawn");
        choose(TimeDisplacement.PATTERN.parse("radial"));
        assertEquals(List.of(), onFx(this::partLabels));
    }

    private void press(String part) {
        ((ToggleButton) stage.getScene().getRoot().lookup("#" + part)).fire();
    }

    private void select(String choice, String label) {
        @SuppressWarnings("unchecked")
        ComboBox<Named> box = (ComboBox<Named>) row(choice).lookup(".combo-box");
        box.setValue(box.getItems().stream().filter(option -> option.label().equals(label)).findFirst().orElseThrow());
    }

    private List<String> partLabels() {
        return stage.getScene().getRoot().lookupAll(".part").stream().map(part -> ((ToggleButton) part).getText())
                .toList();
    }

    private long numberOfColours(String part) {
        Image picture = ((ImageView) ((ToggleButton) stage.getScene().getRoot().lookup("#" + part)).getGraphic())
                .getImage();
        return IntStream.range(0, (int) picture.getWidth()).map(x -> picture.getPixelReader().getArgb(x, 18))
                .distinct().count();
    }

    @Test
    void aMaskIsOfferedBehindADelayMapAndSaysWhenThatIsMissing() throws Exception {
        assertFalse(onFx(this::rows).contains("mask"));
        doOnFx(() -> {
            model.add(Effects.byId("pixelate"));
        });
        assertEquals(List.of("size", "mask"), onFx(() -> rows("size", "pixelate")));
        doOnFx(() -> {
            row("mask", "pixelate").lookupAll(".toggle-button").stream().map(ToggleButton.class::cast)
                    .filter(button -> button.getText().equals("Far")).forEach(ToggleButton::fire);
        });
        assertEquals(DelayMask.FAR, model.preset().slot("pixelate").values().get(DelayMask.MASK));
        assertEquals(List.of("size", "mask", "mask-amount"), onFx(() -> rows("size", "pixelate")));
        assertEquals("", onFx(() -> note("pixelate")));
        doOnFx(() -> {
            model.setEnabled(time.id(), false);
        });
        assertEquals(DelayMask.NO_MAP, onFx(() -> note("pixelate")));
        doOnFx(() -> {
            model.set("pixelate", DelayMask.MASK, DelayMask.OFF);
        });
        assertEquals(List.of("size"), onFx(() -> rows("size", "pixelate")));
        assertEquals("", onFx(() -> note("pixelate")));
    }

    private String note(String card) {
        Node panel = stage.getScene().getRoot();
        ((ChainPanel) panel).tick(null, 0, 1, slot -> Optional.empty());
        return ((Label) panel.lookup("#" + card).lookup(".card-note")).getText();
    }

    private void choose(Pattern pattern) throws Exception {
        doOnFx(() -> {
            model.set(time.id(), TimeDisplacement.PATTERN, pattern);
        });
    }

    private List<String> rows() {
        return rows("pattern", "time-displacement");
    }

    private List<String> rows(String one, String card) {
        Parent controls = row(one, card).getParent();
        return controls.getChildrenUnmodifiable().stream().map(Node::getId).toList();
    }

    private Node row(String id) {
        return row(id, "time-displacement");
    }

    private Node row(String id, String card) {
        return stage.getScene().getRoot().lookup("#" + card).lookupAll(".parameter-row").stream()
                .filter(row -> id.equals(row.getId())).findFirst().orElseThrow();
    }
}
