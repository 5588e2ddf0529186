package io.github.slitstream.preset;

import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.Resampling;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.Int;
import io.github.slitstream.param.Named;
import io.github.slitstream.param.Parameter;
import java.util.List;

/** What is tuned about the ring and the sizes around it: the same for every effect of a look. */
public final class RingSettings {
    public static final Int LENGTH = Int.of("ring", "Ring", FrameRing.MIN_CAPACITY, FrameRing.MAX_CAPACITY, 60,
            "How many frames of the past are kept.").in("frames").slider(2, 240);
    public static final Int DOWNSAMPLE = Int.of("downsample", "Downsample", 1, 16, 1,
            "Divides both sides of the picture before it is kept, by averaging.").in("×").slider(1, 8);
    public static final Choice<Upsampling> UPSAMPLE = Choice.of("upsample", "Upsample", List.of(Upsampling.values()),
            Upsampling.LINEAR, "How a downsampled picture is brought back to its size after the effects.");

    public static final Choice<History> HISTORY = Choice.of("history", "Memory", List.of(History.values()),
            History.FULL,
            "Compact keeps the past in less than half the memory, with one colour for four pixels.");

    /** In the order they are shown. */
    public static final List<Parameter<?>> ALL = List.of(LENGTH, DOWNSAMPLE, UPSAMPLE, HISTORY);

    private RingSettings() {}

    /** The forms in which the past may be kept. */
    public enum History implements Named {
        FULL("full", "Full"), COMPACT("compact", "Compact");

        private final String id;
        private final String label;

        History(String id, String label) {
            this.id = id;
            this.label = label;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** The ways up that are offered. */
    public enum Upsampling implements Named {
        NEAREST("nearest", "Nearest", Resampling.NEAREST), LINEAR("linear", "Linear", Resampling.LINEAR), CUBIC("cubic",
                "Cubic", Resampling.CUBIC), LANCZOS4("lanczos4", "Lanczos 4", Resampling.LANCZOS4), AREA("area", "Area",
                        Resampling.AREA);

        private final String id;
        private final String label;
        private final Resampling method;

        Upsampling(String id, String label, Resampling method) {
            this.id = id;
            this.label = label;
            this.method = method;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String label() {
            return label;
        }

        public Resampling method() {
            return method;
        }
    }
}
