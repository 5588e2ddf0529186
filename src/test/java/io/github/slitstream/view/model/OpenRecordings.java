package io.github.slitstream.view.model;

import io.github.slitstream.engine.Player;
import io.github.slitstream.engine.chain.Workers;
import io.github.slitstream.engine.outlet.PictureExchange;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SinkOpener;
import io.github.slitstream.frame.SinkProgress;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.kernel.ScalarKernels;
import io.github.slitstream.media.MediaSources;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A player of the demo, recordings of it, and sinks that count. */
@Timeout(60)
abstract class OpenRecordings {
    static final SourceRequest DEMO = new SourceRequest(SourceRequest.DEMO, 32, 18, 60);

    @TempDir
    Path folder;

    final Player player = newPlayer();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    final List<Notice> notices = new ArrayList<>();

    @BeforeEach
    void play() {
        player.open(DEMO);
        awaitTrue(() -> player.outlets().shown() != null);
    }

    @AfterEach
    void close() {
        player.close();
    }

    static Player newPlayer() {
        return new Player(new MediaSources(), () -> (from, to, method) -> to.copyFrom(from), new ScalarKernels(),
                new Workers(1), Preset.empty("test").withRing(RingSettings.LENGTH, 4));
    }

    void show() {
        show(player);
    }

    static void show(Player player) {
        PictureExchange pictures = player.outlets().shown();
        Frame picture = pictures == null ? null : pictures.take();
        if (picture != null) {
            player.pictureShown(picture);
        }
    }

    RecordingModel model(SinkOpener sinks) {
        return model(player, sinks);
    }

    RecordingModel model(Player player, SinkOpener sinks) {
        Tasks tasks = new Tasks(waiting::add, Runnable::run);
        KeptRecordings kept = new KeptRecordings(new MediaSources(), sinks, new NoDesktop(), tasks, notices::add);
        return new RecordingModel(player, sinks, new OutputFolders(folder, folder), () -> RecordingSettings.FIRST,
                kept, tasks, notices::add, () -> {});
    }

    private record NoDesktop() implements DesktopFiles {
        @Override
        public void show(Path file) {}

        @Override
        public void moveToBin(Path file) {}
    }

    void runAll() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    static void awaitTrue(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    /** A disk that is nearly full. */
    static final class Counting implements Sink {
        final AtomicInteger pictures = new AtomicInteger();
        volatile boolean isFinished;

        @Override
        public void write(Frame picture, long nanos) {
            pictures.incrementAndGet();
        }

        @Override
        public SinkProgress progress() {
            return new SinkProgress(1_000, 100);
        }

        @Override
        public void finish() {
            isFinished = true;
        }

        @Override
        public void close() {}
    }
}
