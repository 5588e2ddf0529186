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
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.media.MediaSources;
import io.github.slitstream.param.Values;
import io.github.slitstream.pattern.Field;
import io.github.slitstream.pattern.PaintedMap;
import io.github.slitstream.pattern.Pattern;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/**
 * {@code pattern/painted/1080p} and {@code pattern/video/1080p}: the numbers of all pixels from a map of another size,
 * as they are read again after a stroke, or for each picture of the video.
 */
final class StretchedMapRows {
    private static final FrameSize MAP = new FrameSize(320, 180);
    private static final String BUILT_IN = "ripples";
    private static final String DEMO = "demo:" + MAP.width() + "x" + MAP.height();
    private static final double TOLERANCE = 1e-5;

    private StretchedMapRows() {}

    /** The samples of a map, row-major, 0 … 1. */
    @FunctionalInterface
    private interface Samples {
        double[] read() throws IOException;
    }

    static List<Row> all() {
        return List.of(row("painted", StretchedMapRows::painted), row("video", StretchedMapRows::firstOfDemo));
    }

    private static Row row(String pattern, Samples samples) {
        return new Row("pattern/" + pattern + "/" + PictureSize.FULL_HD.name(),
                resources -> prepare(resources, pattern, samples, PictureSize.FULL_HD.frame()),
                resources -> prepare(resources, pattern, samples, PictureSize.SMALL));
    }

    private static Workload prepare(RowResources resources, String pattern, Samples samples, FrameSize size) {
        double[] out = new double[size.pixels()];
        return new Workload(ours(resources, pattern, size, out),
                new Traffic(MemorySegment.ofArray(out), 0, (long) Double.BYTES * size.pixels()))
                .against("java", "written out, in doubles", Agreement.ofDoubles(TOLERANCE),
                        () -> java(resources, samples.read(), size));
    }

    private static Implementation ours(RowResources resources, String id, FrameSize size, double[] out) {
        Pattern pattern = TimeDisplacement.PATTERN.parse(id);
        Values defaults = Values.defaults(pattern.parameters());
        String name = "bench map";
        if (id.equals("painted")) {
            resources.keep(PaintedMap.open(name, BUILT_IN, MAP));
        }
        Field field = pattern.field(size,
                id.equals("painted") ? defaults.with("file", name) : defaults.with("video", DEMO));
        field.update(Frame.allocate(size, resources.arena()), resources.tools().kernels().planes());
        return Implementation.of(MemorySegment.ofArray(out),
                () -> resources.tools().workers().run(size.height(), (from, to) -> {
                    for (int row = from; row < to; row++) {
                        field.fillRow(row, out, row * size.width());
                    }
                }));
    }

    private static double[] painted() {
        char[] levels = new char[MAP.pixels()];
        try (PaintedMap map = PaintedMap.open("another bench map", BUILT_IN, MAP)) {
            map.read(levels);
        }
        double[] samples = new double[levels.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = levels[i] / (double) PaintedMap.PAST;
        }
        return samples;
    }

    private static double[] firstOfDemo() throws IOException {
        double[] samples = new double[MAP.pixels()];
        try (FrameSource demo = new MediaSources().open(SourceRequest.of(DEMO)); Arena arena = Arena.ofConfined()) {
            Frame frame = Frame.allocate(MAP, arena);
            demo.read(frame);
            for (int i = 0; i < samples.length; i++) {
                int pixel = frame.pixels().getAtIndex(ValueLayout.JAVA_INT, i);
                samples[i] = (54 * (pixel >> 16 & 0xff) + 183 * (pixel >> 8 & 0xff) + 19 * (pixel & 0xff)) / 256.0
                        / 255;
            }
        }
        return samples;
    }

    private static Implementation java(RowResources resources, double[] map, FrameSize size) {
        double[] out = new double[size.pixels()];
        double across = (MAP.width() - 1.0) / (size.width() - 1);
        double down = (MAP.height() - 1.0) / (size.height() - 1);
        return Implementation.of(MemorySegment.ofArray(out),
                () -> resources.tools().workers().run(size.height(), (from, to) -> {
                    for (int row = from; row < to; row++) {
                        for (int column = 0; column < size.width(); column++) {
                            out[row * size.width() + column] = between(map, column * across, row * down);
                        }
                    }
                }));
    }

    private static double between(double[] map, double x, double y) {
        int left = Math.min((int) x, MAP.width() - 2);
        int top = Math.min((int) y, MAP.height() - 2);
        int at = top * MAP.width() + left;
        double above = map[at] + (map[at + 1] - map[at]) * (x - left);
        double below = map[at + MAP.width()] + (map[at + MAP.width() + 1] - map[at + MAP.width()]) * (x - left);
        return above + (below - above) * (y - top);
    }
}
