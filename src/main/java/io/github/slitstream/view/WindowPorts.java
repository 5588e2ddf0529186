package io.github.slitstream.view;

import io.github.slitstream.engine.Player;
import io.github.slitstream.frame.SinkOpener;
import io.github.slitstream.frame.SourceOpener;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.PresetStore;
import io.github.slitstream.view.control.FileDialogs;
import io.github.slitstream.view.model.OutputFolders;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the window works with.
 *
 * @param player stays its maker's, who closes it after the window
 * @param sources lists the cameras; the player opens
 * @param sinks opens recordings and snapshots
 * @param presets the presets to choose from
 * @param files asks people for files
 * @param outputs where recordings and snapshots go
 * @param settings folder where the window remembers its state
 * @param source what to play first; otherwise what was played last, the first camera, or the demo
 * @param preset what to play it in; otherwise the last preset, or the default one
 */
public record WindowPorts(Player player, SourceOpener sources, SinkOpener sinks, PresetStore presets, FileDialogs files,
        OutputFolders outputs, Path settings, Optional<SourceRequest> source, Optional<Preset> preset) {}
