package io.github.slitstream.view.model;

import io.github.slitstream.engine.Player;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.PixelShape;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SinkOpener;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.frame.Slice;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.PresetYaml;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes single pictures to files in the background. */
public final class Snapshots {
    private static final Notice NOTHING = Notice
            .warning("there is no picture to save yet: pick a source first");

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
     * @param preset that made it, which the file will carry
     */
    public void take(@Nullable Frame picture, PixelShape pixels, Preset preset) {
        if (picture == null) {
            notices.accept(NOTHING);
            return;
        }
        Frame copy = Frame.allocate(picture.size(), Arena.ofAuto());
        copy.copyFrom(picture);
        save("Snapshot", copy, pixels, PresetYaml.write(preset));
    }

    /** Saves a slice through what the ring holds now. */
    public void take(Slice slice, Player player) {
        if (player.outlets().shown() == null) {
            notices.accept(NOTHING);
            return;
        }
        player.slices().ask(slice, cut -> save("Slice", cut, PixelShape.SQUARE, ""));
    }

    private void save(String what, Frame picture, PixelShape pixels, String preset) {
        tasks.run(() -> write(picture, pixels, preset),
                file -> notices.accept(Notice.done(what + " saved to " + file, file.toString())),
                fault -> notices.accept(Notice.failure(what + " not saved: " + fault)));
    }

    private Path write(Frame picture, PixelShape pixels, String preset) throws IOException {
        Path file = folders.newSnapshot(LocalDateTime.now(ZoneId.systemDefault()));
        try (Sink sink = sinks
                .open(new SinkRequest(file.toString(), picture.size(), pixels, 1, null).carrying(preset))) {
            sink.write(picture, 0);
            sink.finish();
        }
        return file;
    }
}
