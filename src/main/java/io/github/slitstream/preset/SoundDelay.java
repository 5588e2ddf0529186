package io.github.slitstream.preset;

import io.github.slitstream.effect.DelayLegend;
import io.github.slitstream.param.ParameterValues;

/** By how much a preset delays sound. Any thread. */
public final class SoundDelay {
    private SoundDelay() {}

    /** @param framesPerSecond at which frames enter the ring */
    public static long nanos(Preset preset, double framesPerSecond) {
        double depth = preset.sound().get(SoundSettings.AT_DEPTH) ? depthSeconds(preset, framesPerSecond) : 0;
        return Math.round((preset.sound().get(SoundSettings.DELAY) + depth / 2) * 1e9);
    }

    /** What looks back one behind another adds up. */
    private static double depthSeconds(Preset preset, double framesPerSecond) {
        int lastPlace = preset.ring().get(RingSettings.LENGTH) - 1;
        return preset.chain().stream().filter(Slot::enabled)
                .mapToDouble(slot -> slot.type().offers().delays()
                        .map(legend -> seconds(legend, slot.values(), lastPlace - Ahead.frames(slot, preset),
                                framesPerSecond))
                        .orElse(0.0))
                .sum();
    }

    private static double seconds(DelayLegend legend, ParameterValues values, double lastAge, double framesPerSecond) {
        double depth = legend.depth().map(values::get).orElse(0.0);
        double most = lastAge / framesPerSecond;
        return switch (legend.unit().apply(values)) {
            case CAMERAS -> 0;
            case FRAMES -> depth == 0 ? most : Math.clamp((depth - 1) / framesPerSecond, 0, most);
            case SECONDS -> depth == 0 ? most : Math.clamp(depth, 0, most);
        };
    }
}
