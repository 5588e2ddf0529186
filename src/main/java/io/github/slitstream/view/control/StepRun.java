package io.github.slitstream.view.control;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Key presses and wheel turns that follow each other closely: together they are one step for undo. */
public final class StepRun {
    private static final Duration SAME_GESTURE = Duration.millis(600);

    private final PauseTransition pause = new PauseTransition(SAME_GESTURE);
    private final Runnable begin;
    private final Runnable end;
    private boolean going;

    /** @param end runs when nothing has followed for a while, or on {@link #stop} */
    public StepRun(Runnable begin, Runnable end) {
        this.begin = begin;
        this.end = end;
        pause.setOnFinished(over -> stop());
    }

    /** Called before each step. */
    public void step() {
        if (!going) {
            going = true;
            begin.run();
        }
        pause.playFromStart();
    }

    /** Whatever follows is another run. */
    public void stop() {
        pause.stop();
        if (going) {
            going = false;
            end.run();
        }
    }
}
