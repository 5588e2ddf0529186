package io.github.slitstream.bench.accuracy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.engine.flow.FlowPorts;
import io.github.slitstream.engine.flow.FlowQuality;
import io.github.slitstream.engine.flow.FlowSize;
import io.github.slitstream.engine.flow.RingFlow;
import io.github.slitstream.media.OpenCvFlow;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Footage that is hard on flow, painted: along the flow, frames that were left out are made about as well as by a plain
 * blend, whatever comes.
 */
@Tag("kernels")
class LeftOutFramesTest {
    private static final double ALLOWED_ON_AVERAGE = 0.1;
    private static final double ALLOWED_ONCE = 0.5;

    @ParameterizedTest
    @ValueSource(strings = {"white noise", "night", "strong grain", "grain that moves", "cuts", "a cut at every frame",
        "flashes", "strobe", "flicker", "fade", "fade and grain", "fade in", "fade in of what stands", "cross fade",
        "fast cross fade", "wipe", "bars", "grain between bars", "a thin line", "a small moon", "many moons",
        "a disc that uncovers", "two layers", "stripes", "spokes", "fast spokes",
        "stripes halfway to the next", "a checkerboard halfway to the next", "snow", "rain", "zoom", "a fast pan",
        "a camera that shakes", "fast shake", "fast shake with grain", "leaves", "water", "fire", "plasma",
        "text scrolls", "a walker at night"})
    void flowIsNotMuchWorseThanABlend(String footage) throws Exception {
        for (FlowQuality quality : List.of(FlowQuality.DRAFT, FlowQuality.BEST)) {
            holdsUp(quality.id(), leftOut(HardFootage.scene(footage), quality, RingFlow::findNewest));
        }
        for (FlowSize size : List.of(FlowSize.QUARTER, FlowSize.EIGHTH)) {
            holdsUp(size.words(),
                    leftOut(HardFootage.scene(footage), FlowQuality.DRAFT, flow -> flow.findNewest(size)));
        }
    }

    /** In smaller sizes the way of a small tremble is not seen. */
    @Test
    void aTrembleIsNotMuchWorseWhereDetailsAreSeen() throws Exception {
        for (FlowQuality quality : List.of(FlowQuality.DRAFT, FlowQuality.BEST)) {
            holdsUp(quality.id(), leftOut(HardFootage.scene("jitter"), quality, RingFlow::findNewest));
        }
    }

    private static void holdsUp(String way, LeftOutFrames.Result result) {
        assertTrue(result.along() > result.linear() - ALLOWED_ON_AVERAGE, way + ": " + result);
        assertTrue(result.worst() > -ALLOWED_ONCE, way + ": " + result);
    }

    @Test
    void whatMovesIsMadeFarBetter() throws Exception {
        LeftOutFrames.Result result = leftOut((t, x, y) -> 128 + 100 * HardFootage.texture(x - 5 * t, y + 2 * t),
                FlowQuality.DRAFT, RingFlow::findNewest);
        assertTrue(result.along() > result.linear() + 8, result.toString());
    }

    private static LeftOutFrames.Result leftOut(HardFootage.Scene scene, FlowQuality quality,
            Consumer<RingFlow> finding)
            throws Exception {
        FlowPorts ports = new FlowPorts(OpenCvFlow::new, quality, words -> {});
        return new LeftOutFrames(ports, finding, HardFootage.FRAMES).of(new HardFootage.Source(scene));
    }
}
