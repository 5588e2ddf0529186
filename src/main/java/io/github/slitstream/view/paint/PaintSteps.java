package io.github.slitstream.view.paint;

import java.util.ArrayDeque;
import java.util.Deque;

/** Strokes that can be taken back, and those that were. */
final class PaintSteps {
    /** Samples that are kept: some 30 strokes over all of a 1080p map. */
    private static final long MOST_SAMPLES = 128_000_000;

    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private long kept;

    /** What an area held before a stroke and after it. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Step(Area area, char[] before, char[] after) {
        long samples() {
            return 2L * before.length;
        }
    }

    void add(Step step) {
        undone.forEach(lost -> kept -= lost.samples());
        undone.clear();
        done.push(step);
        kept += step.samples();
        while (kept > MOST_SAMPLES && done.size() > 1) {
            kept -= done.removeLast().samples();
        }
    }

    boolean canUndo() {
        return !done.isEmpty();
    }

    boolean canRedo() {
        return !undone.isEmpty();
    }

    /** The last stroke, which then counts as undone. */
    Step undo() {
        Step step = done.pop();
        undone.push(step);
        return step;
    }

    Step redo() {
        Step step = undone.pop();
        done.push(step);
        return step;
    }
}
