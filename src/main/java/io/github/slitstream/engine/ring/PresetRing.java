package io.github.slitstream.engine.ring;

import io.github.slitstream.frame.FramePacking;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.PackedFrames;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;

/** A ring as a preset wants it. */
public final class PresetRing {
    private PresetRing() {}

    /**
     * @param kernels that pack
     * @throws OutOfMemoryError if the system refuses the memory
     */
    public static FrameRing make(FrameSize kept, int views, Preset preset, Kernels kernels) {
        FramePacking packing = isPacked(preset) ? new PackedFrames(kernels) : null;
        return new FrameRing(kept, views, preset.ring().get(RingSettings.LENGTH), packing);
    }

    /** Bytes of such a ring. */
    static long bytes(FrameSize kept, int views, Preset preset) {
        int length = preset.ring().get(RingSettings.LENGTH);
        return isPacked(preset)
                ? FrameRing.bytesForPacked(kept, views, length, PackedFrames.bytesOf(kept))
                : FrameRing.bytesFor(kept, views, length);
    }

    /** Whether a ring is as long as the preset wants it, and keeps frames in the same form. */
    public static boolean isAsWanted(FrameRing ring, Preset preset) {
        return ring.capacity() == preset.ring().get(RingSettings.LENGTH)
                && (ring.packing() != null) == isPacked(preset);
    }

    private static boolean isPacked(Preset preset) {
        return preset.ring().get(RingSettings.HISTORY) == RingSettings.HistoryFormat.COMPACT;
    }
}
