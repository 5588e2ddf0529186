package io.github.slitstream.bench.row;

import io.github.slitstream.bench.Agreement;
import io.github.slitstream.bench.Row;
import io.github.slitstream.bench.RowResources;
import io.github.slitstream.bench.Traffic;
import io.github.slitstream.bench.Workload;
import io.github.slitstream.bench.peer.Implementation;
import io.github.slitstream.bench.peer.OpenCvMoment;
import io.github.slitstream.bench.peer.Python;
import io.github.slitstream.engine.flow.FlowPorts;
import io.github.slitstream.engine.flow.FlowQuality;
import io.github.slitstream.engine.flow.FlowSize;
import io.github.slitstream.engine.flow.RingFlow;
import io.github.slitstream.frame.FlowAxis;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSequence;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Delays;
import io.github.slitstream.kernel.FlowRows;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.media.OpenCvFlow;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * {@code flow/720p}: a frame comes in, the flow to the one before it and back is found at half the size, and the moment
 * half way between them is made.
 */
final class MomentsAlongFlowRows {
    private static final long FRAME_NANOS = 33_000_000;
    /** Levels on average: we fade to a blend where flow is not to be trusted, and read in fixed point. */
    private static final double TOLERANCE = 1;
    private static final int MOVED_RIGHT = 3;
    private static final int MOVED_DOWN = 1;

    private MomentsAlongFlowRows() {}

    static List<Row> all() {
        return List.of(new Row("flow/" + PictureSize.HD.name(),
                resources -> prepare(resources, PictureSize.HD.frame()),
                resources -> prepare(resources, PictureSize.SMALL)));
    }

    private static Workload prepare(RowResources resources, FrameSize size) {
        Frame older = hills(resources, size, 0, 0);
        Frame newer = hills(resources, size, MOVED_RIGHT, MOVED_DOWN);
        String note = "trusts flow everywhere";
        return new Workload(ours(resources, older, newer), new Traffic(newer.pixels(), 2L * size.bytes(), size.bytes()))
                .against("opencv", note, Agreement.onAverage(TOLERANCE),
                        () -> new OpenCvMoment(newer.pixels(), older.pixels(), size))
                .against("cv2", note, Agreement.onAverage(TOLERANCE), () -> cv2(resources, newer, older));
    }

    /** Waves of several lengths each way, moved by so many pixels. */
    private static Frame hills(RowResources resources, FrameSize size, int right, int down) {
        Frame picture = Frame.allocate(size, resources.arena());
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                double x = column - right;
                double y = row - down;
                int blue = level(Math.sin(x / 9) + Math.sin(y / 13));
                int green = level(Math.sin(x / 17 + y / 23) + Math.sin(y / 11));
                int red = level(Math.sin(x / 31) + Math.sin(y / 7 - x / 29));
                picture.pixels().setAtIndex(ValueLayout.JAVA_INT, (long) row * size.width() + column,
                        0xff << 24 | red << 16 | green << 8 | blue);
            }
        }
        return picture;
    }

    private static int level(double height) {
        return (int) Math.rint(128 + 60 * height);
    }

    /** Both frames come in by turns: the moment half way between them stays the same. */
    private static Implementation ours(RowResources resources, Frame older, Frame newer) {
        FrameSize size = newer.size();
        FrameRing ring = resources.keep(new FrameRing(size, 1, FrameRing.MIN_CAPACITY, null, FlowAxis.MOMENTS));
        RingFlow flow = resources.keep(new RingFlow(ring,
                new FlowPorts(OpenCvFlow::new, FlowQuality.DRAFT, words -> {})));
        Delays halfWay = Delays.ofAnyRow(size.width());
        Arrays.fill(halfWay.ofPixels(), Kernels.ONE_FRAME / 2);
        halfWay.summarise(0);
        FlowRows rows = new FlowRows(resources.tools().kernels(), halfWay);
        Frame made = Frame.allocate(size, resources.arena());
        comeIn(ring, flow, older);
        return Implementation.of(made.pixels(), () -> {
            comeIn(ring, flow, ring.published() % 2 == 0 ? older : newer);
            FrameSequence moments = ring.newest().moments();
            resources.tools().workers().run(size.height(), (from, to) -> {
                for (int row = from; row < to; row++) {
                    moments.readRow(rows, row, made);
                }
            });
        });
    }

    private static void comeIn(FrameRing ring, RingFlow flow, Frame frame) {
        Objects.requireNonNull(ring.claim()).copyFrom(frame);
        ring.publish(ring.published() * FRAME_NANOS);
        flow.findNewest(FlowSize.HALF);
    }

    private static Implementation cv2(RowResources resources, Frame newer, Frame older) throws IOException {
        return resources.keep(resources.tools().python().work("cv2_peers", "half_way", inPython(resources, newer),
                inPython(resources, older)));
    }

    private static Python.Array inPython(RowResources resources, Frame picture) throws IOException {
        FrameSize size = picture.size();
        return resources.keep(resources.tools().python().array("uint8", picture.pixels(), size.height(), size.width(),
                FrameSize.BYTES_PER_PIXEL));
    }
}
