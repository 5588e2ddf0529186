package io.github.slitstream.bench.row;

import io.github.slitstream.bench.Agreement;
import io.github.slitstream.bench.Contest;
import io.github.slitstream.bench.Row;
import io.github.slitstream.bench.Stand;
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
    private static final List<Look> LOOKS = List.of(new Look("linear0", "linear", 0),
            new Look("linear30", "linear", 30),
            new Look("linear90", "linear", 90), new Look("radial", "radial", 0),
            new Look("smooth-noise", "smooth-noise", 0), new Look("noise", "noise", 0),
            new Look("picture", "picture", 0));

    /** @param name in the name of the row */
    private record Look(String name, String pattern, double angle) {
        Preset preset(boolean nearest, int count) {
            Slot plain = Slot.of(TimeDisplacement.TYPE);
            return Preset.empty(name).withRing(RingSettings.LENGTH, count)
                    .plus(plain.withValues(plain.values().with("pattern", pattern)
                            .with("angle", Double.toString(angle))
                            .with("interpolation", nearest ? "nearest" : "linear")));
        }
    }

    private TimeDisplacementRows() {}

    /** A look of one blended radial displacement over all frames. */
    static Preset radial(int count) {
        return LOOKS.stream().filter(look -> look.name.equals("radial")).findFirst().orElseThrow().preset(false, count);
    }

    static List<Row> all() {
        List<Row> rows = new ArrayList<>();
        for (PictureSize size : List.of(PictureSize.HD, PictureSize.FULL_HD)) {
            for (int count : new int[]{25, 120}) {
                for (Look look : LOOKS) {
                    rows.add(row(look, false, size, count));
                    rows.add(row(look, true, size, count));
                }
            }
        }
        return rows;
    }

    private static Row row(Look look, boolean nearest, PictureSize size, int count) {
        String pattern = nearest ? look.name + "-nearest" : look.name;
        return new Row("time-displacement/" + pattern + "/" + size.name() + "/" + count,
                stand -> prepare(stand, look, nearest, size.frame(), count),
                stand -> prepare(stand, look, nearest, PictureSize.SMALL, count));
    }

    private static Contest prepare(Stand stand, Look look, boolean nearest, FrameSize size, int count) {
        Preset preset = look.preset(nearest, count);
        Footage footage = Footage.of(stand.tools(), size, count);
        ChainSide ours = ChainSide.ours(stand, footage, preset);
        DelayTable delays = DelayTable.of(ours.delays());
        DisplacementPeers peers = new DisplacementPeers(stand, footage, delays, nearest);
        Contest contest = new Contest(ours, delays.traffic(footage))
                .against("scalar", Agreement.EXACT, () -> ChainSide.scalar(stand, footage, preset))
                .against("c", ROUNDED, peers::c).against("numba", ROUNDED, peers::numba)
                .against("numpy", ROUNDED, peers::numpy);
        if (peers.byRow() && nearest) {
            contest.against("ffmpeg", "graph of cropped and stacked bands", ROUNDED, peers::ffmpeg);
        }
        if (peers.byRow() && !nearest) {
            contest.against("opencv", "addWeighted row by row", ROUNDED, peers::openCv);
        }
        return contest;
    }
}
