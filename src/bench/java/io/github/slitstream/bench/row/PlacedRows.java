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
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import io.github.slitstream.preset.Slot;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/** {@code time-displacement/slit/1080p/25} and {@code …/rotate/…}: pixels from other places of 25 frames. */
final class PlacedRows {
    private static final int COUNT = 25;
    private static final double TURN = Math.toRadians(60);
    /** Places are rounded to 1/256 of a pixel, and neighbours of noise differ by up to 255 levels. */
    private static final Agreement ROUNDED = Agreement.within(4);

    private PlacedRows() {}

    static List<Row> all() {
        return List.of(row("slit", PlacedRows::slit), row("rotate", PlacedRows::rotate));
    }

    /** What a pixel at x, −1 … 1, shows. */
    private interface Cut {
        /** @return age as a share of the oldest, and x */
        double[] of(double x);
    }

    private static double[] slit(double x) {
        return new double[]{(x + 1) / 2, 0};
    }

    private static double[] rotate(double x) {
        return new double[]{0.5 + x * Math.sin(TURN) / 2, x * Math.cos(TURN)};
    }

    private static Row row(String pattern, Cut cut) {
        return new Row("time-displacement/" + pattern + "/" + PictureSize.FULL_HD.name() + "/" + COUNT,
                resources -> prepare(resources, pattern, cut, PictureSize.FULL_HD.frame()),
                resources -> prepare(resources, pattern, cut, PictureSize.SMALL));
    }

    private static Workload prepare(RowResources resources, String pattern, Cut cut, FrameSize size) {
        Slot slot = Slot.of(TimeDisplacement.TYPE);
        Preset preset = Preset.empty(pattern).withRing(RingSettings.LENGTH, COUNT)
                .plus(slot.withValues(slot.values().with("pattern", pattern)));
        Footage footage = Footage.of(resources.tools(), size, COUNT);
        return new Workload(ChainImplementation.ours(resources, footage, preset),
                new Traffic(footage.pictures(), size.bytes(), size.bytes()))
                .against("java", "written out, in doubles", ROUNDED, () -> java(resources, footage, cut));
    }

    private static Implementation java(RowResources resources, Footage footage, Cut cut) {
        Frame out = Frame.allocate(footage.size(), resources.arena());
        return Implementation.of(out.pixels(), () -> resources.tools().workers().run(out.size().height(),
                (from, to) -> {
                    for (int row = from; row < to; row++) {
                        row(footage, cut, out, row);
                    }
                }));
    }

    private static void row(Footage footage, Cut cut, Frame out, int row) {
        FrameSize size = out.size();
        for (int column = 0; column < size.width(); column++) {
            double[] read = cut.of(2.0 * column / (size.width() - 1) - 1);
            double age = read[0] * (COUNT - 1);
            double x = (read[1] + 1) / 2 * (size.width() - 1);
            for (int channel = 0; channel < FrameSize.BYTES_PER_PIXEL; channel++) {
                int newer = Math.min((int) age, COUNT - 2);
                double level = level(footage, newer, row, x, channel) * (newer + 1 - age)
                        + level(footage, newer + 1, row, x, channel) * (age - newer);
                out.pixels().set(ValueLayout.JAVA_BYTE,
                        (long) row * size.stride() + (long) column * FrameSize.BYTES_PER_PIXEL + channel,
                        (byte) Math.rint(level));
            }
        }
    }

    private static double level(Footage footage, int age, int row, double x, int channel) {
        FrameSize size = footage.size();
        int left = Math.min((int) x, size.width() - 2);
        long at = age * size.bytes() + (long) row * size.stride() + (long) left * FrameSize.BYTES_PER_PIXEL + channel;
        MemorySegment pictures = footage.pictures();
        int here = pictures.get(ValueLayout.JAVA_BYTE, at) & 0xff;
        int beside = pictures.get(ValueLayout.JAVA_BYTE, at + FrameSize.BYTES_PER_PIXEL) & 0xff;
        return here * (left + 1 - x) + beside * (x - left);
    }
}
