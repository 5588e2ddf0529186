package io.github.slitstream.cli;

import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.Workers;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.media.MediaSinks;
import io.github.slitstream.media.MediaSources;
import io.github.slitstream.media.OpenCvResizer;
import io.github.slitstream.preset.ConfigFolder;
import io.github.slitstream.preset.PresetStore;
import io.github.slitstream.view.Launch;
import io.github.slitstream.view.WindowPorts;
import io.github.slitstream.view.control.NativeFileDialogs;
import io.github.slitstream.view.model.OutputFolders;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code slitstream} alone: the window. */
final class WindowCommand {
    private WindowCommand() {}

    /**
     * Opens the window and returns when it is closed.
     *
     * @param input what to play first
     * @throws IOException where no window can be shown; the message says what to do instead
     */
    static void open(@Nullable String input) throws IOException, InterruptedException {
        checkDisplay();
        MediaSources sources = new MediaSources();
        PresetStore presets = PresetStore.ofThisUser();
        try (Player player = new Player(sources, new OpenCvResizer(), Kernels.get(), Workers.forThisMachine(),
                PresetStore.defaultLook())) {
            Launch.open(new WindowPorts(player, sources, new MediaSinks(), presets, new NativeFileDialogs(),
                    OutputFolders.ofThisPlatform(), ConfigFolder.ofThisUser(),
                    Optional.ofNullable(input).map(SourceRequest::of), Optional.empty()));
        } catch (UnsupportedOperationException e) {
            throw new IOException("no window can be shown (" + e.getMessage()
                    + "): install GTK 3 (apt install libgtk-3-0), or use slitstream render demo: -o demo.mp4", e);
        }
    }

    private static void checkDisplay() throws IOException {
        boolean linux = System.getProperty("os.name", "").startsWith("Linux");
        if (linux && System.getenv("DISPLAY") == null && System.getenv("WAYLAND_DISPLAY") == null) {
            throw new IOException("there is no display: set DISPLAY, or use slitstream render demo: -o demo.mp4");
        }
    }
}
