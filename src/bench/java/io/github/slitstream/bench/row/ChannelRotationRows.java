package io.github.slitstream.bench.row;

import io.github.slitstream.bench.Agreement;
import io.github.slitstream.bench.Workload;
import io.github.slitstream.bench.Row;
import io.github.slitstream.bench.RowResources;
import io.github.slitstream.bench.Traffic;
import io.github.slitstream.effect.Effects;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.preset.Slot;
import io.github.slitstream.preset.Preset;
import java.util.List;
import java.util.stream.Stream;

/** {@code channel-rotation/SIZE}: red and green turned by 40°. */
final class ChannelRotationRows {
    private static final double DEGREES = 40;

    private ChannelRotationRows() {}

    static List<Row> all() {
        return Stream.of(PictureSize.HD, PictureSize.FULL_HD, PictureSize.SQUARE)
                .map(size -> new Row("channel-rotation/" + size.name(), resources -> prepare(resources, size.frame()),
                        resources -> prepare(resources, PictureSize.SMALL)))
                .toList();
    }

    static Slot rotation(double degrees) {
        Slot slot = Slot.of(Effects.byId("channel-rotation"));
        return slot.withValues(slot.values().with("angle", Double.toString(degrees)).with("pair", "rg"));
    }

    private static Workload prepare(RowResources resources, FrameSize size) {
        Footage footage = Footage.of(resources.tools(), size, 1);
        Preset preset = Preset.empty("rotation").plus(rotation(DEGREES));
        RotationPeers peers = new RotationPeers(resources, footage, DEGREES);
        return new Workload(ChainImplementation.ours(resources, footage, preset), Traffic.copyOf(footage.pictures()))
                .against("scalar", Agreement.EXACT, () -> ChainImplementation.scalar(resources, footage, preset))
                .against("c", Agreement.EXACT, peers::c)
                .against("opencv", "transform: three channels, rounds instead of flooring", Agreement.within(1),
                        peers::openCv)
                .against("numba", Agreement.EXACT, peers::numba).against("numpy", Agreement.EXACT, peers::numpy);
    }
}
