package io.github.slitstream.bench.accuracy;

import io.github.slitstream.engine.flow.FlowPorts;
import io.github.slitstream.engine.flow.RingFlow;
import io.github.slitstream.frame.FlowAxis;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSequence;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.RowReader;
import io.github.slitstream.kernel.DelayedRows;
import io.github.slitstream.kernel.Delays;
import io.github.slitstream.kernel.FlowRows;
import io.github.slitstream.kernel.Kernels;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Every second frame of a video left out and made again from its neighbours, blended and along the flow.
 *
 * @param finding finds the flow of the newest moment
 * @param most frames to be made again
 */
public record LeftOutFrames(FlowPorts ports, Consumer<RingFlow> finding, int most) {
    /**
     * What came out.
     *
     * @param linear mean decibels of the blend
     * @param along mean decibels along the flow
     * @param worst how many decibels flow was better, in the frame where that was least
     * @param worstFrame which that is, counted from 0 in the video
     */
    public record Result(int frames, double linear, double along, double worst, int worstFrame) {}

    /** @param source at its beginning; stays the caller's */
    public Result of(FrameSource source) throws IOException {
        FrameSize size = source.info().size();
        Kernels kernels = Kernels.get();
        Delays half = new Delays(size.width(), size.height());
        Arrays.fill(half.ofPixels(), Kernels.ONE_FRAME / 2);
        for (int row = 0; row < size.height(); row++) {
            half.summarise(row);
        }
        double sumLinear = 0;
        double sumAlong = 0;
        double worst = Double.POSITIVE_INFINITY;
        int worstFrame = 0;
        int count = 0;
        try (FrameRing ring = new FrameRing(size, 1, 2, null, FlowAxis.MOMENTS);
                RingFlow flow = new RingFlow(ring, ports);
                Arena arena = Arena.ofShared()) {
            Frame exact = Frame.allocate(size, arena);
            Frame made = Frame.allocate(size, arena);
            boolean more = push(source, ring, flow);
            while (more && count < most && source.read(exact) != FrameSource.END && push(source, ring, flow)) {
                FrameSequence moments = ring.newest().moments();
                double linear = decibels(new DelayedRows(kernels, half, true), moments, made, exact);
                double along = decibels(new FlowRows(kernels, half), moments, made, exact);
                sumLinear += linear;
                sumAlong += along;
                if (along - linear < worst) {
                    worst = along - linear;
                    worstFrame = 2 * count + 1;
                }
                count++;
            }
        }
        return new Result(count, sumLinear / count, sumAlong / count, worst, worstFrame);
    }

    private boolean push(FrameSource source, FrameRing ring, RingFlow flow) throws IOException {
        long nanos = source.read(Objects.requireNonNull(ring.claim()));
        if (nanos == FrameSource.END) {
            return false;
        }
        ring.publish(nanos);
        finding.accept(flow);
        ring.newest();
        return true;
    }

    private static double decibels(RowReader reader, FrameSequence moments, Frame made, Frame exact) {
        for (int row = 0; row < made.size().height(); row++) {
            moments.readRow(reader, row, made);
        }
        return Decibels.of(made.pixels(), exact.pixels());
    }
}
