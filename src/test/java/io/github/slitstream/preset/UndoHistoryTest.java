package io.github.slitstream.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class UndoHistoryTest {
    private final UndoHistory history = new UndoHistory(preset(2));

    @Test
    void changesAreTakenBackAndMadeAgain() {
        history.change(preset(3));
        history.change(preset(4));
        assertEquals(preset(3), history.undo());
        assertEquals(preset(2), history.undo());
        assertEquals(preset(2), history.undo());
        assertFalse(history.canUndo());
        assertEquals(preset(3), history.redo());
        assertEquals(preset(4), history.redo());
        assertEquals(preset(4), history.redo());
        assertFalse(history.canRedo());
    }

    @Test
    void aChangeForgetsWhatWasTakenBack() {
        history.change(preset(3));
        history.undo();
        history.change(preset(4));
        assertFalse(history.canRedo());
        assertEquals(preset(2), history.undo());
    }

    @Test
    void oneGestureIsOneStep() {
        history.change(preset(3), "drag of ring");
        history.change(preset(4), "drag of ring");
        history.change(preset(5), "drag of ring");
        history.change(preset(6), "next drag");
        assertEquals(preset(5), history.undo());
        assertEquals(preset(2), history.undo());
    }

    @Test
    void aGestureEndsWithAnythingElse() {
        history.change(preset(3), "drag");
        history.change(preset(4));
        history.change(preset(5), "drag");
        assertEquals(preset(4), history.undo());
        history.change(preset(6), "drag");
        assertEquals(preset(4), history.undo());
    }

    @Test
    void aGestureThatStartsWithNoChangeIsStillAStep() {
        history.change(preset(2), "drag");
        history.change(preset(3), "drag");
        assertTrue(history.canUndo());
        assertEquals(preset(2), history.undo());
    }

    @Test
    void aGestureThatComesBackLeavesNoStep() {
        history.change(preset(3), "drag");
        history.change(preset(2), "drag");
        assertFalse(history.canUndo());
        history.change(preset(4), "drag");
        assertEquals(preset(2), history.undo());
    }

    @Test
    void noChangeIsNoStep() {
        history.change(preset(2));
        assertFalse(history.canUndo());
    }

    @Test
    void theOldestStepsAreForgotten() {
        for (int length = 3; length < 3 + UndoHistory.MAX_STEPS + 7; length++) {
            history.change(preset(length));
        }
        int steps = 0;
        while (history.canUndo()) {
            history.undo();
            steps++;
        }
        assertEquals(UndoHistory.MAX_STEPS, steps);
        assertEquals(preset(2 + 7), history.present());
    }

    private static Preset preset(int ringLength) {
        return Preset.empty("preset").withRing(RingSettings.LENGTH, ringLength);
    }
}
