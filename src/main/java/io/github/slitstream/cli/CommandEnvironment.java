package io.github.slitstream.cli;

import io.github.slitstream.frame.FlowFinder;
import io.github.slitstream.frame.Resizer;
import io.github.slitstream.frame.SinkOpener;
import io.github.slitstream.frame.SourceOpener;
import io.github.slitstream.media.MediaPresets;
import io.github.slitstream.media.MediaSinks;
import io.github.slitstream.media.MediaSources;
import io.github.slitstream.media.OpenCvFlow;
import io.github.slitstream.media.OpenCvResizer;
import io.github.slitstream.preset.PresetStore;
import io.github.slitstream.rig.RigSources;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What the commands work with.
 *
 * @param resizers makes one for each thread that resizes
 * @param finders makes one for each thread that finds the flow between frames
 * @param display whether a window can be shown
 * @param folder where a demo goes that could not be shown
 * @param watched whether somebody watches standard error; to find out takes a while
 */
record CommandEnvironment(SourceOpener sources, SinkOpener sinks, Supplier<Resizer> resizers,
        Supplier<FlowFinder> finders, PresetStore presets, Display display, Path folder,
        BooleanSupplier watched) {

    static CommandEnvironment ofThisMachine() {
        return new CommandEnvironment(new RigSources(new MediaSources()), new MediaSinks(), OpenCvResizer::new,
                OpenCvFlow::new, PresetStore.ofThisUser(new MediaPresets()),
                Display.ofThisMachine(), Path.of(""), Terminal::isStandardError);
    }

    boolean isWatched() {
        return watched.getAsBoolean();
    }
}
