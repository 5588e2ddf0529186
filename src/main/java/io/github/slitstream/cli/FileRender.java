package io.github.slitstream.cli;

import io.github.slitstream.engine.OfflineRender;
import io.github.slitstream.engine.OfflineRender.Outcome;
import io.github.slitstream.engine.OfflineRender.Output;
import io.github.slitstream.engine.OfflineRender.Part;
import io.github.slitstream.engine.OfflineRender.FrameListener;
import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.engine.flow.FlowQuality;
import io.github.slitstream.file.Overwriting;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.preset.Preset;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A render with a progress bar for who watches, and a tidy end for who stops it.
 *
 * @param threads that share each picture
 * @param quality with which flow is found
 */
record FileRender(CommandEnvironment environment, PrintWriter err, int threads, FlowQuality quality) {

    /** @param part chosen once the source is known */
    void render(String input, Preset preset, Function<SourceInfo, Part> part, Output output)
            throws IOException, InterruptedException {
        Outcome outcome = watched(input, preset, part, output);
        outcome.notes().forEach(note -> err.println("slitstream: " + note));
    }

    private Outcome watched(String input, Preset preset, Function<SourceInfo, Part> part, Output output)
            throws IOException, InterruptedException {
        try (InterruptOnShutdown _ = new InterruptOnShutdown();
                FrameSource source = environment.sources().open(SourceRequest.of(input));
                Workers workers = new Workers(threads);
                ProgressBar bar = new ProgressBar(err, "frames", System::nanoTime)) {
            List<Path> read = new ArrayList<>(source.files());
            for (Path named : preset.files()) {
                read.addAll(files(named));
            }
            Overwriting.refuse(environment.sinks().replaced(output.address()), read);
            FrameListener listener = environment.isWatched() ? bar::done : (frames, total) -> {};
            return new OfflineRender(environment.sinks(), environment.resizers(), environment.finders(), quality,
                    Kernels.get(), workers).render(source, preset, part.apply(source.info()), output, listener);
        }
    }

    /** What is read of what an effect names, where that may be many files. */
    private List<Path> files(Path named) throws IOException {
        if (!Files.isDirectory(named) && !named.toString().contains("%")) {
            return List.of(named);
        }
        try (FrameSource source = environment.sources().open(SourceRequest.of(named.toString()))) {
            return source.files();
        }
    }
}
