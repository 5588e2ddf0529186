package io.github.slitstream.bench.row;

import io.github.slitstream.bench.Agreement;
import io.github.slitstream.bench.Row;
import io.github.slitstream.bench.RowResources;
import io.github.slitstream.bench.Workload;
import io.github.slitstream.bench.peer.Implementation;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.preset.Preset;
import java.lang.foreign.ValueLayout;
import java.util.List;

/**
 * {@code time-displacement/radial-shutter/720p/25} and its like: pixels that show the mean of an exposure, other
 * moments in each colour, or both, and delays that are looked up in capture times. What a single moment costs, the row
 * {@code time-displacement/radial/720p/25} tells.
 */
final class SeveralMomentsRows {
    private static final int COUNT = 25;
    private static final String SLOT = "time-displacement.";
    /** Half of the time between two frames, by four moments. */
    private static final double SHUTTER = 180;
    private static final int EXPOSURES = 4;
    /** Frames by which blue, green, red and, as green, alpha look further back. */
    private static final double[] OFFSETS = {6, 3, 0, 3};
    /** Delays are rounded to 1/256 of a frame, and frames of noise differ by up to 255 levels. */
    private static final Agreement ROUNDED = Agreement.within(2);

    private SeveralMomentsRows() {}

    /** @param apart whether each colour has moments of its own */
    private record Kind(String name, boolean exposed, boolean apart) {
        Preset preset() {
            Preset preset = radial().with(SLOT + "colours", apart ? "apart" : "together");
            return preset.with(SLOT + "shutter", Double.toString(exposed ? SHUTTER : 0));
        }

        int exposures() {
            return exposed ? EXPOSURES : 1;
        }

        double offset(int channel) {
            return apart ? OFFSETS[channel] : 0;
        }
    }

    static List<Row> all() {
        return List.of(row(new Kind("radial-shutter", true, false)), row(new Kind("radial-colours", false, true)),
                row(new Kind("radial-shutter-colours", true, true)), inSeconds());
    }

    private static Row row(Kind kind) {
        return new Row(name(kind.name), resources -> prepare(resources, kind, PictureSize.HD.frame()),
                resources -> prepare(resources, kind, PictureSize.SMALL));
    }

    private static Row inSeconds() {
        return new Row(name("radial-seconds"), resources -> inSeconds(resources, PictureSize.HD.frame()),
                resources -> inSeconds(resources, PictureSize.SMALL));
    }

    private static String name(String pattern) {
        return "time-displacement/" + pattern + "/" + PictureSize.HD.name() + "/" + COUNT;
    }

    private static Preset radial() {
        return TimeDisplacementRows.radial(COUNT);
    }

    /** What an exposure reads beyond the two frames around its moment does not count. */
    private static Workload prepare(RowResources resources, Kind kind, FrameSize size) {
        Footage footage = Footage.of(resources.tools(), size, COUNT);
        ChainImplementation ours = ChainImplementation.ours(resources, footage, kind.preset());
        DelayTable delays = DelayTable.of(ours.delays());
        return new Workload(ours, delays.traffic(footage)).against("java", "written out, in doubles", ROUNDED,
                () -> java(resources, footage, delays.ofPixels(), kind));
    }

    /** The frames of the footage are evenly apart, so that as many seconds are as many frames. */
    private static Workload inSeconds(RowResources resources, FrameSize size) {
        Footage footage = Footage.of(resources.tools(), size, COUNT);
        Preset preset = radial().with(SLOT + "depth-unit", "seconds").with(SLOT + "depth",
                Double.toString(Footage.seconds(COUNT - 1)));
        ChainImplementation ours = ChainImplementation.ours(resources, footage, preset);
        return new Workload(ours, DelayTable.of(ours.delays()).traffic(footage)).against("frames", "depth in frames",
                ROUNDED, () -> ChainImplementation.ours(resources, footage, radial()));
    }

    private static Implementation java(RowResources resources, Footage footage, char[] delays, Kind kind) {
        Frame out = Frame.allocate(footage.size(), resources.arena());
        int width = footage.size().width();
        return Implementation.of(out.pixels(), () -> resources.tools().workers().run(out.size().height(),
                (from, to) -> {
                    for (int i = from * width; i < to * width; i++) {
                        pixel(footage, (double) delays[i] / Kernels.ONE_FRAME, kind, i, out);
                    }
                }));
    }

    private static void pixel(Footage footage, double delay, Kind kind, int pixel, Frame out) {
        for (int channel = 0; channel < FrameSize.BYTES_PER_PIXEL; channel++) {
            long at = (long) pixel * FrameSize.BYTES_PER_PIXEL + channel;
            double level = exposed(footage, delay + kind.offset(channel), kind.exposures(), at);
            out.pixels().set(ValueLayout.JAVA_BYTE, at, (byte) Math.rint(level));
        }
    }

    /** The mean of moments spread evenly around one. */
    private static double exposed(Footage footage, double delay, int exposures, long at) {
        double sum = 0;
        for (int i = 0; i < exposures; i++) {
            double later = exposures == 1 ? 0 : (2 * i + 1 - exposures) / (2.0 * exposures) * SHUTTER / 360;
            double age = Math.clamp(delay + later, 0, COUNT - 1);
            int newer = Math.min((int) age, COUNT - 2);
            sum += level(footage, newer, at) * (newer + 1 - age) + level(footage, newer + 1, at) * (age - newer);
        }
        return sum / exposures;
    }

    private static int level(Footage footage, int age, long at) {
        return footage.pictures().get(ValueLayout.JAVA_BYTE, age * footage.size().bytes() + at) & 0xff;
    }
}
