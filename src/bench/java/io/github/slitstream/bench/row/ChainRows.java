package io.github.slitstream.bench.row;

import io.github.slitstream.bench.Agreement;
import io.github.slitstream.bench.Workload;
import io.github.slitstream.bench.Row;
import io.github.slitstream.bench.RowResources;
import io.github.slitstream.bench.Traffic;
import io.github.slitstream.bench.peer.Implementation;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.preset.Preset;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code chain/SIZE}: radial time displacement over 60 frames, then a channel rotation: all that is done for one
 * picture.
 */
final class ChainRows {
    private static final int COUNT = 60;
    private static final double DEGREES = 40;
    /** A grey level more or less in both channels that turn, and the floor. */
    private static final Agreement ROUNDED = Agreement.within(2);

    private ChainRows() {}

    static List<Row> all() {
        return Stream.of(PictureSize.HD, PictureSize.FULL_HD)
                .map(size -> new Row("chain/" + size.name(), resources -> prepare(resources, size.frame()),
                        resources -> prepare(resources, PictureSize.SMALL)))
                .toList();
    }

    private static Workload prepare(RowResources resources, FrameSize size) {
        Preset preset = TimeDisplacementRows.radial(COUNT).plus(ChannelRotationRows.rotation(DEGREES));
        Footage footage = Footage.of(resources.tools(), size, COUNT);
        ChainImplementation ours = ChainImplementation.ours(resources, footage, preset);
        DelayTable delays = DelayTable.of(ours.delays());
        DisplacementPeers displacement = new DisplacementPeers(resources, footage, delays, false);
        RotationPeers rotation = new RotationPeers(resources, footage, DEGREES);
        Traffic traffic = delays.traffic(footage);
        return new Workload(ours, traffic)
                .against("scalar", Agreement.EXACT, () -> ChainImplementation.scalar(resources, footage, preset))
                .against("c", "two loops", ROUNDED, () -> inTurn(displacement.c(), rotation))
                .against("numba", "two loops", ROUNDED,
                        () -> resources.keep(resources.tools().python().work("numba_peers",
                                "blend_and_rotate", footage.inPython(), displacement.pixelsInPython(), rotation.cos(),
                                rotation.sin())));
    }

    private static Implementation inTurn(Implementation displaced, RotationPeers rotation) throws IOException {
        Implementation rotated = rotation.c(displaced.result());
        return new Implementation() {
            @Override
            public long nanos(int times) throws IOException {
                long nanos = 0;
                for (int i = 0; i < times; i++) {
                    nanos += displaced.nanos(1) + rotated.nanos(1);
                }
                return nanos;
            }

            @Override
            public MemorySegment result() throws IOException {
                return rotated.result();
            }
        };
    }
}
