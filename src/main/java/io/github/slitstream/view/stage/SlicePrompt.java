package io.github.slitstream.view.stage;

import io.github.slitstream.engine.Player;
import io.github.slitstream.frame.Slice;
import io.github.slitstream.frame.Slice.Direction;
import io.github.slitstream.view.model.Command;
import io.github.slitstream.view.model.RecordingModel;
import io.github.slitstream.view.model.Snapshots;
import java.util.function.Consumer;

/** Asks where a slice through the ring or the line of a photo finish lies, and has it made. */
final class SlicePrompt {
    private static final String MIDDLE = "50";
    private static final double PERCENT = 100;

    private final PromptBar prompt;
    private final Player player;
    private final Snapshots snapshots;
    private final RecordingModel recordings;

    SlicePrompt(PromptBar prompt, Player player, Snapshots snapshots, RecordingModel recordings) {
        this.prompt = prompt;
        this.player = player;
        this.snapshots = snapshots;
        this.recordings = recordings;
    }

    /**
     * Does what a key asks for.
     *
     * @throws IllegalArgumentException of a command that asks for no slice
     */
    void run(Command command) {
        switch (command) {
            case SLICE_X_T -> ask(Direction.X_T);
            case SLICE_Y_T -> ask(Direction.Y_T);
            case FINISH_X_T -> togglePhotoFinish(Direction.X_T);
            case FINISH_Y_T -> togglePhotoFinish(Direction.Y_T);
            default -> throw new IllegalArgumentException(command + " asks for no slice");
        }
    }

    /** Of what the ring holds. */
    private void ask(Direction direction) {
        ask(direction, "every frame in the ring", "Save slice", slice -> snapshots.take(slice, player));
    }

    /** Of what comes from now on, or ends the one that is made. */
    private void togglePhotoFinish(Direction direction) {
        if (recordings.photoFinish().isEmpty()) {
            ask(direction, "every picture from now on", "Start photo finish", recordings::startPhotoFinish);
        } else {
            recordings.endPhotoFinish();
        }
    }

    private void ask(Direction direction, String pictures, String action, Consumer<Slice> taker) {
        String question = direction == Direction.X_T
                ? "Row that is kept of " + pictures + ", % from the top"
                : "Column that is kept of " + pictures + ", % from the left";
        prompt.ask(question, MIDDLE, action, text -> answer(direction, text, taker));
    }

    private static String answer(Direction direction, String text, Consumer<Slice> taker) {
        double at = percent(text) / PERCENT;
        if (!(at >= 0 && at <= 1)) {
            return "Type a number from 0 to 100.";
        }
        taker.accept(new Slice(direction, at));
        return "";
    }

    private static double percent(String text) {
        try {
            return Double.parseDouble(text.replace(',', '.'));
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }
}
