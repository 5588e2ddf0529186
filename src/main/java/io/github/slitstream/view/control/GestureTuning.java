package io.github.slitstream.view.control;

import io.github.slitstream.view.model.PresetModel;

/** What is tuned is a part of the preset that is played; a gesture is one step of its undo. */
public abstract class GestureTuning implements Tuning {
    private final PresetModel model;

    protected GestureTuning(PresetModel model) {
        this.model = model;
    }

    @Override
    public void begin() {
        model.beginGesture();
    }

    @Override
    public void end() {
        model.endGesture();
    }
}
