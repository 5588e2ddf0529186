package io.github.slitstream.view.stage;

import io.github.slitstream.view.model.Command;
import io.github.slitstream.view.model.PresetModel;
import io.github.slitstream.view.model.TimePace;

/** The keys by which the pace of time is played. */
final class TimeKeys {
    private TimeKeys() {}

    /** @throws IllegalArgumentException of another command */
    static void play(Command command, PresetModel model) {
        TimePace pace = new TimePace(model);
        switch (command) {
            case STOP_TIME -> pace.toggle();
            case CATCH_UP -> pace.catchUp();
            case SLOWER -> pace.slower();
            case FASTER -> pace.faster();
            default -> throw new IllegalArgumentException(command + " does not play the pace of time");
        }
    }
}
