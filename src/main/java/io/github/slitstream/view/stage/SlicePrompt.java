package io.github.slitstream.view.stage;

import io.github.slitstream.engine.Player;
import io.github.slitstream.frame.Slice;
import io.github.slitstream.frame.Slice.Direction;
import io.github.slitstream.view.model.Snapshots;

/** Asks where a slice through the ring lies, and has it saved. */
final class SlicePrompt {
    private static final String MIDDLE = "50";
    private static final double PERCENT = 100;

    private final PromptBar prompt;
    private final Player player;
    private final Snapshots snapshots;

    SlicePrompt(PromptBar prompt, Player player, Snapshots snapshots) {
        this.prompt = prompt;
        this.player = player;
        this.snapshots = snapshots;
    }

    void ask(Direction direction) {
        String question = direction == Direction.X_T
                ? "Row that is kept of every frame, % from the top"
                : "Column that is kept of every frame, % from the left";
        prompt.ask(question, MIDDLE, "Save slice", text -> answer(direction, text));
    }

    private String answer(Direction direction, String text) {
        double at = percent(text) / PERCENT;
        if (!(at >= 0 && at <= 1)) {
            return "Type a number from 0 to 100.";
        }
        snapshots.take(new Slice(direction, at), player);
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
