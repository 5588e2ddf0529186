package io.github.slitstream.preset;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The changes of a preset, to be taken back and made again. One thread. */
public final class UndoStack {
    /** Steps that can be taken back; older ones are forgotten. */
    static final int MAX_STEPS = 300;

    private final Deque<Preset> undoable = new ArrayDeque<>();
    private final Deque<Preset> redoable = new ArrayDeque<>();
    private Preset current;
    private @Nullable Object gesture;

    public UndoStack(Preset start) {
        current = start;
    }

    public Preset current() {
        return current;
    }

    /** Makes a change that is a step of its own. */
    public void change(Preset changed) {
        step(changed);
        gesture = null;
    }

    /**
     * Makes a change that is part of a gesture, such as dragging a slider: all changes in a row with the same gesture
     * are one step.
     *
     * @param ofGesture any object, the same for the whole gesture
     */
    public void change(Preset changed, Object ofGesture) {
        if (ofGesture.equals(gesture)) {
            continueGesture(changed);
        } else {
            gesture = step(changed) ? ofGesture : null;
        }
    }

    public boolean canUndo() {
        return !undoable.isEmpty();
    }

    public boolean canRedo() {
        return !redoable.isEmpty();
    }

    /** Takes the last step back, if there is one, and gives the preset after it. */
    public Preset undo() {
        return move(undoable, redoable);
    }

    /** Makes the step that was taken back last again, if there is one, and gives the preset after it. */
    public Preset redo() {
        return move(redoable, undoable);
    }

    /** A gesture that comes back to where it began leaves no step. */
    private void continueGesture(Preset changed) {
        current = changed;
        if (changed.equals(undoable.peek())) {
            undoable.pop();
            gesture = null;
        }
    }

    private boolean step(Preset changed) {
        if (changed.equals(current)) {
            return false;
        }
        undoable.push(current);
        if (undoable.size() > MAX_STEPS) {
            undoable.removeLast();
        }
        redoable.clear();
        current = changed;
        return true;
    }

    private Preset move(Deque<Preset> from, Deque<Preset> to) {
        gesture = null;
        if (!from.isEmpty()) {
            to.push(current);
            current = from.pop();
        }
        return current;
    }
}
