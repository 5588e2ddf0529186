package io.github.slitstream.bench.row;

import io.github.slitstream.bench.Agreement;
import io.github.slitstream.bench.Contest;
import io.github.slitstream.bench.Row;
import io.github.slitstream.bench.Stand;
import io.github.slitstream.bench.Traffic;
import io.github.slitstream.bench.view.Showing;
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
                .map(size -> new Row("view/update/" + size.name(), stand -> prepare(stand, size.frame()),
                        stand -> prepare(stand, PictureSize.SMALL)))
                .toList();
    }

    private static Contest prepare(Stand stand, FrameSize size) throws IOException {
        Frame first = Noise.picture(size, stand.arena());
        Frame second = Frame.allocate(size, stand.arena());
        second.copyFrom(first);
        List<Frame> frames = List.of(first, second);
        return new Contest(Showing.ofTheWindow(frames), Traffic.copyOf(first.pixels())).against("setpixels",
                "JavaFX's PixelWriter", Agreement.EXACT, () -> Showing.ofPixelWriter(frames));
    }
}
