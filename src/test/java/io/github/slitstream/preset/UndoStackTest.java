package io.github.slitstream.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class UndoStackTest {
    private final UndoStack undoStack = new UndoStack(preset(2));

    @Test
    void changesAreTakenBackAndMadeAgain() {
        undoStack.change(preset(3));
        undoStack.change(preset(4));
        assertEquals(preset(3), undoStack.undo());
        assertEquals(preset(2), undoStack.undo());
        assertEquals(preset(2), undoStack.undo());
        assertFalse(undoStack.canUndo());
        assertEquals(preset(3), undoStack.redo());
        assertEquals(preset(4), undoStack.redo());
        assertEquals(preset(4), undoStack.redo());
        assertFalse(undoStack.canRedo());
    }

    @Test
    void aChangeForgetsWhatWasTakenBack() {
        undoStack.change(preset(3));
        undoStack.undo();
        undoStack.change(preset(4));
        assertFalse(undoStack.canRedo());
        assertEquals(preset(2), undoStack.undo());
    }

    @Test
    void oneGestureIsOneStep() {
        undoStack.change(preset(3), "drag of ring");
        undoStack.change(preset(4), "drag of ring");
        undoStack.change(preset(5), "drag of ring");
        undoStack.change(preset(6), "next drag");
        assertEquals(preset(5), undoStack.undo());
        assertEquals(preset(2), undoStack.undo());
    }

    @Test
    void aGestureEndsWithAnythingElse() {
        undoStack.change(preset(3), "drag");
        undoStack.change(preset(4));
        undoStack.change(preset(5), "drag");
        assertEquals(preset(4), undoStack.undo());
        undoStack.change(preset(6), "drag");
        assertEquals(preset(4), undoStack.undo());
    }

    @Test
    void aGestureThatStartsWithNoChangeIsStillAStep() {
        undoStack.change(preset(2), "drag");
        undoStack.change(preset(3), "drag");
        assertTrue(undoStack.canUndo());
        assertEquals(preset(2), undoStack.undo());
    }

    @Test
    void aGestureThatComesBackLeavesNoStep() {
        undoStack.change(preset(3), "drag");
        undoStack.change(preset(2), "drag");
        assertFalse(undoStack.canUndo());
        undoStack.change(preset(4), "drag");
        assertEquals(preset(2), undoStack.undo());
    }

    @Test
    void noChangeIsNoStep() {
        undoStack.change(preset(2));
        assertFalse(undoStack.canUndo());
    }

    @Test
    void theOldestStepsAreForgotten() {
        for (int length = 3; length < 3 + UndoStack.MAX_STEPS + 7; length++) {
            undoStack.change(preset(length));
        }
        int steps = 0;
        while (undoStack.canUndo()) {
            undoStack.undo();
            steps++;
        }
        assertEquals(UndoStack.MAX_STEPS, steps);
        assertEquals(preset(2 + 7), undoStack.current());
    }

    private static Preset preset(int ringLength) {
        return Preset.empty("preset").withRing(RingSettings.LENGTH, ringLength);
    }
}
