package io.github.slitstream.live;

import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.engine.outlet.Recording;
import io.github.slitstream.fault.Threads;
import io.github.slitstream.frame.Resizer;
import io.github.slitstream.frame.SinkOpener;
import io.github.slitstream.frame.SourceInfo;
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
 * Plays one source in the real window, on JavaFX's headless platform unless it is to be seen, and counts.
 *
 * @param preset what it is played in
 * @param seconds to count, after a warm-up
 * @param records whether it is recorded meanwhile, into a file that is thrown away
 * @param visible whether the window opens on the screen
 */
public record LiveRun(SourceRequest source, Preset preset, double seconds, boolean records, boolean visible) {
    /**
     * Runs once; JavaFX allows no second time in the life of a program.
     *
     * @throws IOException if the source cannot be opened or sends nothing
     */
    public LiveScore run(SourceOpener sources, SinkOpener sinks, Supplier<Resizer> resizers)
            throws IOException, InterruptedException {
        if (!visible) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        Path folder = Files.createTempDirectory("slitstream-live");
        try (Player player = new Player(sources, resizers, Kernels.get(), Workers.forThisMachine(), preset)) {
            FutureTask<LiveScore> counting = new FutureTask<>(() -> count(player, sources, sinks, folder));
            Threads.daemon("count", counting::run, Threads::log, Launch::close).start();
            Launch.open(new WindowPorts(player, sources, sinks, new PresetStore(folder),
                    (owner, title, extensions) -> Optional.empty(), new OutputFolders(folder, folder), folder,
                    Optional.of(source), Optional.of(preset)));
            return result(counting);
        } finally {
            delete(folder);
        }
    }

    private static LiveScore result(FutureTask<LiveScore> counting) throws IOException, InterruptedException {
        if (!counting.isDone()) {
            counting.cancel(true);
            throw new InterruptedException();
        }
        try {
            return counting.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException known) {
                throw known;
            }
            throw new IllegalStateException("the counting failed", e.getCause());
        }
    }

    private LiveScore count(Player player, SourceOpener sources, SinkOpener sinks, Path folder)
            throws IOException, InterruptedException {
        LiveCounter counting = new LiveCounter(player);
        LiveCounter.Start start = counting.awaitPicture();
        SourceInfo playing = start.source();
        if (!playing.address().equals(source.address())) {
            sources.open(source).close(); // says why it could not be opened
            throw new IOException(source.address() + " could not be opened; try again");
        }
        if (!records) {
            return counting.count(start, seconds, Optional.empty());
        }
        String file = folder.resolve("recording.mp4").toString();
        Recording recording = player.outlets().record(sinks.open(file, playing.size(), playing.framesPerSecond()),
                playing.size());
        LiveScore score = counting.count(start, seconds, Optional.of(recording));
        recording.stop();
        return score;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
