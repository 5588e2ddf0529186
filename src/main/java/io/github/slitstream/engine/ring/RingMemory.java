package io.github.slitstream.engine.ring;

import io.github.slitstream.effect.Footprint;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import io.github.slitstream.preset.Slot;

/** Bytes that the rings of a preset take, known before they are made. */
public final class RingMemory {
    private RingMemory() {}

    /** Bytes of all rings that a preset needs for pictures of a source of this size and so many views. */
    public static long bytesFor(FrameSize source, int views, Preset preset) {
        FrameSize kept = source.dividedBy(preset.ring().get(RingSettings.DOWNSAMPLE));
        return PresetRing.bytes(kept, views, preset, PresetRing.flow(preset))
                + bytesInChain(kept, preset);
    }

    /** Bytes of one picture that a preset makes of a source of this size. */
    static long pictureBytes(FrameSize source, Preset preset) {
        FrameSize kept = source.dividedBy(preset.ring().get(RingSettings.DOWNSAMPLE));
        FrameSize made = kept;
        for (Slot slot : preset.chain()) {
            made = slot.enabled() ? slot.type().outputSize(made, slot.values()) : made;
        }
        return made.equals(kept) ? source.bytes() : made.bytes();
    }

    /**
     * Bytes of the rings that a chain of this preset may keep beside that of its input, those of effects included that
     * are switched off.
     *
     * @param kept size of the frames that come into the chain
     */
    static long bytesInChain(FrameSize kept, Preset preset) {
        FrameSize input = kept;
        boolean isFirst = true;
        long bytes = 0;
        for (Slot slot : preset.chain()) {
            boolean isTemporal = slot.type().footprint() == Footprint.TEMPORAL;
            bytes += !isFirst && isTemporal ? PresetRing.bytes(input, 1, preset, slot.flow()) : 0;
            if (slot.enabled()) {
                input = slot.type().outputSize(input, slot.values());
                isFirst = false;
            }
        }
        return bytes;
    }
}
