package io.github.slitstream.bench.row;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_CHAR;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.github.slitstream.bench.Agreement;
import io.github.slitstream.bench.Contest;
import io.github.slitstream.bench.Row;
import io.github.slitstream.bench.Stand;
import io.github.slitstream.bench.peer.Head;
import io.github.slitstream.bench.peer.OpenCvBlend;
import io.github.slitstream.bench.peer.Side;
import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.preset.EffectSettings;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code time-displacement/PATTERN/SIZE/N}: every pixel from its own one of N frames, blended between two or, where the pattern's
 * name ends in {@code -nearest}, taken from one.
 */
final class TimeDisplacementRows {
    /** Peers may look the delay up in a coarser or finer map than ours. */
    private static final Agreement ROUNDED = Agreement.within(1);
    private static final FunctionDescriptor C_LOOP = FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT, JAVA_INT, ADDRESS,
            ADDRESS, JAVA_INT, JAVA_INT);
    private static final List<Look> LOOKS = List.of(new Look("linear0", "linear", 0),
            new Look("linear30", "linear", 30),
            new Look("linear90", "linear", 90), new Look("radial", "radial", 0),
            new Look("smooth-noise", "smooth-noise", 0), new Look("noise", "noise", 0),
            new Look("picture", "picture", 0));

    /** @param name in the name of the row */
    private record Look(String name, String pattern, double angle) {
        Preset preset(boolean nearest, int count) {
            EffectSettings plain = EffectSettings.of(TimeDisplacement.TYPE);
            return Preset.empty(name).withRing(RingSettings.LENGTH, count)
                    .plus(plain.withValues(plain.values().with("pattern", pattern)
                            .with("angle", Double.toString(angle))
                            .with("interpolation", nearest ? "nearest" : "linear")));
        }
    }

    private TimeDisplacementRows() {}

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
        Delays delays = Delays.of(ours.delays());
        Contest contest = new Contest(ours, delays.traffic(footage))
                .against("scalar", Agreement.EXACT, () -> ChainSide.scalar(stand, footage, preset))
                .against("c", ROUNDED, () -> cLoop(stand, footage, delays, nearest));
        if (delays.areByRow() && !nearest) {
            contest.against("opencv", "addWeighted row by row", ROUNDED,
                    () -> OpenCvBlend.rows(footage.pictures(), footage.count(), delays.ofRows(), size,
                            stand.arena().allocate(size.bytes())));
        }
        return contest;
    }

    private static Side cLoop(Stand stand, Footage footage, Delays delays, boolean nearest) throws IOException {
        boolean rows = delays.areByRow() && !nearest;
        MethodHandle loop = stand.tools().compiler().function("time_displacement",
                nearest ? "pick_pixels" : rows ? "blend_rows" : "blend_pixels", C_LOOP);
        MemorySegment delayMemory = stand.arena().allocateFrom(JAVA_CHAR,
                rows ? delays.ofRows() : delays.ofPixels());
        MemorySegment out = stand.arena().allocate(footage.size().bytes());
        Head head = new Head(footage.count());
        return Side.of(out, () -> {
            loop.invokeExact(footage.pictures(), footage.count(), head.next(), delayMemory, out,
                    footage.size().width(), footage.size().height());
        });
    }
}
