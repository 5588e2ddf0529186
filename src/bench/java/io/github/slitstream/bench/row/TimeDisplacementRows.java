package io.github.slitstream.bench.row;

import io.github.slitstream.bench.Agreement;
import io.github.slitstream.bench.Workload;
import io.github.slitstream.bench.Row;
import io.github.slitstream.bench.RowResources;
import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.preset.Slot;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code time-displacement/PATTERN/SIZE/N}: every pixel from its own one of N frames, blended between two or, where the
 * pattern's name ends in {@code -nearest}, taken from one.
 */
final class TimeDisplacementRows {
    /** Peers may look the delay up in a coarser or finer map than ours. */
    private static final Agreement ROUNDED = Agreement.within(1);
    private static final List<Case> CASES = List.of(new Case("linear0", "linear", 0),
            new Case("linear30", "linear", 30),
            new Case("linear90", "linear", 90), new Case("radial", "radial", 0),
            new Case("smooth-noise", "smooth-noise", 0), new Case("noise", "noise", 0),
            new Case("picture", "picture", 0));

    /** @param name in the name of the row */
    private record Case(String name, String pattern, double angle) {
        Preset preset(boolean nearest, int count) {
            Slot slot = Slot.of(TimeDisplacement.TYPE);
            return Preset.empty(name).withRing(RingSettings.LENGTH, count)
                    .plus(slot.withValues(slot.values().with("pattern", pattern)
                            .with("angle", Double.toString(angle))
                            .with("interpolation", nearest ? "nearest" : "linear")));
        }
    }

    private TimeDisplacementRows() {}

    /** A preset of one blended radial displacement over all frames. */
    static Preset radial(int count) {
        return CASES.stream().filter(one -> one.name.equals("radial")).findFirst().orElseThrow().preset(false, count);
    }

    static List<Row> all() {
        List<Row> rows = new ArrayList<>();
        for (PictureSize size : List.of(PictureSize.HD, PictureSize.FULL_HD)) {
            for (int count : new int[]{25, 120}) {
                for (Case one : CASES) {
                    rows.add(row(one, false, size, count));
                    rows.add(row(one, true, size, count));
                }
            }
        }
        return rows;
    }

    private static Row row(Case one, boolean nearest, PictureSize size, int count) {
        String pattern = nearest ? one.name + "-nearest" : one.name;
        return new Row("time-displacement/" + pattern + "/" + size.name() + "/" + count,
                resources -> prepare(resources, one, nearest, size.frame(), count),
                resources -> prepare(resources, one, nearest, PictureSize.SMALL, count));
    }

    private static Workload prepare(RowResources resources, Case one, boolean nearest, FrameSize size, int count) {
        Preset preset = one.preset(nearest, count);
        Footage footage = Footage.of(resources.tools(), size, count);
        ChainImplementation ours = ChainImplementation.ours(resources, footage, preset);
        DelayTable delays = DelayTable.of(ours.delays());
        DisplacementPeers peers = new DisplacementPeers(resources, footage, delays, nearest);
        Workload workload = new Workload(ours, delays.traffic(footage))
                .against("scalar", Agreement.EXACT, () -> ChainImplementation.scalar(resources, footage, preset))
                .against("c", ROUNDED, peers::c).against("numba", ROUNDED, peers::numba)
                .against("numpy", ROUNDED, peers::numpy);
        if (peers.byRow() && nearest) {
            workload.against("ffmpeg", "graph of cropped and stacked bands", ROUNDED, peers::ffmpeg);
        }
        if (peers.byRow() && !nearest) {
            workload.against("opencv", "addWeighted row by row", ROUNDED, peers::openCv);
        }
        return workload;
    }
}
