package io.github.slitstream.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class UndoHistoryTest {
    private final UndoHistory history = new UndoHistory(look(2));

    @Test
    void changesAreTakenBackAndMadeAgain() {
        history.change(look(3));
        history.change(look(4));
        assertEquals(look(3), history.undo());
        assertEquals(look(2), history.undo());
        assertEquals(look(2), history.undo());
        assertFalse(history.canUndo());
        assertEquals(look(3), history.redo());
        assertEquals(look(4), history.redo());
        assertEquals(look(4), history.redo());
        assertFalse(history.canRedo());
    }

    @Test
    void aChangeForgetsWhatWasTakenBack() {
        history.change(look(3));
        history.undo();
        history.change(look(4));
        assertFalse(history.canRedo());
        assertEquals(look(2), history.undo());
    }

    @Test
    void oneGestureIsOneStep() {
        history.change(look(3), "drag of ring");
        history.change(look(4), "drag of ring");
        history.change(look(5), "drag of ring");
        history.change(look(6), "next drag");
        assertEquals(look(5), history.undo());
        assertEquals(look(2), history.undo());
    }

    @Test
    void aGestureEndsWithAnythingElse() {
        history.change(look(3), "drag");
        history.change(look(4));
        history.change(look(5), "drag");
        assertEquals(look(4), history.undo());
        history.change(look(6), "drag");
        assertEquals(look(4), history.undo());
    }

    @Test
    void aGestureThatStartsWithNoChangeIsStillAStep() {
        history.change(look(2), "drag");
        history.change(look(3), "drag");
        assertTrue(history.canUndo());
        assertEquals(look(2), history.undo());
    }

    @Test
    void aGestureThatComesBackLeavesNoStep() {
        history.change(look(3), "drag");
        history.change(look(2), "drag");
        assertFalse(history.canUndo());
        history.change(look(4), "drag");
        assertEquals(look(2), history.undo());
    }

    @Test
    void noChangeIsNoStep() {
        history.change(look(2));
        assertFalse(history.canUndo());
    }

    @Test
    void theOldestStepsAreForgotten() {
        for (int length = 3; length < 3 + UndoHistory.MAX_STEPS + 7; length++) {
            history.change(look(length));
        }
        int steps = 0;
        while (history.canUndo()) {
            history.undo();
            steps++;
        }
        assertEquals(UndoHistory.MAX_STEPS, steps);
        assertEquals(look(2 + 7), history.present());
    }

    private static Preset look(int ringLength) {
        return Preset.empty("look").withRing(RingSettings.LENGTH, ringLength);
    }
}
