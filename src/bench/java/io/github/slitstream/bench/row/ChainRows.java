package io.github.slitstream.bench.row;

import io.github.slitstream.bench.Agreement;
import io.github.slitstream.bench.Contest;
import io.github.slitstream.bench.Row;
import io.github.slitstream.bench.Stand;
import io.github.slitstream.bench.Traffic;
import io.github.slitstream.bench.peer.Side;
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
                .map(size -> new Row("chain/" + size.name(), stand -> prepare(stand, size.frame()),
                        stand -> prepare(stand, PictureSize.SMALL)))
                .toList();
    }

    private static Contest prepare(Stand stand, FrameSize size) {
        Preset preset = TimeDisplacementRows.radial(COUNT).plus(ChannelRotationRows.rotation(DEGREES));
        Footage footage = Footage.of(stand.tools(), size, COUNT);
        ChainSide ours = ChainSide.ours(stand, footage, preset);
        DelayTable delays = DelayTable.of(ours.delays());
        DisplacementPeers displacement = new DisplacementPeers(stand, footage, delays, false);
        RotationPeers rotation = new RotationPeers(stand, footage, DEGREES);
        Traffic traffic = delays.traffic(footage);
        return new Contest(ours, traffic)
                .against("scalar", Agreement.EXACT, () -> ChainSide.scalar(stand, footage, preset))
                .against("c", "two loops", ROUNDED, () -> inTurn(displacement.c(), rotation))
                .against("numba", "two loops", ROUNDED, () -> stand.keep(stand.tools().python().work("numba_peers",
                        "blend_and_rotate", footage.inPython(), displacement.pixelsInPython(), rotation.cos(),
                        rotation.sin())));
    }

    private static Side inTurn(Side displaced, RotationPeers rotation) throws IOException {
        Side rotated = rotation.c(displaced.result());
        return new Side() {
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
