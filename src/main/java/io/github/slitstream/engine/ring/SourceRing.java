package io.github.slitstream.engine.ring;

import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;

/**
 * A ring of what is played and what it was made for.
 *
 * @param sourceSize size of the frames before downsampling, and of the pictures after upsampling
 * @param downsample what both sides were divided by
 */
public record SourceRing(FrameRing ring, FrameSize sourceSize, int downsample) {

    /** @param kernels that pack */
    static SourceRing of(FrameSize sourceSize, int views, Preset preset, Kernels kernels) {
        int downsample = preset.ring().get(RingSettings.DOWNSAMPLE);
        FrameRing ring = PresetRing.make(sourceSize.dividedBy(downsample), views, preset, kernels,
                PresetRing.flow(preset));
        ring.setLive(true);
        return new SourceRing(ring, sourceSize, downsample);
    }

    boolean fits(FrameSize otherSourceSize, int views, Preset preset) {
        return sourceSize.equals(otherSourceSize) && ring.views() == views && canHandOn(preset)
                && PresetRing.isAsWanted(ring, preset, PresetRing.flow(preset));
    }

    /** Whether a ring for this preset could take over the frames of this one. */
    boolean canHandOn(Preset preset) {
        return downsample == preset.ring().get(RingSettings.DOWNSAMPLE);
    }
}
