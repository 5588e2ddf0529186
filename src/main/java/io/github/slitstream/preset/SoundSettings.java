package io.github.slitstream.preset;

import io.github.slitstream.param.Flag;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Real;
import java.util.List;

/** What is tuned about the sound that goes with the pictures. */
public final class SoundSettings {
    public static final Real DELAY = Real
            .of("sound-delay", "Sound delay", 0, 60, 0, "How much later sound is heard than it was captured.").in("s")
            .slider(0, 5);
    public static final Flag AT_DEPTH = Flag.of("sound-at-depth", "Sound at depth", false,
            "Delays sound by half of what the effects look back as well: it goes with the middle of the depth.");

    /** In the order they are shown. */
    public static final List<Parameter<?>> ALL = List.of(DELAY, AT_DEPTH);

    private SoundSettings() {}
}
