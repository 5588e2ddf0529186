package io.github.slitstream.bench.row;

import io.github.slitstream.bench.Agreement;
import io.github.slitstream.bench.Row;
import io.github.slitstream.bench.RowResources;
import io.github.slitstream.bench.Traffic;
import io.github.slitstream.bench.Workload;
import io.github.slitstream.bench.peer.Implementation;
import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Values;
import io.github.slitstream.pattern.Field;
import io.github.slitstream.pattern.Pattern;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** {@code pattern/formula/1080p}: four sines of place and time for each pixel of every picture. */
final class FormulaRows {
    private static final String FOUR_SINES = "0.5 + 0.125*(sin(6*x + t) + sin(5*x*y - t) + sin(4*(x + y) + t)"
            + " + sin(8*r - 2*t))";
    private static final double TOLERANCE = 1e-6;

    private FormulaRows() {}

    static List<Row> all() {
        return List.of(new Row("pattern/formula/" + PictureSize.FULL_HD.name(),
                resources -> prepare(resources, PictureSize.FULL_HD.frame()),
                resources -> prepare(resources, PictureSize.SMALL)));
    }

    private static Workload prepare(RowResources resources, FrameSize size) {
        Frame picture = Frame.allocate(size, resources.arena());
        double[] out = new double[size.pixels()];
        return new Workload(ours(resources, picture, out),
                new Traffic(MemorySegment.ofArray(out), 0, (long) Double.BYTES * size.pixels()))
                .against("java", "written out, with Math.sin", Agreement.ofDoubles(TOLERANCE),
                        () -> java(resources, size));
    }

    /** The time stands at 0, which a formula does not know. */
    private static Implementation ours(RowResources resources, Frame picture, double[] out) {
        Pattern pattern = TimeDisplacement.PATTERN.parse("formula");
        Field field = pattern.field(picture.size(),
                Values.defaults(pattern.parameters()).with("formula", FOUR_SINES));
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

    private static Implementation java(RowResources resources, FrameSize size) {
        double[] out = new double[size.pixels()];
        return Implementation.of(MemorySegment.ofArray(out),
                () -> resources.tools().workers().run(size.height(), (from, to) -> {
                    for (int row = from; row < to; row++) {
                        for (int column = 0; column < size.width(); column++) {
                            out[row * size.width() + column] = fourSines(2.0 * column / (size.width() - 1) - 1,
                                    2.0 * row / (size.height() - 1) - 1);
                        }
                    }
                }));
    }

    private static double fourSines(double x, double y) {
        return Math.clamp(0.5 + 0.125 * (Math.sin(6 * x) + Math.sin(5 * x * y) + Math.sin(4 * (x + y))
                + Math.sin(8 * Math.sqrt(x * x + y * y))), 0, 1);
    }
}
