package io.github.slitstream.view.model;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.PixelShape;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SinkOpener;
import io.github.slitstream.frame.SinkRequest;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes single pictures to files in the background. */
public final class Snapshots {
    private final SinkOpener sinks;
    private final OutputFolders folders;
    private final Tasks tasks;
    private final Consumer<Notice> notices;

    public Snapshots(SinkOpener sinks, OutputFolders folders, Tasks tasks, Consumer<Notice> notices) {
        this.sinks = sinks;
        this.folders = folders;
        this.tasks = tasks;
        this.notices = notices;
    }

    /**
     * Copies the picture at once and writes the copy later.
     *
     * @param picture null as long as there is none, which gives notice
     * @param pixels their shape
     */
    public void take(@Nullable Frame picture, PixelShape pixels) {
        if (picture == null) {
            notices.accept(Notice.warning("there is no picture to save yet: pick a source first"));
            return;
        }
        Frame copy = Frame.allocate(picture.size(), Arena.ofAuto());
        copy.copyFrom(picture);
        tasks.run(() -> write(copy, pixels),
                file -> notices.accept(Notice.done("Snapshot saved to " + file, file.toString())),
                fault -> notices.accept(Notice.failure("No snapshot: " + fault)));
    }

    private Path write(Frame picture, PixelShape pixels) throws IOException {
        Path file = folders.newSnapshot(LocalDateTime.now(ZoneId.systemDefault()));
        try (Sink sink = sinks.open(new SinkRequest(file.toString(), picture.size(), pixels, 1, null))) {
            sink.write(picture, 0);
            sink.finish();
        }
        return file;
    }
}
