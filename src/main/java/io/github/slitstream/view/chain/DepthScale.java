package io.github.slitstream.view.chain;

import io.github.slitstream.effect.TimeDisplacement.Along;
import io.github.slitstream.effect.TimeDisplacement.DepthUnit;
import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.param.Values;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import io.github.slitstream.view.control.NumberRow;
import io.github.slitstream.view.control.NumberScale;
import io.github.slitstream.view.control.ParameterRow;

/** Lets the depth slider end where the ring ends, in the unit that is chosen. */
final class DepthScale {
    /** Seconds on the slider for each frame of the ring: at the usual 30 frames a second. */
    private static final double SECONDS_PER_FRAME = 1 / 30.0;

    private final NumberRow<Double> row;

    /** @param row of {@link TimeDisplacement#DEPTH} */
    @SuppressWarnings("unchecked") // the row of a Real is a row of doubles
    DepthScale(ParameterRow<?> row) {
        this.row = (NumberRow<Double>) row;
    }

    void follow(Preset preset, Values values) {
        int frames = preset.ring().get(RingSettings.LENGTH);
        boolean alongCameras = values.get(TimeDisplacement.ALONG) == Along.CAMERAS;
        boolean inFrames = alongCameras || values.get(TimeDisplacement.DEPTH_UNIT) == DepthUnit.FRAMES;
        String unit = alongCameras ? "cameras" : inFrames ? "frames" : "s";
        String whole = alongCameras ? "= rig" : "= ring";
        NumberScale<Double> scale = new NumberScale<>(
                TimeDisplacement.DEPTH.slider(0, inFrames ? frames : frames * SECONDS_PER_FRAME));
        row.rescale(scale, values.get(TimeDisplacement.DEPTH) == 0 ? whole : unit);
    }
}
