package io.github.slitstream.engine;

import io.github.slitstream.frame.FramePacking;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.PackedFrames;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import org.jspecify.annotations.Nullable;

/** A ring as a preset wants it. */
final class PresetRing {
    private PresetRing() {}

    /** @throws OutOfMemoryError if the system refuses the memory */
    static FrameRing make(FrameSize kept, int views, Preset preset) {
        return new FrameRing(kept, views, preset.ring().get(RingSettings.LENGTH), packing(preset));
    }

    /** Bytes of such a ring. */
    static long bytes(FrameSize kept, int views, Preset preset) {
        return FrameRing.bytesFor(kept, views, preset.ring().get(RingSettings.LENGTH), packing(preset));
    }

    /** Whether a ring is as long as the preset wants it, and keeps frames in the same form. */
    static boolean isAsWanted(FrameRing ring, Preset preset) {
        boolean packed = ring.packing() != null;
        return ring.capacity() == preset.ring().get(RingSettings.LENGTH) && packed == (packing(preset) != null);
    }

    private static @Nullable FramePacking packing(Preset preset) {
        return switch (preset.ring().get(RingSettings.HISTORY)) {
            case FULL -> null;
            case COMPACT -> new PackedFrames(Kernels.get());
        };
    }
}
