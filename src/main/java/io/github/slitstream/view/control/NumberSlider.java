package io.github.slitstream.view.control;

import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Slider;
import org.jspecify.annotations.Nullable;

/** A slider over positions 0 … 1 that tells screen readers the numbers they stand for. */
final class NumberSlider extends Slider {
    private NumberScale<?> scale;

    NumberSlider(NumberScale<?> scale) {
        super(0, 1, 0);
        this.scale = scale;
    }

    void rescale(NumberScale<?> newScale) {
        scale = newScale;
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> scale.number(getValue());
            case MIN_VALUE -> scale.number(0);
            case MAX_VALUE -> scale.number(1);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
