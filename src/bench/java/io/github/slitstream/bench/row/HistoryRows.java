package io.github.slitstream.bench.row;

import io.github.slitstream.bench.Agreement;
import io.github.slitstream.bench.Workload;
import io.github.slitstream.bench.Row;
import io.github.slitstream.bench.RowResources;
import io.github.slitstream.bench.Traffic;
import io.github.slitstream.bench.peer.Python.Array;
import io.github.slitstream.bench.peer.Implementation;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.Stream;

/** {@code history/push/SIZE}: one more picture into a full ring of 25. */
final class HistoryRows {
    private static final int COUNT = 25;

    private HistoryRows() {}

    static List<Row> all() {
        return Stream.of(PictureSize.HD, PictureSize.FULL_HD)
                .map(size -> new Row("history/push/" + size.name(), resources -> prepare(resources, size.frame()),
                        resources -> prepare(resources, PictureSize.SMALL)))
                .toList();
    }

    private static Workload prepare(RowResources resources, FrameSize size) {
        Footage footage = Footage.of(resources.tools(), size, COUNT);
        Frame picture = Noise.picture(size, resources.arena());
        return new Workload(new Pushing(footage, picture), Traffic.copyOf(picture.pixels()))
                .against("copy", "one thread, to the same place", Agreement.EXACT, () -> copy(resources, picture))
                .against("numpy", "all frames move up", Agreement.EXACT, () -> shift(resources, footage, picture));
    }

    private static Implementation copy(RowResources resources, Frame picture) {
        MemorySegment target = resources.memory(picture.size().bytes());
        return Implementation.of(target, () -> target.copyFrom(picture.pixels()));
    }

    private static Implementation shift(RowResources resources, Footage footage, Frame picture) throws IOException {
        FrameSize size = picture.size();
        Array one = resources
                .keep(resources.tools().python().array("uint8", picture.pixels(), size.height(), size.width(),
                        FrameSize.BYTES_PER_PIXEL));
        return resources.keep(resources.tools().python().work("numpy_peers", "shift", footage.inPython(), one));
    }

    /** What the capture thread does with a picture that it keeps as it is. */
    private record Pushing(Footage footage, Frame picture) implements Implementation {
        @Override
        public long nanos(int times) {
            long begun = System.nanoTime();
            for (int i = 0; i < times; i++) {
                footage.push(picture);
            }
            return System.nanoTime() - begun;
        }

        @Override
        public MemorySegment result() {
            return footage.newest();
        }
    }
}
