package io.github.slitstream.bench.row;

import io.github.slitstream.bench.Agreement;
import io.github.slitstream.bench.Workload;
import io.github.slitstream.bench.Row;
import io.github.slitstream.bench.RowResources;
import io.github.slitstream.bench.Traffic;
import io.github.slitstream.bench.peer.Implementation;
import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Values;
import io.github.slitstream.pattern.Field;
import io.github.slitstream.pattern.Pattern;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.SplittableRandom;

/** {@code pattern/structure/720p}: the soft rank of the structure tensor of each new picture. */
final class StructureRows {
    private static final int RADIUS = 6;
    private static final double EPSILON = 30;
    /** Floats against floats, 1 being the largest. */
    private static final double TOLERANCE = 1e-3;
    private static final int OPAQUE = 0xff << 24;
    private static final int GREY = 0x010101;

    private StructureRows() {}

    static List<Row> all() {
        return List.of(new Row("pattern/structure/" + PictureSize.HD.name(),
                resources -> prepare(resources, PictureSize.HD.frame()),
                resources -> prepare(resources, PictureSize.SMALL)));
    }

    private static Workload prepare(RowResources resources, FrameSize size) {
        Frame picture = Frame.allocate(size, resources.arena());
        SplittableRandom random = new SplittableRandom(1);
        for (long i = 0; i < size.pixels(); i++) {
            picture.pixels().setAtIndex(ValueLayout.JAVA_INT, i, OPAQUE | random.nextInt(256) * GREY);
        }
        double[] out = new double[size.pixels()];
        return new Workload(ours(resources, picture, out),
                new Traffic(picture.pixels(), size.bytes(), (long) Double.BYTES * size.pixels()))
                .against("cv2", Agreement.ofDoubles(TOLERANCE), () -> openCv(resources, picture));
    }

    private static Implementation ours(RowResources resources, Frame picture, double[] out) {
        Pattern pattern = TimeDisplacement.PATTERN.parse("structure");
        Values values = Values.defaults(pattern.parameters()).with("smoothing", Integer.toString(RADIUS))
                .with("epsilon", Double.toString(EPSILON)).with("auto", "false");
        Field field = pattern.field(picture.size(), values);
        int width = picture.size().width();
        return Implementation.of(MemorySegment.ofArray(out), () -> {
            field.update(picture, resources.tools().kernels().planes());
            resources.tools().workers().run(picture.size().height(), (from, to) -> {
                for (int row = from; row < to; row++) {
                    field.fillRow(row, out, row * width);
                }
            });
        });
    }

    private static Implementation openCv(RowResources resources, Frame picture) throws IOException {
        FrameSize size = picture.size();
        return resources.keep(resources.tools().python().work("cv2_peers", "structure",
                resources.keep(resources.tools().python().array("uint8", picture.pixels(), size.height(), size.width(),
                        FrameSize.BYTES_PER_PIXEL)),
                RADIUS, EPSILON));
    }
}
