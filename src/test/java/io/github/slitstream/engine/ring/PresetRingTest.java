package io.github.slitstream.engine.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.ScalarKernels;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import io.github.slitstream.preset.RingSettings.HistoryFormat;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PresetRingTest {
    private static final FrameSize SIZE = new FrameSize(5, 3);
    private static final Preset COMPACT = Preset.empty("compact").withRing(RingSettings.HISTORY, HistoryFormat.COMPACT);

    @Test
    void framesArePackedByTheKernelsThatWereHandedIn() {
        List<String> called = new ArrayList<>();
        try (FrameRing ring = PresetRing.make(SIZE, 1, COMPACT, noting(called), false)) {
            assertNotNull(ring.claim());
            ring.publish(1);
        }
        assertEquals(List.of("packRows", "packRows"), called);
    }

    @ParameterizedTest
    @EnumSource
    void aRingTakesTheBytesThatWereTold(HistoryFormat history) {
        Preset preset = COMPACT.withRing(RingSettings.HISTORY, history);
        for (boolean keepsFlow : new boolean[]{false, true}) {
            try (FrameRing ring = PresetRing.make(SIZE, 2, preset, new ScalarKernels(), keepsFlow)) {
                assertEquals(ring.bytes(), PresetRing.bytes(SIZE, 2, preset, keepsFlow));
                assertTrue(PresetRing.isAsWanted(ring, preset, keepsFlow));
                assertFalse(PresetRing.isAsWanted(ring, preset, !keepsFlow));
            }
        }
    }

    /** Scalar kernels that note which of them are called. */
    private static Kernels noting(List<String> called) {
        Kernels scalar = new ScalarKernels();
        return (Kernels) Proxy.newProxyInstance(Kernels.class.getClassLoader(), new Class<?>[]{Kernels.class},
                (proxy, method, arguments) -> {
                    called.add(method.getName());
                    return method.invoke(scalar, arguments);
                });
    }
}
