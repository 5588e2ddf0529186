package io.github.slitstream.bench.row;

import io.github.slitstream.bench.Agreement;
import io.github.slitstream.bench.Workload;
import io.github.slitstream.bench.Row;
import io.github.slitstream.bench.RowResources;
import io.github.slitstream.bench.peer.Implementation;
import io.github.slitstream.effect.Effects;
import io.github.slitstream.engine.chain.Chain;
import io.github.slitstream.engine.chain.FrameValues;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Real;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import io.github.slitstream.preset.Slot;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code moving/PARAMETER/720p}: a time displacement by smooth noise, one number of which is another for every picture,
 * against the same with nothing moving.
 */
final class MovingRows {
    private static final int COUNT = 60;
    private static final double FIRST_DEPTH = 40;
    private static final String SLOT = "time-displacement";
    /** From picture to picture, and back after so many; a share of the first value where that is above 1. */
    private static final double STEP = 1.0 / 256;
    private static final int STEPS = 64;

    private MovingRows() {}

    static List<Row> all() {
        return Stream.of("speed", "depth", "offset", "repeat")
                .map(moving -> new Row("moving/" + moving + "/" + PictureSize.HD.name(),
                        resources -> prepare(resources, moving, PictureSize.HD.frame()),
                        resources -> prepare(resources, moving, PictureSize.SMALL)))
                .toList();
    }

    private static Workload prepare(RowResources resources, String moving, FrameSize size) {
        Preset preset = Preset.empty("moving").withRing(RingSettings.LENGTH, COUNT)
                .plus(Slot.of(Effects.byId("time-displacement"))).with(SLOT + ".pattern", "smooth-noise")
                .with(SLOT + ".depth", Double.toString(FIRST_DEPTH));
        Footage footage = Footage.of(resources.tools(), size, COUNT);
        DelayTable delays = DelayTable.of(ChainImplementation.ours(resources, footage, preset).delays());
        return new Workload(new Moving(resources, footage, preset, moving), delays.traffic(footage)).against("still",
                "nothing changes", Agreement.EXACT, () -> ChainImplementation.ours(resources, footage, preset));
    }

    /** The first picture is that of the preset. */
    private static final class Moving implements Implementation {
        private final Footage footage;
        private final Preset preset;
        private final Real moving;
        private final boolean isSpeed;
        /** How many steps it goes below the first value too, to look as far back on average as what stands still. */
        private final int stepsBelow;
        private final Chain chain;
        private final FrameValues values;
        private final Frame picture;
        private long rendered;

        Moving(RowResources resources, Footage footage, Preset preset, String moving) {
            this.footage = footage;
            this.preset = preset;
            this.moving = (Real) preset.slot(SLOT).values().parameter(moving);
            this.isSpeed = moving.equals("speed");
            this.stepsBelow = moving.equals("depth") ? STEPS / 2 : 0;
            this.chain = resources
                    .keep(new Chain(footage.size(), resources.tools().kernels(), resources.tools().workers()));
            this.values = new FrameValues(preset);
            this.picture = Frame.allocate(footage.size(), resources.arena());
        }

        @Override
        public long nanos(int times) {
            if (rendered == 0) {
                footage.rewind();
            }
            long start = System.nanoTime();
            for (int i = 0; i < times; i++) {
                values.take(preset);
                double first = values.of(0).get(moving);
                double way = STEP * ((rendered + stepsBelow) % STEPS - stepsBelow);
                values.of(0).set(moving, isSpeed ? STEP : first + way * (first > 1 ? first : 1));
                chain.render(footage.history(), values, picture);
                footage.advance();
                rendered++;
            }
            return System.nanoTime() - start;
        }

        @Override
        public MemorySegment result() {
            return picture.pixels();
        }
    }
}
