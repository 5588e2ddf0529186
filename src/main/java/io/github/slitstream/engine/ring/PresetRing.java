package io.github.slitstream.engine.ring;

import io.github.slitstream.frame.FlowAxis;
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
     * @param axis between which frames it keeps the flow
     * @throws OutOfMemoryError if the system refuses the memory
     */
    public static FrameRing make(FrameSize kept, int views, Preset preset, Kernels kernels, FlowAxis axis) {
        FramePacking packing = isPacked(preset) ? new PackedFrames(kernels) : null;
        return new FrameRing(kept, views, preset.ring().get(RingSettings.LENGTH), packing, axis);
    }

    /** Bytes of such a ring. */
    static long bytes(FrameSize kept, int views, Preset preset, FlowAxis axis) {
        int length = preset.ring().get(RingSettings.LENGTH);
        long ofFrames = isPacked(preset)
                ? FrameRing.bytesForPacked(kept, views, length, PackedFrames.bytesOf(kept))
                : FrameRing.bytesFor(kept, views, length);
        return ofFrames + FrameRing.bytesForFlow(kept, views, length, axis);
    }

    /** Whether a ring is as long as the preset wants it, and keeps frames in the same form, with the same flow. */
    public static boolean isAsWanted(FrameRing ring, Preset preset, FlowAxis axis) {
        return ring.capacity() == preset.ring().get(RingSettings.LENGTH)
                && (ring.packing() != null) == isPacked(preset) && ring.flowAxis() == axis;
    }

    /**
     * Between which of the frames that come in a chain wants the flow: as its first effect does or, where that wants
     * none, one before it that is switched off. Allocates nothing.
     */
    public static FlowAxis flow(Preset preset) {
        FlowAxis wanted = FlowAxis.NONE;
        List<Slot> chain = preset.chain();
        for (int i = 0; i < chain.size(); i++) {
            FlowAxis own = chain.get(i).flow();
            wanted = own == FlowAxis.NONE ? wanted : own;
            if (chain.get(i).enabled()) {
                break;
            }
        }
        return wanted;
    }

    private static boolean isPacked(Preset preset) {
        return preset.ring().get(RingSettings.HISTORY) == RingSettings.HistoryFormat.COMPACT;
    }
}
