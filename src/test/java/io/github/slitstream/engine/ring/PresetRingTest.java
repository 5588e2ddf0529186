package io.github.slitstream.engine.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.github.slitstream.frame.FlowAxis;
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
        try (FrameRing ring = PresetRing.make(SIZE, 1, COMPACT, noting(called), FlowAxis.NONE)) {
            assertNotNull(ring.claim());
            ring.publish(1);
        }
        assertEquals(List.of("packRows", "packRows"), called);
    }

    @ParameterizedTest
    @EnumSource
    void aRingTakesTheBytesThatWereTold(HistoryFormat history) {
        Preset preset = COMPACT.withRing(RingSettings.HISTORY, history);
        for (FlowAxis axis : FlowAxis.values()) {
            try (FrameRing ring = PresetRing.make(SIZE, 2, preset, new ScalarKernels(), axis)) {
                assertEquals(ring.bytes(), PresetRing.bytes(SIZE, 2, preset, axis));
                for (FlowAxis wanted : FlowAxis.values()) {
                    assertEquals(axis == wanted, PresetRing.isAsWanted(ring, preset, wanted));
                }
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
