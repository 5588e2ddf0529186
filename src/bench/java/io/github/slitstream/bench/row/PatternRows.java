package io.github.slitstream.bench.row;

import io.github.slitstream.bench.Row;
import io.github.slitstream.bench.RowResources;
import io.github.slitstream.bench.Traffic;
import io.github.slitstream.bench.Workload;
import io.github.slitstream.bench.peer.Implementation;
import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Values;
import io.github.slitstream.pattern.Field;
import io.github.slitstream.pattern.Pattern;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * {@code pattern/ID/1080p}, for patterns that nobody else has and that have no row with a peer: the numbers of all
 * pixels, as they are worked out when a parameter changes, or for every picture where they follow it.
 */
final class PatternRows {
    private static final int COUNT = 25;
    private static final List<String> IDS = List.of("angular", "waves", "bars", "tiles", "mirror", "spiral",
            "corridor", "tunnel", "checker", "smooth-noise", "noise", "dither", "luma", "motion", "mix");

    private PatternRows() {}

    static List<Row> all() {
        return IDS.stream().map(id -> new Row("pattern/" + id + "/" + PictureSize.FULL_HD.name(),
                resources -> prepare(resources, id, PictureSize.FULL_HD.frame()),
                resources -> prepare(resources, id, PictureSize.SMALL))).toList();
    }

    private static Workload prepare(RowResources resources, String id, FrameSize size) {
        Pattern pattern = TimeDisplacement.PATTERN.parse(id);
        Field field = pattern.field(size, Values.defaults(pattern.parameters()));
        Footage footage = Footage.of(resources.tools(), size, COUNT);
        double[] out = new double[size.pixels()];
        return new Workload(Implementation.of(MemorySegment.ofArray(out), () -> fill(resources, field, footage, out)),
                new Traffic(MemorySegment.ofArray(out), 0, (long) Double.BYTES * size.pixels()));
    }

    private static void fill(RowResources resources, Field field, Footage footage, double[] out) {
        FrameHistory past = footage.history();
        Frame now = past.now();
        field.reach(past, COUNT - 1);
        field.update(now, resources.tools().kernels().planes());
        footage.advance();
        int width = now.size().width();
        resources.tools().workers().run(now.size().height(), (from, to) -> {
            for (int row = from; row < to; row++) {
                field.fillRow(row, out, row * width);
            }
        });
    }
}
