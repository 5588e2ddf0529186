package io.github.slitstream.engine;

import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;

/**
 * A ring and what it was made for.
 *
 * @param sourceSize size of the frames before downsampling, and of the pictures after upsampling
 */
record Past(FrameRing ring, FrameSize sourceSize) {

    static Past of(FrameSize sourceSize, Preset preset) {
        return new Past(new FrameRing(keptSize(sourceSize, preset), preset.ring().get(RingSettings.LENGTH)),
                sourceSize);
    }

    boolean fits(FrameSize otherSourceSize, Preset preset) {
        return sourceSize.equals(otherSourceSize) && canHandOn(preset)
                && ring.capacity() == preset.ring().get(RingSettings.LENGTH);
    }

    /** Whether a ring for this preset could take over the frames of this one. */
    boolean canHandOn(Preset preset) {
        return ring.size().equals(keptSize(sourceSize, preset));
    }

    private static FrameSize keptSize(FrameSize sourceSize, Preset preset) {
        return sourceSize.dividedBy(preset.ring().get(RingSettings.DOWNSAMPLE));
    }
}
