package io.github.slitstream.engine.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.slitstream.effect.HomographyWarp;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.Slot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RingMemoryTest {
    private static final FrameSize SOURCE = new FrameSize(640, 480);

    /** Four bytes a pixel of what comes out: the source's size, but where an effect gives another. */
    @ParameterizedTest
    @CsvSource({"1, 0, true, 1228800", "2, 0, true, 1228800", "1, 1000, true, 1920000", "2, 1000, true, 960000",
        "1, 1000, false, 1228800"})
    void aPictureCountsWithTheSizeThatTheChainGives(int downsample, int width, boolean enabled, long bytes) {
        Preset preset = Preset.empty("p");
        preset = preset.withRing(preset.ring().with("downsample", Integer.toString(downsample)));
        if (width > 0) {
            Slot warp = Slot.of(HomographyWarp.TYPE);
            preset = preset.plus(warp.withValues(warp.values().with("width", Integer.toString(width)))
                    .withEnabled(enabled));
        }
        assertEquals(bytes, RingMemory.pictureBytes(SOURCE, preset));
    }
}
