package io.github.slitstream.bench.row;

import io.github.slitstream.bench.Agreement;
import io.github.slitstream.bench.Workload;
import io.github.slitstream.bench.Row;
import io.github.slitstream.bench.RowResources;
import io.github.slitstream.bench.Traffic;
import io.github.slitstream.bench.peer.OpenCvWarp;
import io.github.slitstream.bench.peer.OpenCvWarp.Interpolation;
import io.github.slitstream.bench.peer.Implementation;
import io.github.slitstream.effect.Effects;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Grid;
import io.github.slitstream.preset.Slot;
import io.github.slitstream.preset.Preset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code homography/METHOD}: a picture of 1280×720 read through a matrix that stays the same, as in a preset that
 * plays, and {@code homography/METHOD-moving}: through another matrix each time, as while a corner is dragged. Edges go
 * on beyond the picture.
 */
final class HomographyRows {
    /** Keeps most of the picture, leans it and turns it a little; for a picture of width 1. */
    private static final double[] LEANING = {0.92, 0.12, 0.02, -0.08, 0.95, 0.03, 0.06, -0.09, 1};

    /** Where places in floats fall beside ours in doubles, the nearest pixel is another one; of noise, any other. */
    private static final Agreement ALMOST_ALL = Agreement.onAverage(0.1);
    /** Others have five bits behind the point. */
    private static final Agreement COARSER = Agreement.onAverage(1.5);
    /** Their curve through four pixels bends more: a = −3/4 where ours has −1/2. */
    private static final Agreement OTHER_CURVE = Agreement.onAverage(8);
    /** What OpenCV's places lack to be rounded where ours are cut off. */
    private static final double CUT_OFF = -0.5;

    private HomographyRows() {}

    static List<Row> all() {
        List<Row> rows = new ArrayList<>();
        for (Interpolation method : Interpolation.values()) {
            rows.add(new Row("homography/" + id(method), resources -> still(resources, PictureSize.HD.frame(), method),
                    resources -> still(resources, PictureSize.SMALL, method)));
            rows.add(new Row("homography/" + id(method) + "-moving",
                    resources -> moving(resources, PictureSize.HD.frame(), method),
                    resources -> moving(resources, PictureSize.SMALL, method)));
        }
        return rows;
    }

    private static Workload still(RowResources resources, FrameSize size, Interpolation method) {
        Warp warp = new Warp(resources, size, method);
        Preset preset = warp.preset(0);
        return new Workload(ChainImplementation.ours(resources, warp.footage, preset),
                Traffic.copyOf(warp.footage.pictures()))
                .against("scalar", Agreement.EXACT, () -> ChainImplementation.scalar(resources, warp.footage, preset))
                .against("opencv", "warpPerspective: works out each time where to look", agreement(method),
                        warp::perspective)
                .against("remap", "OpenCV's, by a map that is made once", agreement(method), warp::map)
                .against("cv2", "warpPerspective from Python", agreement(method), warp::python);
    }

    private static Workload moving(RowResources resources, FrameSize size, Interpolation method) {
        Warp warp = new Warp(resources, size, method);
        List<Preset> turns = List.of(warp.preset(0), warp.preset(1));
        return new Workload(ChainImplementation.byTurns(resources, warp.footage, turns),
                Traffic.copyOf(warp.footage.pictures()))
                .against("opencv", "warpPerspective", agreement(method), warp::perspective)
                .against("cv2", "warpPerspective from Python", agreement(method), warp::python);
    }

    private static String id(Interpolation method) {
        return method.name().toLowerCase(Locale.ROOT);
    }

    private static Agreement agreement(Interpolation method) {
        return switch (method) {
            case NEAREST -> ALMOST_ALL;
            case LINEAR -> COARSER;
            case CUBIC -> OTHER_CURVE;
        };
    }

    private record Warp(RowResources resources, Footage footage, Interpolation method, Slot slot) {
        Warp(RowResources resources, FrameSize size, Interpolation method) {
            this(resources, Footage.of(resources.tools(), size, 1), method, Slot.of(Effects.byId("homography")));
        }

        /** @param shift to the left, in pixels */
        Preset preset(double shift) {
            return Preset.empty("homography").plus(slot.withValues(slot.values()
                    .with("matrix", Grid.of(3, 3, matrix(shift)).toString()).with("interpolation", id(method))));
        }

        Implementation perspective() {
            return OpenCvWarp.perspective(footage.pictures(), footage.size(), theirs(), method);
        }

        Implementation map() {
            return OpenCvWarp.map(footage.pictures(), footage.size(), theirs(), method);
        }

        Implementation python() throws IOException {
            return resources
                    .keep(resources.tools().python().work("cv2_peers", "warp", footage.newestInPython(resources),
                            Grid.of(3, 3, theirs()).toString(), method.name()));
        }

        private double[] theirs() {
            return matrix(method == Interpolation.NEAREST ? CUT_OFF : 0);
        }

        /** The leaning matrix in pixels, with places moved by so much of one to the right and down. */
        private double[] matrix(double shift) {
            double side = footage.size().width();
            double[] h = LEANING.clone();
            h[2] *= side;
            h[5] *= side;
            h[6] /= side;
            h[7] /= side;
            for (int i = 0; i < 3; i++) {
                h[i] += shift * h[6 + i];
                h[3 + i] += shift * h[6 + i];
            }
            return h;
        }
    }
}
