package io.github.slitstream.bench.row;

import io.github.slitstream.bench.Agreement;
import io.github.slitstream.bench.Workload;
import io.github.slitstream.bench.Row;
import io.github.slitstream.bench.RowResources;
import io.github.slitstream.bench.Traffic;
import io.github.slitstream.bench.view.ViewUpdate;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** {@code view/update/SIZE}: a new picture put into the scene and painted once at its own size. */
final class ViewRows {
    private ViewRows() {}

    static List<Row> all() {
        return Stream.of(PictureSize.HD, PictureSize.FULL_HD)
                .map(size -> new Row("view/update/" + size.name(), resources -> prepare(resources, size.frame()),
                        resources -> prepare(resources, PictureSize.SMALL)))
                .toList();
    }

    private static Workload prepare(RowResources resources, FrameSize size) throws IOException {
        Frame first = Noise.picture(size, resources.arena());
        Frame second = Frame.allocate(size, resources.arena());
        second.copyFrom(first);
        List<Frame> frames = List.of(first, second);
        return new Workload(ViewUpdate.ofTheWindow(frames), Traffic.copyOf(first.pixels())).against("setpixels",
                "JavaFX's PixelWriter", Agreement.EXACT, () -> ViewUpdate.ofPixelWriter(frames));
    }
}
