package io.github.slitstream.view.control;

import atlantafx.base.controls.ProgressSliderSkin;
import atlantafx.base.theme.Styles;
import io.github.slitstream.param.BadValue;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A slider over the range that is useful and a field for every value that is legal. Dragging with Shift is ten times
 * finer, a double click brings back the default, wheel and arrow keys step.
 */
public final class NumberRow<T extends Number> extends ParameterRow<T> {
    private final Tuning tuning;
    private final boolean appliesOnRelease;
    private final NumberSlider slider;
    private final NumberField field;
    private final StepRun steps;
    private NumberScale<T> scale;
    private Consumer<T> preview = value -> {};
    private @Nullable T pending;
    private double dragPosition;
    private double dragX;

    /** @param appliesOnRelease whether a value is handed on only when a drag is over, because applying it takes long */
    public NumberRow(NumberScale<T> scale, Tuning tuning, boolean appliesOnRelease) {
        super(scale.parameter(), tuning);
        this.scale = scale;
        this.slider = new NumberSlider(scale);
        this.field = new NumberField(scale.parameter().unit());
        this.tuning = tuning;
        this.appliesOnRelease = appliesOnRelease;
        this.steps = new StepRun(tuning::begin, this::finish);
        buildSlider();
        buildField();
        line(slider, field);
        HBox.setHgrow(slider, Priority.ALWAYS);
    }

    /** Sets who hears of values on their way, before they are handed on. */
    public void onPreview(Consumer<T> listener) {
        preview = listener;
    }

    /** Gives the slider another stretch, and the number another unit. */
    public void rescale(NumberScale<T> newScale, String newUnit) {
        scale = newScale;
        field.setUnit(newUnit);
        slider.rescale(newScale);
        T value = shown();
        if (value != null) {
            slider.setValue(newScale.position(value));
        }
    }

    @Override
    void display(T value, boolean isNew) {
        if (isNew) {
            unmark();
            put(value);
        }
    }

    private void put(T value) {
        slider.setValue(scale.position(value));
        field.setText(parameter().format(value));
    }

    private void buildSlider() {
        slider.getStyleClass().add(Styles.SMALL);
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.setMinWidth(40);
        describe(slider);
        slider.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        slider.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
        slider.addEventFilter(MouseEvent.MOUSE_RELEASED, this::release);
        slider.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        PointedWheel.on(slider, this::wheel);
    }

    private void buildField() {
        field.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        describe(field);
        field.setOnAction(enter -> {
            if (takeOver()) {
                field.selectAll();
            }
        });
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::fieldKey);
        PointedWheel.on(field, this::wheel);
        field.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                leaveField();
            }
        });
    }

    private void press(MouseEvent event) {
        event.consume();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        slider.requestFocus();
        steps.stop();
        tuning.begin();
        if (event.getClickCount() == 2) {
            handOn(parameter().defaultValue());
            dragPosition = slider.getValue();
            dragX = event.getX();
            return;
        }
        dragX = event.getX();
        dragPosition = slider.getValue();
        if (!isOnThumb(event)) {
            dragPosition = positionAt(event.getX());
            handOn(scale.at(dragPosition, event.isShiftDown()));
        }
    }

    private void drag(MouseEvent event) {
        event.consume();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        double way = (event.getX() - dragX) / trackLength();
        dragX = event.getX();
        dragPosition = dragPosition + way * (event.isShiftDown() ? NumberScale.FINE : 1);
        handOn(scale.at(Math.clamp(dragPosition, 0, 1), event.isShiftDown()));
    }

    private void release(MouseEvent event) {
        event.consume();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        finish();
    }

    private void finish() {
        applyPending();
        tuning.end();
    }

    private void key(KeyEvent event) {
        int way = switch (event.getCode()) {
            case RIGHT, UP -> 1;
            case LEFT, DOWN -> -1;
            case PAGE_UP -> 10;
            case PAGE_DOWN -> -10;
            default -> 0;
        };
        if (event.isAltDown() || event.isShortcutDown()) {
            return;
        }
        if (way != 0) {
            step(way, event.isShiftDown());
            event.consume();
        } else if (event.getCode() == KeyCode.HOME || event.getCode() == KeyCode.END) {
            steps.step();
            handOn(scale.at(event.getCode() == KeyCode.HOME ? 0 : 1, false));
            event.consume();
        }
    }

    private void fieldKey(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> step(1, event.isShiftDown());
            case DOWN -> step(-1, event.isShiftDown());
            case ESCAPE -> restore();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** An entry that is being mended is not wrong any more; Enter says whether it is right. */
    private void typed(KeyEvent event) {
        if (!event.getCharacter().isBlank()) {
            unmark();
        }
    }

    private void wheel(ScrollEvent event) {
        // Shift turns a vertical wheel into a horizontal one on some platforms.
        double turned = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
        if (turned != 0) {
            step(turned > 0 ? 1 : -1, event.isShiftDown());
        }
    }

    private void step(int count, boolean fine) {
        T now = pending == null ? shown() : pending;
        if (now != null) {
            steps.step();
            handOn(scale.stepped(now, count, fine));
        }
    }

    private void handOn(T value) {
        preview.accept(value);
        if (appliesOnRelease) {
            pending = value;
            put(value);
        } else {
            hand(value);
        }
    }

    private void applyPending() {
        T value = pending;
        pending = null;
        if (value == null) {
            return;
        }
        hand(value);
        restore();
    }

    /** Takes over what stands in the field, or says what is wrong with it and keeps the old value. */
    private boolean takeOver() {
        try {
            T value = parameter().parse(field.getText());
            unmark();
            preview.accept(value);
            hand(value);
            restore();
            return true;
        } catch (BadValue e) {
            showError(e.getMessage());
            field.mark(true);
            return false;
        }
    }

    private void leaveField() {
        T value = shown();
        if (value == null) {
            return;
        }
        if (field.getText().equals(parameter().format(value))) {
            unmark();
        } else if (!takeOver()) {
            put(value);
            field.mark(false);
        }
    }

    private void restore() {
        T value = shown();
        if (value != null) {
            unmark();
            put(value);
            preview.accept(value);
        }
    }

    private void unmark() {
        showError("");
        field.mark(false);
    }

    private boolean isOnThumb(MouseEvent event) {
        double centre = slider.getValue() * trackLength() + thumbWidth() / 2;
        return Math.abs(event.getX() - centre) <= thumbWidth() / 2 + 1;
    }

    private double positionAt(double x) {
        return Math.clamp((x - thumbWidth() / 2) / trackLength(), 0, 1);
    }

    private double trackLength() {
        return Math.max(1, slider.getWidth() - thumbWidth());
    }

    private double thumbWidth() {
        return slider.lookup(".thumb") instanceof Region thumb ? thumb.getWidth() : 0;
    }
}
