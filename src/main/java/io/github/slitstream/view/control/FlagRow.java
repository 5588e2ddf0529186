package io.github.slitstream.view.control;

import atlantafx.base.controls.ToggleSwitch;
import io.github.slitstream.param.Flag;

/** A switch. */
final class FlagRow extends ParameterRow<Boolean> {
    private final ToggleSwitch toggle = new ToggleSwitch();

    FlagRow(Flag flag, Tuning tuning) {
        super(flag, tuning);
        describe(toggle);
        toggle.selectedProperty().addListener((property, before, on) -> hand(on));
        line(toggle);
    }

    @Override
    void display(Boolean value, boolean isNew) {
        toggle.setSelected(value);
    }
}
