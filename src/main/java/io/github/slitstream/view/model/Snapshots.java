package io.github.slitstream.view.model;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSink;
import io.github.slitstream.frame.SinkOpener;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Writes single pictures to files in the background. */
public final class Snapshots {
    private final SinkOpener sinks;
    private final OutputFolders folders;
    private final Executor background;
    private final Executor foreground;
    private final Consumer<Notice> notices;

    public Snapshots(SinkOpener sinks, OutputFolders folders, Executor background, Executor foreground,
            Consumer<Notice> notices) {
        this.sinks = sinks;
        this.folders = folders;
        this.background = background;
        this.foreground = foreground;
        this.notices = notices;
    }

    /** Copies the picture at once and writes the copy later. */
    public void take(Frame picture) {
        Frame copy = Frame.allocate(picture.size(), Arena.ofAuto());
        copy.copyFrom(picture);
        background.execute(() -> {
            Notice outcome = write(copy);
            foreground.execute(() -> notices.accept(outcome));
        });
    }

    private Notice write(Frame picture) {
        try {
            Path file = folders.newSnapshot(LocalDateTime.now(ZoneId.systemDefault()));
            try (FrameSink sink = sinks.open(file.toString(), picture.size(), 1)) {
                sink.write(picture, 0);
                sink.finish();
            }
            return Notice.done("Snapshot saved to " + file, file.toString());
        } catch (IOException e) {
            return Notice.failure("No snapshot: " + e.getMessage());
        }
    }
}
