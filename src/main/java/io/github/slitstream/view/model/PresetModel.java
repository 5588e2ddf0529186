package io.github.slitstream.view.model;

import io.github.slitstream.effect.EffectType;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Values;
import io.github.slitstream.preset.Slot;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.UndoStack;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The preset being played and every way to change it. What the player refuses is not taken over: the preset stays and
 * the reason is handed on.
 */
public final class PresetModel {
    private final UndoStack undoStack;
    private final Consumer<Preset> player;
    private final Consumer<String> refusals;
    private final List<Consumer<Preset>> listeners = new ArrayList<>();
    private Preset saved;
    private @Nullable Object gesture;

    /**
     * @param start what the player plays already
     * @param kept the preset that it came from
     * @param player plays a preset, or throws {@link BadValue}
     * @param refusals hears in one line why a change was refused
     */
    public PresetModel(Preset start, Preset kept, Consumer<Preset> player, Consumer<String> refusals) {
        this.undoStack = new UndoStack(start);
        this.player = player;
        this.refusals = refusals;
        this.saved = kept;
    }

    public Preset preset() {
        return undoStack.current();
    }

    /** Calls the listener with the current preset and after every change. */
    public void listen(Consumer<Preset> listener) {
        listeners.add(listener);
        listener.accept(preset());
    }

    /** Whether the preset differs from the one it was opened from or saved as. */
    public boolean isModified() {
        return !preset().rendersAs(saved);
    }

    /** Until {@link #endGesture}, all changes are one step for undo. */
    public void beginGesture() {
        gesture = new Object();
    }

    public void endGesture() {
        gesture = null;
    }

    /** Takes over the changed preset unless the player refuses it; says whether it did. */
    public boolean change(UnaryOperator<Preset> change) {
        try {
            Preset next = change.apply(preset());
            player.accept(next);
            remember(next);
            return true;
        } catch (BadValue e) {
            refusals.accept(e.getMessage());
            return false;
        } finally {
            tell();
        }
    }

    public <T> void set(String slot, Parameter<T> parameter, T value) {
        change(preset -> preset.with(slot, effect -> effect.with(parameter, value)));
    }

    /** Takes over several values of an effect at once. */
    public void set(String slot, UnaryOperator<Values> values) {
        change(preset -> preset.with(slot, effect -> effect.withValues(values.apply(effect.values()))));
    }

    public <T> void setRing(Parameter<T> parameter, T value) {
        change(preset -> preset.withRing(parameter, value));
    }

    public <T> void setSound(Parameter<T> parameter, T value) {
        change(preset -> preset.withSound(preset.sound().with(parameter, value)));
    }

    public void setEnabled(String slot, boolean on) {
        change(preset -> preset.with(slot, effect -> effect.withEnabled(on)));
    }

    /** Adds an effect with its defaults at the end and returns the id of its slot. */
    public String add(EffectType type) {
        change(preset -> preset.plus(Slot.of(type)));
        return preset().chain().getLast().id();
    }

    /** Adds a copy of an effect right after it. */
    public void duplicate(String slot) {
        change(preset -> {
            Preset longer = preset.plus(preset.slot(slot));
            return longer.moved(longer.chain().getLast().id(), position(slot) + 1);
        });
    }

    public void remove(String slot) {
        change(preset -> preset.without(slot));
    }

    /** Brings all values of an effect back to their defaults. */
    public void reset(String slot) {
        change(preset -> preset.with(slot, effect -> effect.withValues(effect.type().defaults())));
    }

    public void move(String slot, int position) {
        if (position != position(slot) && position >= 0 && position < preset().chain().size()) {
            change(preset -> preset.moved(slot, position));
        }
    }

    /** Where an effect stands in the chain, 0 being first; −1 if it is not there. */
    public int position(String slot) {
        List<Slot> chain = preset().chain();
        for (int i = 0; i < chain.size(); i++) {
            if (chain.get(i).id().equals(slot)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Plays a preset as it is kept somewhere, unless the player refuses it; the way back is undo. Says whether it did.
     */
    public boolean open(Preset preset) {
        boolean taken = change(current -> preset);
        if (taken) {
            saved = preset;
            tell();
        }
        return taken;
    }

    /** The current preset has been kept under this name. */
    public void savedAs(Preset named) {
        if (change(current -> current.named(named.name(), named.about()))) {
            saved = named;
            tell();
        }
    }

    public boolean canUndo() {
        return undoStack.canUndo();
    }

    public boolean canRedo() {
        return undoStack.canRedo();
    }

    public void undo() {
        step(undoStack::undo, undoStack::redo);
    }

    public void redo() {
        step(undoStack::redo, undoStack::undo);
    }

    private void remember(Preset next) {
        Object ofGesture = gesture;
        if (ofGesture == null) {
            undoStack.change(next);
        } else {
            undoStack.change(next, ofGesture);
        }
    }

    private void step(Runnable there, Runnable back) {
        there.run();
        try {
            player.accept(preset());
        } catch (BadValue e) {
            back.run();
            refusals.accept(e.getMessage());
        }
        tell();
    }

    private void tell() {
        Preset now = preset();
        listeners.forEach(listener -> listener.accept(now));
    }
}
