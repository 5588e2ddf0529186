package io.github.slitstream.engine.ring;

import io.github.slitstream.frame.FramePacking;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.PackedFrames;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import io.github.slitstream.preset.Slot;
import java.util.List;

/** A ring as a preset wants it. */
public final class PresetRing {
    private PresetRing() {}

    /**
     * @param kernels that pack
     * @param keepsFlow whether it keeps the flow between frames
     * @throws OutOfMemoryError if the system refuses the memory
     */
    public static FrameRing make(FrameSize kept, int views, Preset preset, Kernels kernels, boolean keepsFlow) {
        FramePacking packing = isPacked(preset) ? new PackedFrames(kernels) : null;
        return new FrameRing(kept, views, preset.ring().get(RingSettings.LENGTH), packing, keepsFlow);
    }

    /** Bytes of such a ring. */
    static long bytes(FrameSize kept, int views, Preset preset, boolean keepsFlow) {
        int length = preset.ring().get(RingSettings.LENGTH);
        long ofFrames = isPacked(preset)
                ? FrameRing.bytesForPacked(kept, views, length, PackedFrames.bytesOf(kept))
                : FrameRing.bytesFor(kept, views, length);
        return ofFrames + (keepsFlow ? FrameRing.bytesForFlow(kept, length) : 0);
    }

    /** Whether a ring is as long as the preset wants it, and keeps frames in the same form, with their flow or not. */
    public static boolean isAsWanted(FrameRing ring, Preset preset, boolean keepsFlow) {
        return ring.capacity() == preset.ring().get(RingSettings.LENGTH)
                && (ring.packing() != null) == isPacked(preset) && ring.keepsFlow() == keepsFlow;
    }

    /**
     * Whether a chain wants the flow between the frames that come in: its first effect, or one before it that is
     * switched off, looks at moments between them. Allocates nothing.
     */
    public static boolean keepsFlow(Preset preset) {
        List<Slot> chain = preset.chain();
        for (int i = 0; i < chain.size(); i++) {
            Slot slot = chain.get(i);
            if (slot.wantsFlow()) {
                return true;
            }
            if (slot.enabled()) {
                return false;
            }
        }
        return false;
    }

    private static boolean isPacked(Preset preset) {
        return preset.ring().get(RingSettings.HISTORY) == RingSettings.HistoryFormat.COMPACT;
    }
}
