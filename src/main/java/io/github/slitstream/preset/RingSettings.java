package io.github.slitstream.preset;

import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.Resampling;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.Int;
import io.github.slitstream.param.NamedConstant;
import io.github.slitstream.param.Parameter;
import java.util.List;

/** What is tuned about the ring and the sizes around it: the same for every effect of a preset. */
public final class RingSettings {
    public static final Int LENGTH = Int.of("ring", "Ring", FrameRing.MIN_CAPACITY, FrameRing.MAX_CAPACITY, 60,
            "How many frames of the past are kept.").in("frames").slider(2, 240);
    public static final Int DOWNSAMPLE = Int.of("downsample", "Downsample", 1, 16, 1,
            "Divides both sides of the picture before it is kept, by averaging.").in("×").slider(1, 8);
    public static final Choice<Upsampling> UPSAMPLE = Choice.of("upsample", "Upsample", List.of(Upsampling.values()),
            Upsampling.LINEAR, "How a downsampled picture is brought back to its size after the effects.");

    public static final Choice<HistoryFormat> HISTORY = Choice.of("history", "Memory", List.of(HistoryFormat.values()),
            HistoryFormat.FULL,
            "Compact keeps the past in less than half the memory, with one colour for four pixels.");

    /** In the order they are shown. */
    public static final List<Parameter<?>> ALL = List.of(LENGTH, DOWNSAMPLE, UPSAMPLE, HISTORY);

    private RingSettings() {}

    /** How frames of the ring are stored. */
    public enum HistoryFormat implements NamedConstant {
        FULL, COMPACT
    }

    /** The ways up that are offered. */
    public enum Upsampling implements NamedConstant {
        NEAREST(Resampling.NEAREST), LINEAR(Resampling.LINEAR), CUBIC(Resampling.CUBIC), LANCZOS4(Resampling.LANCZOS4) {
            @Override
            public String label() {
                return "Lanczos 4";
            }
        },
        AREA(Resampling.AREA);

        private final Resampling method;

        Upsampling(Resampling method) {
            this.method = method;
        }

        public Resampling method() {
            return method;
        }
    }
}
