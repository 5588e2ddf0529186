package io.github.slitstream.live;

import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.fault.Threads;
import io.github.slitstream.frame.FlowFinder;
import io.github.slitstream.frame.Resizer;
import io.github.slitstream.frame.SinkOpener;
import io.github.slitstream.frame.SoundLineOpener;
import io.github.slitstream.frame.SourceOpener;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.PresetStore;
import io.github.slitstream.view.Launch;
import io.github.slitstream.view.WindowPorts;
import io.github.slitstream.view.model.OutputFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Plays one source in the real window, on JavaFX's headless platform unless it is to be seen, and measures.
 *
 * @param preset what it is played in at first
 * @param visible whether the window opens on the screen
 */
public record LiveRun(SourceRequest source, Preset preset, boolean visible) {
    /**
     * Runs once; JavaFX allows no second time in the life of a program.
     *
     * @throws IOException if the source cannot be opened or sends nothing
     */
    public <T> T run(SourceOpener sources, SinkOpener sinks, Supplier<Resizer> resizers,
            Supplier<FlowFinder> finders, LiveMeasurement<T> measurement) throws IOException, InterruptedException {
        if (!visible) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        Path folder = Files.createTempDirectory("slitstream-live");
        try (Player player = new Player(sources, resizers, finders, SoundLineOpener.NONE, Kernels.get(),
                Workers.forThisMachine(), preset)) {
            FutureTask<T> measuring = new FutureTask<>(() -> measure(player, sources, measurement, folder));
            Threads.daemon("measure", measuring::run, Threads::log, Launch::close).start();
            Launch.open(new WindowPorts(player, sources, sinks, new PresetStore(folder),
                    (owner, title, extensions) -> Optional.empty(), new OutputFolders(folder, folder), folder,
                    Optional.of(source), Optional.of(preset)));
            return result(measuring);
        } finally {
            delete(folder);
        }
    }

    private static <T> T result(FutureTask<T> measuring) throws IOException, InterruptedException {
        if (!measuring.isDone()) {
            measuring.cancel(true);
            throw new InterruptedException();
        }
        try {
            return measuring.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException known) {
                throw known;
            }
            throw new IllegalStateException("the measurement failed", e.getCause());
        }
    }

    private <T> T measure(Player player, SourceOpener sources, LiveMeasurement<T> measurement, Path folder)
            throws IOException, InterruptedException {
        LiveStart start = LiveStart.await(player);
        if (!start.source().address().equals(source.address())) {
            sources.open(source).close(); // says why it could not be opened
            throw new IOException(source.address() + " could not be opened; try again");
        }
        return measurement.measure(player, start, folder);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
