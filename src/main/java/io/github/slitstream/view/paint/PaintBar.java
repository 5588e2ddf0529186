package io.github.slitstream.view.paint;

import atlantafx.base.theme.Styles;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.Flag;
import io.github.slitstream.param.Int;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Real;
import io.github.slitstream.param.Values;
import io.github.slitstream.view.control.FileDialogs;
import io.github.slitstream.view.control.Hint;
import io.github.slitstream.view.control.ParameterRow;
import io.github.slitstream.view.control.ParameterRows;
import io.github.slitstream.view.control.Tuning;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Under the picture while it is painted on: tools, what they leave, where strokes are repeated, and the way back. */
final class PaintBar extends VBox {
    private static final Choice<Brush.Way> WAY = Choice.of("way", "Paint", List.of(Brush.Way.values()), Brush.Way.SET,
            "Whether the value is painted as it is, added to what is there, or taken from it.");
    private static final Real SIZE = Real
            .of("size", "Size", 0.002, 2, Brush.FIRST.size(), "Diameter of the brush, in longer sides of the picture.")
            .slider(0.005, 0.5).logarithmic().decimals(3);
    private static final Real SOFTNESS = Real.of("softness", "Softness", 0, 1, Brush.FIRST.softness(),
            "How much of the brush is edge.");
    private static final Real VALUE = Real.of("value", "Past", 0, 1, Brush.FIRST.value(),
            "What is painted: 0 is now, 1 the past.");
    private static final Int TURNS = Int.of("turns", "Copies", 1, Symmetry.MOST_TURNS, 1,
            "How often each stroke is repeated around the middle.").slider(1, 12);
    private static final Flag ACROSS = Flag.of("mirror-across", "Mirror \u2194", false,
            "Repeats each stroke on the other side, left and right.");
    private static final Flag DOWN = Flag.of("mirror-down", "Mirror \u2195", false,
            "Repeats each stroke on the other side, above and below.");
    private static final FileDialogs NO_FILES = (owner, title, extensions) -> Optional.empty();

    private final Runnable tuned;
    private final HBox tools = new HBox();
    private final Map<Parameter<?>, ParameterRow<?>> rows = new LinkedHashMap<>();
    private final Button undo = button(Feather.CORNER_UP_LEFT, "Take the last stroke back");
    private final Button redo = button(Feather.CORNER_UP_RIGHT, "Paint the stroke again");
    private Values values = Values.defaults(List.of(WAY, SIZE, SOFTNESS, VALUE, TURNS, ACROSS, DOWN));
    private PaintTool tool = PaintTool.BRUSH;

    /**
     * @param tuned hears that something else is in hand, to take it by {@link #equip}
     * @param done ends painting
     */
    PaintBar(Runnable tuned, Runnable undone, Runnable redone, Runnable done) {
        this.tuned = tuned;
        getStyleClass().add("paint-bar");
        setId("paint-bar");
        undo.setId("paint-undo");
        undo.setOnAction(pressed -> undone.run());
        redo.setId("paint-redo");
        redo.setOnAction(pressed -> redone.run());
        Button finish = new Button("Done");
        finish.setId("paint-done");
        finish.getStyleClass().addAll(Styles.SMALL, Styles.ACCENT);
        finish.setOnAction(pressed -> done.run());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        buildTools();
        HBox first = new HBox(tools, gap, undo, redo, finish);
        first.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(first, line(WAY, SIZE, SOFTNESS), line(VALUE, TURNS, ACROSS, DOWN));
        getChildren().forEach(each -> each.getStyleClass().add("paint-line"));
        show();
    }

    /** Gives a painting what is in hand, and shows what can be taken back. */
    void equip(Painting painting) {
        painting.take(tool);
        painting.take(new Brush(values.get(SIZE), values.get(SOFTNESS), values.get(VALUE), values.get(WAY)));
        painting.repeat(new Symmetry(values.get(ACROSS), values.get(DOWN), values.get(TURNS)));
        undo.setDisable(!painting.canUndo());
        redo.setDisable(!painting.canRedo());
    }

    private void buildTools() {
        ToggleGroup group = new ToggleGroup();
        for (PaintTool each : PaintTool.values()) {
            ToggleButton button = new ToggleButton(each.label());
            button.setId("paint-" + each.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setSelected(each == tool);
            button.getStyleClass().addAll(Styles.SMALL, place(each));
            Hint.on(button, each.doc());
            button.setOnAction(pressed -> {
                button.setSelected(true);
                tool = each;
                tuned.run();
            });
            tools.getChildren().add(button);
        }
    }

    private static String place(PaintTool each) {
        return switch (each) {
            case BRUSH -> Styles.LEFT_PILL;
            case FILL -> Styles.RIGHT_PILL;
            default -> Styles.CENTER_PILL;
        };
    }

    private HBox line(Parameter<?>... parameters) {
        HBox line = new HBox();
        for (Parameter<?> parameter : parameters) {
            ParameterRow<?> row = ParameterRows.of(parameter, new OfBar(), NO_FILES);
            HBox.setHgrow(row, parameter instanceof Flag ? Priority.NEVER : Priority.ALWAYS);
            rows.put(parameter, row);
            line.getChildren().add(row);
        }
        return line;
    }

    private void show() {
        rows.values().forEach(row -> ParameterRows.show(row, values));
    }

    private static Button button(Feather icon, String words) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Styles.SMALL);
        button.setAccessibleText(words);
        Hint.on(button, words);
        return button;
    }

    private final class OfBar implements Tuning {
        @Override
        public <T> void set(Parameter<T> parameter, T value) {
            values = values.with(parameter, value);
            show();
            tuned.run();
        }

        @Override
        public void begin() {}

        @Override
        public void end() {}
    }
}
