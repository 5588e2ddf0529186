package io.github.slitstream.bench.row;

import io.github.slitstream.bench.Agreement;
import io.github.slitstream.bench.Row;
import io.github.slitstream.bench.RowResources;
import io.github.slitstream.bench.Traffic;
import io.github.slitstream.bench.Workload;
import io.github.slitstream.bench.peer.Implementation;
import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Values;
import io.github.slitstream.pattern.Field;
import io.github.slitstream.pattern.Pattern;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** {@code pattern/scan/1080p}: how long ago a circle that grows passed each pixel, half way through. */
final class ScanRows {
    private static final int COUNT = 25;
    private static final double TOLERANCE = 1e-6;

    private ScanRows() {}

    static List<Row> all() {
        return List.of(new Row("pattern/scan/" + PictureSize.FULL_HD.name(),
                resources -> prepare(resources, PictureSize.FULL_HD.frame()),
                resources -> prepare(resources, PictureSize.SMALL)));
    }

    private static Workload prepare(RowResources resources, FrameSize size) {
        double[] out = new double[size.pixels()];
        return new Workload(ours(resources, size, out),
                new Traffic(MemorySegment.ofArray(out), 0, (long) Double.BYTES * size.pixels()))
                .against("java", "written out", Agreement.ofDoubles(TOLERANCE), () -> java(resources, size));
    }

    private static Implementation ours(RowResources resources, FrameSize size, double[] out) {
        Pattern pattern = TimeDisplacement.PATTERN.parse("scan");
        Field field = pattern.field(size, Values.defaults(pattern.parameters()).with("shape", "circle"));
        Footage footage = Footage.of(resources.tools(), size, COUNT);
        for (int i = 0; i <= (COUNT - 1) / 2; i++) {
            FrameHistory past = footage.history();
            field.reach(past, COUNT - 1);
            field.update(past.now(), resources.tools().kernels().planes());
            footage.advance();
        }
        return Implementation.of(MemorySegment.ofArray(out),
                () -> resources.tools().workers().run(size.height(), (from, to) -> {
                    for (int row = from; row < to; row++) {
                        field.fillRow(row, out, row * size.width());
                    }
                }));
    }

    private static Implementation java(RowResources resources, FrameSize size) {
        double[] out = new double[size.pixels()];
        double middleX = (size.width() - 1) / 2.0;
        double middleY = (size.height() - 1) / 2.0;
        double corner = Math.hypot(middleX, middleY);
        return Implementation.of(MemorySegment.ofArray(out),
                () -> resources.tools().workers().run(size.height(), (from, to) -> {
                    for (int row = from; row < to; row++) {
                        for (int column = 0; column < size.width(); column++) {
                            double passed = Math.hypot(column - middleX, row - middleY) / corner;
                            out[row * size.width() + column] = Math.max(0, 0.5 - passed);
                        }
                    }
                }));
    }
}
