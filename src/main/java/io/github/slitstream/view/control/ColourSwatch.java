package io.github.slitstream.view.control;

import atlantafx.base.theme.Styles;
import io.github.slitstream.param.Int;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Values;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.paint.Color;

/** The colour that three numbers make, {@code …red}, {@code …green} and {@code …blue}, to be seen and chosen. */
public final class ColourSwatch extends HBox {
    private static final String RED = "red";
    private static final int BRIGHTEST = 255;

    private final Int red;
    private final Int green;
    private final Int blue;
    private final ColorPicker picker = new ColorPicker();
    private boolean showing;

    private ColourSwatch(Int red, Int green, Int blue, Tuning tuning) {
        this.red = red;
        this.green = green;
        this.blue = blue;
        String name = nameOf(red.label());
        Label label = new Label(name);
        label.getStyleClass().add("parameter-label");
        label.setLabelFor(picker);
        picker.getStyleClass().add(Styles.SMALL);
        picker.setAccessibleText(name);
        picker.setMaxWidth(Double.MAX_VALUE);
        picker.setOnAction(chosen -> hand(tuning));
        HBox.setHgrow(picker, Priority.ALWAYS);
        setId(prefix(red) + "colour");
        getStyleClass().addAll("parameter-line", "colour-swatch");
        setAlignment(Pos.CENTER_LEFT);
        Hint.on(this, "Choose the colour, or set its red, green and blue below");
        getChildren().addAll(label, picker);
    }

    /**
     * One for the colour whose first number is a parameter, if it is.
     *
     * @param all among which the other two are
     */
    public static Optional<ColourSwatch> of(Parameter<?> first, List<Parameter<?>> all, Tuning tuning) {
        if (!(first instanceof Int red) || !red.id().endsWith(RED)) {
            return Optional.empty();
        }
        return level(prefix(red) + "green", all).flatMap(
                green -> level(prefix(red) + "blue", all).map(blue -> new ColourSwatch(red, green, blue, tuning)));
    }

    private static Optional<Int> level(String id, List<Parameter<?>> all) {
        return all.stream().filter(parameter -> parameter.id().equals(id)).filter(Int.class::isInstance)
                .map(Int.class::cast).findFirst();
    }

    private static String prefix(Int red) {
        return red.id().substring(0, red.id().length() - RED.length());
    }

    /** {@code Line red} is of the line colour. */
    private static String nameOf(String labelOfRed) {
        String of = labelOfRed.substring(0, labelOfRed.length() - RED.length()).replaceFirst(",? *$", "");
        return of.isEmpty() || of.endsWith("·") ? (of + " Colour").strip() : of + " colour";
    }

    /** Shows what the numbers say. */
    public void show(Values values) {
        showing = true;
        picker.setValue(Color.rgb(values.get(red), values.get(green), values.get(blue)));
        showing = false;
    }

    private void hand(Tuning tuning) {
        if (showing) {
            return;
        }
        Color chosen = picker.getValue();
        tuning.begin();
        tuning.set(red, level(chosen.getRed()));
        tuning.set(green, level(chosen.getGreen()));
        tuning.set(blue, level(chosen.getBlue()));
        tuning.end();
    }

    private static int level(double share) {
        return (int) Math.rint(share * BRIGHTEST);
    }
}
